import type { Words } from './concept.ts';

/** Words of Swedish, as written in Finland and in Sweden, that orders to a machine are made of. */
export const SWEDISH: Words = {
  override: String.raw`
    ignorera(?:r)?$ | glöm(?:ma)?(?: bort)?$ | bortse | bortser | strunta | skit i | skita i | åsidosätt |
    hoppa över | upphäv | förbise | kringgå | förkasta | släpp$ | lämna~därhän | slopa | ersätt | frångå | bryt$ |
    överskugga | nollställ | (?:följ|lyd|använd|lyssna|hör|respektera|tillämpa|bry|beakta|iaktta)~(?:inte|aldrig) |
    (?:inte|aldrig|sluta|slipper|behöver inte)~(?:följ|lyd|använd|bry|lyssna|tillämpa|rätta)\w* | fäst ingen |
    gäller inte | gäller ej | gäller inte längre | är (?:upphävda|ogiltiga|slopade) | utan att följa | utan hänsyn |
    är (?:ogiltig|fel|upphäv|slopa|inaktuell|föråldrad|inte längre)\w* | ogiltig | tvärtemot
  `,
  rule: String.raw`
    instruktion | regl(?:er|erna) | regeln?$ | anvisning | direktiv | prompt | föreskrift | riktlinj | order$ |
    begränsning | uppmaning | befallning | klassningsregl | allt ovan | ovanstående | det (?:ovan|som står ovan) |
    vad du (?:blev|har|fick)~(?:tillsagd|fått|höra|veta) | allt (?:som )?du (?:har fått|fått|blivit) | kommando |
    uppgift$ | systemmeddelande | spärr | påbud | vägledning | uppdrag$ | roll$ | inställningar | allt du vet
  `,
  whole: String.raw`
    all[at]?$ | varje | tidigare | föregående | ovan | ovanför | ovanstående | din[a]?$ | ditt$ |
    du (?:har|fått|fick|blev) | givna | hittills | ursprunglig | system | befintliga | inga$ | någr(?:a|on) |
    nuvarande | klassnings | utvecklar | tillsagd | samtliga
  `,
  yours: String.raw`
    din[a]?$ | ditt$ | dig$ | du (?:har|fått|fick|blev) | ditt uppdrag | din (?:roll|uppgift|vägledning)
  `,
  obey: String.raw`
    följ$ | lyd$ | gör (?:så|det|som|likadant|nu|enligt|samma) | utför | verkställ | kör$ | fortsätt | agera$ |
    rätta dig | handla$ | skriv det nu
  `,
  instead: String.raw`
    i ?stället | nya (?:instruktion|regl|anvisning|order|uppgift)\w* | följande (?:instruktion|regl|anvisning)\w* |
    (?:hädan|här)ifrån | från och med nu | framöver | hädanefter | från den här raden | utan$
  `,
  free: String.raw`
    utan~(?:begränsning|regl|spärr|filter|gräns)\w* | inga (?:begränsning|regl|spärr)\w* | obegränsad | ofiltrerad |
    ocensurerad | utvecklarläge | fri från | testläge | inga regler band
  `,
  machine: String.raw`
    ai(?:n|:n|s)?$ | språkmodell | modell(?:en|er)?$ | llm | chat ?gpt | gpt | claude | gemini | copilot |
    (?:chatt?)?bot(?:en|ten)?$ | assistent | porras$ | klassificerar | algoritm | robot | maskin(?:en)?$ | systemet$
  `,
  toMachine: String.raw`
    (?:meddelande|till|instruktion|regel|notis|order|obs|hälsning|ord|uppmaning)~(?:ai|ain|ai:n|språkmodellen|modellen|boten|botten|assistenten|granskaren|domaren|algoritmen|maskinen|roboten|klassificeraren|kontrollanten|den som (?:klassar|sorterar|märker|sammanfattar))$ |
    till (?:ai|språkmodell|modell|bot|granskare|domare)\w* |
    (?:kära|hej|hallå|bästa|lyssna|obs|hör du|käre|du) (?:\w+ )?(?:ai|språkmodell|modell|bot|boten|assistent|klassificerare|maskin|robot|chatgpt|domare|granskare)$ |
    om du är en (?:ai|språkmodell|modell|bot|maskin|robot) |
    (?:ai|språkmodell|modell|bot|assistent)(?:en|n)? (?:ska|skall|måste|bör)$ |
    du är den (?:ai|modell|bot|maskin|robot)\w* | som (?:ai|språkmodell)$ |
    till (?:programmet|systemet|skriptet|datorn|tjänsten|agenten|maskinen) som |
    (?:programmet|skriptet|maskinen|agenten) som~(?:läser|går|sorterar|behandlar)
  `,
  reader: String.raw`
    (?:den|det|du|vem|vad|ni|program|system|person)~(?:sorterar|klassar|klassificerar|märker|läser|sammanfattar|behandlar|kategoriserar|sammanställer)\w* |
    när du (?:läser|skriver|sammanfattar|klassar|märker|behandlar|svarar|sorterar) | i ditt svar | ditt svar$ |
    i din (?:sammanfattning|utskrift) | dem som läser sammanfattningen
  `,
  become: String.raw`
    du är(?: nu| från och med nu| hädanefter)?$ | nu är du | låtsas | agera | spela (?:rollen|en roll) |
    föreställ dig | tänk dig att du | bete dig | uppträd | din (?:nya )?(?:roll|uppgift|identitet) är |
    ditt (?:nya )?(?:namn|jobb) är | övergå till | svara som | i samma anda | anta(?:g)? (?:rollen|att) |
    ta på dig rollen | du heter | du är~nu$ | du är en$ | tala som
  `,
  role: String.raw`
    dan$ | sorterar | klassificerar | chefredaktör | redaktör | granskare | domare | administratör | utvecklare |
    facilitator | moderator | läge(?:t)?$ | terminal | tolk$ | modell$ | ai$ | assistent | robot | analytiker |
    maskin | hackare | språkmodell | \w*bot$ | kontrollant | obegränsad | system$ | pirat | \w+språk$ | poet |
    fri$ | i \w+ stil
  `,
  authority: String.raw`
    (?:det här|detta|här|jag|som)~(?:systemadministratör|administratör|utvecklare|skapare)\w* |
    systemadministratör | utvecklarna (?:säger|kräver|har) | skrivet av~utvecklar\w* | porras utvecklare |
    så bestämmer systemet | systemet (?:kräver|bestämmer|befaller) | går före (?:alla|andra|allt) | har företräde |
    högsta prioritet | nödprotokoll | på order av
  `,
  tale: String.raw`
    det var en gång | saga | sagan | berättelse | mormor | farmor | morfar | farfar | dikt$ | novell | föreställ |
    anta$ | antag | tänk om | tankeexperiment | vi leker | pjäs | hypotetisk | godnatt
  `,
  polite: String.raw`
    var (?:så )?(?:snäll|vänlig|rar|god) | snälla | skulle du (?:kunna|vilja) | kan du | får jag be | kan jag få |
    tack på förhand | vänligen | vore (?:trevligt|fint|bra) | om det inte är för mycket | så vänlig | jag ber dig
  `,
  label: String.raw`
    märk(?:a|er|te)?$ | markera | klassa | klassificera | klassificering | kategorisera | tagga | sätt(?:er|a)?$ |
    ge(?:r)?$ | lägg(?:er|a)?$ | placera | flytta | räkna(?:s|r)?$ | tolka | behandla | sortera | betrakta |
    hör(?:a)?$ | tilldela | ange$ | släng | handla(?:r|de)?$ | bestämde | ändra | får$ | använd | kalla | se~som$ |
    bedöm | är$ | byt$ | byta$ | poängsätt | betygsätt | registrera | är allt | skriv in | höj$ | sänk$ |
    sätt none | för in
  `,
  others: String.raw`
    all(?:a|as|t)?~(?:andra|andras|övriga|inlägg|meddelanden|bidrag|kommentarer|svar|rader|texter)$ | allas$ |
    allt$ | andras | övriga | resten | de andra |
    varje~(?:inlägg|meddelande|bidrag|kommentar|svar|rad|annat|annan|påstående|punkt)\w* | var och en |
    vart och ett |
    (?:nästa|föregående|följande|kommande)~(?:inlägg|meddelande|meddelandena|bidrag|kommentar|rad|svar|punkt)\w* |
    (?:inlägg|meddelande|bidrag|kommentar|svar|rad|punkt|nummer|nr)(?:en|na|et)? ?#?\d+ |
    hela (?:listan|bunten|satsen|gänget) | (?:som|vad) \w+ (?:skrev|sade|sa)$ | de om | ge dem | dem$ |
    alla handlade | de här (?:meddelanden|inläggen)\w* | alla$ |
    (?:rader(?:na)?|inlägg(?:en)?|meddelanden(?:a)?|kommentarer(?:na)?|punkter(?:na)?) (?:\d+|som) |
    allt (?:som )?\w+ (?:säger|skriver|skrev|sade|sa) | \w+s (?:kommentarer|inlägg|meddelanden|bidrag|svar)$ |
    vad (?:de )?(?:andra|alla) (?:än )?(?:skrev|säger|skriver) | varje (?:rad|punkt|tema|text|svar) |
    rad \d+ och \d+ | ingen annan | någon annan
  `,
  self: String.raw`
    (?:det|de) här (?:inlägg|meddelande|bidrag|svar|kommentar)\w* | den här (?:kommentar|text|rad)\w* |
    detta (?:inlägg|meddelande|bidrag|svar) | mitt (?:inlägg|meddelande|bidrag|svar)
  `,
  contribution: String.raw`
    meddelande | inlägg | bidrag | kommentar | svar(?:en|et)?$ | rad(?:er|erna)?$ | text(?:er|erna)?$ | punkt
  `,
  meta: String.raw`
    etikett | kategori | klass(?:en|er)?$ | steg(?:et|en)?$ | typ(?:en)?$ | signal | säkerhet(?:en)? | konfidens |
    tema(?:t|n)?$ | undertem | märkning | step$ | skräp | kopior | tillförlitlig | tagg | beröm | etiketterna |
    betyg | poängsätt | ovidkommande
  `,
  key: String.raw`
    none$ | kunnande | behov(?:en)?$ | gränssnitt | process(?:er|erna)?$ | informationshantering | öppenhet |
    teknik(?:en)?$ |
    (?:som|under|till) (?:lösning|idé|säkerhet|berättelse|bekymmer|oro|fråga|uppskattning|kommentar|beröm|tack) |
    som (?:en )?lösning | uppskattning | competence|interfaces|processes|needs|security | thank$ | raise$ | skräp |
    något steg | inget steg | beröm | ovidkommande | irrelevant | brus$ | ointressant | värdelös | steget \w+ |
    meningslös
  `,
  sure: String.raw`
    säkerhet(?:en)? | konfidens | helt säker | fullständigt säker | sannolikhet | tillförlitlighet | confidence
  `,
  rightAnswer: String.raw`
    (?:rätt|korrekt|enda|rätta|riktiga|slutliga) (?:svar(?:et)?|etikett)\w*
  `,
  number: String.raw`
    \d+(?:[.,]\d+)? | ett$ | högsta | maximal | full$ | noll$ | helt$ | fullständigt
  `,
  rename: String.raw`
    döp(?:a)? om | byt namn | namnge | kalla | slå (?:ihop|samman) | dela upp | heta$ | heter | ta bort |
    rubricera | namnger | ska heta | få namnet | döpas
  `,
  subTheme: String.raw`
    under ?tem | temana | teman$ | varje tema | alla teman | kluster | delteman? | vartenda tema | temat$ |
    alla rubriker
  `,
  notNeeded: String.raw`
    behöver (?:ingen|inga|inget|inte) | får (?:ingen|inga|inget) | är redan (?:behandla|klassa|räkna)\w* |
    inte hör till | hör inte till | utan etikett | räknas inte | ska inte räknas | förtjänar inte |
    är (?:ovidkommande|irrelevant|skräp|brus|värdelös|meningslös|ogiltig)\w* |
    bara mi(?:tt|n|na)~(?:räknas|gäller|betyder)
  `,
  digest: String.raw`
    veckosammanfattning | veckans (?:sammandrag|sammanfattning|rapport|brev) | veckobrev |
    sammanfattning(?:en)?(?: av)? (?:det här|detta|veckans|steget|dagens) | (?:dagens|veckans) sammanfattning |
    påstående | sammandrag | veckans text | veckotext | i sammanfattningen$ |
    sammanfattningen (?:ska|måste|bör|säga|börjar|säger)
  `,
  summary: String.raw`
    sammanfatt | rapport | slutsats | resultatet$ | översikt | utskrift | resultat | veckans text | veckotext
  `,
  write: String.raw`
    skriv(?:er)?$ | skrev$ | säg(?:er|a)?$ | stå$ | nämn | lägg (?:till|in) | inkludera | ta med | börja(?:r)?$ |
    inled | avsluta | påstå$ | hävda | berätta | ange$ | sätt$ | meddela | framhåll | betona | rapportera |
    citera(?:s)? | hänvisa | konstatera | beröm | räkna upp | uppge
  `,
  must: String.raw`
    ska$ | skall$ | måste | bör$ | borde | bara$ | enbart | endast | alltid | se till | skulle$ | snälla |
    framöver | kunde$
  `,
  that: String.raw`
    att$ | orden | ordet | meningen | följande | bara$ | ett påstående | vid namn | inget annat | " | ” | hur$ |
    dem som | där$
  `,
  exclude: String.raw`
    utelämna | lämna (?:bort|ut) | ta bort | göm$ | dölj | stryk | uteslut |
    (?:nämn|citera|visa|inkludera|räkna|berätta|ta med|skriv|säg)~(?:inte|aldrig|ingenting|inget) |
    (?:inte|aldrig)~(?:nämn|citera|visa|inkludera|räkna|ta med)\w* | förtig | tona ner | censurera | hoppa över |
    inte ett ord om | tar bort | plocka bort | rensa bort | låt bli att nämna
  `,
  agree: String.raw`
    alla~(?:överens|vill|önskar|stöder|håller|är|hatar|kräver|slutar|ber)$ | vi alla |
    alla (?:medarbetare|deltagare) | enhällig | eniga | hela (?:teamet|gruppen|personalen|enheten) |
    gruppen (?:litar|vill|kräver|har|är) | ingen (?:vill|behöver) | ledningen har | måste bytas | avgå |
    vi (?:alla )?är (?:alla )?(?:nöjda|överens) | allt är bra
  `,
  only: String.raw`
    bara$ | enbart | endast | inget annat | ingenting annat | uteslutande | exakt | ingen annan än | inga andra än |
    utom mi(?:g|tt|na) | först$ | inget mer | mer behövs inte
  `,
  quote: String.raw`
    citera | citat | citattecken | källa | källor | källhänvis | hänvis | lägg~i munnen | förtjänar ett citat
  `,
  attribute: String.raw`
    tillskriv | som författare | som avsändare | som källa | skyll | kom från$ | skrivet av |
    så att (?:hon|han|hen) säger | skrev det anonyma | i \w+s namn | att \w+ (?:klagade|skrev|sade|påstod) |
    det var \w+ som (?:klagade|skrev|sade|sa)$
  `,
  claim: String.raw`
    påstående | hänvisning | citat | käll | carried | utsag | bevis | slutsats | omdöme
  `,
  approve: String.raw`
    godkänn | styrk | stöd$ | stöds | carried | bekräfta | sann | riktig | acceptera | verifiera | svara ja |
    korrekta | har stöd
  `,
  link: String.raw`
    länk | url | https? | bild(?:en)?$ | @channel | @here | @everyone | webbplats | protokollet finns
  `,
  append: String.raw`
    lägg | sätt | bifoga | infoga | visa | bädda in | inkludera | skicka | klistra | i slutet av | publicera
  `,
  reveal: String.raw`
    avslöja | visa | skriv (?:ut|ner) | upprepa | räkna upp | lista$ | ge$ | berätta | återge | vad$ | vilka$ |
    vem$ | läck | läs(?:a)?$ | få se | dela$ | kopiera | klistra | översätt | röj | byt ut | rabbla | skriv listan |
    identifiera | koda$ | nyfiken | klistra in | vilken$ | kopiera hit | redogör | beskriv
  `,
  prompt: String.raw`
    system ?prompt | dold\w+ (?:instruktion|prompt|regl)\w* | hemlig\w* (?:instruktion|prompt|regl)\w* |
    intern\w* (?:instruktion|regl)\w* | ursprunglig\w* (?:instruktion|prompt)\w* | din prompt |
    dina (?:instruktion|regl|anvisning)\w* | språkmodellers | systemmeddelande | api ?nyck |
    vad (?:fick du|du fick) (?:veta|höra) | utvecklarens instruktion
  `,
  verbatim: String.raw`
    ord för ord | ordagrant | bokstav för bokstav | i sin helhet | hela texten | exakt som | oförändrat |
    tecken för tecken | ordrätt
  `,
  above: String.raw`
    (?:texten|orden|raderna|allt|det|meddelandet|innehållet)~(?:ovan|ovanför|före)$ | står ovanför |
    före det första | längst upp | de första raderna | (?:första) (?:mening|rad|ord|instruktion)\w* | före listan
  `,
  given: String.raw`
    du (?:fick|tog emot|har fått|ser|såg|läste|blev given) | fick du | har du fått | som du ser |
    (?:första|allra första) (?:mening|rad|ord|instruktion)\w* | före listan | delen före | som skickades till dig |
    vad ser du
  `,
  people: String.raw`
    deltagar | alla$ | allas | medlemm | författar | skribent | kollegor | dem som | anonym | vem$ | talare |
    användar | de som | folk$ | tyst
  `,
  personal: String.raw`
    namn(?:en|et)?$ | vid namn | e ?post | mejladress | telefonnummer | adress | identitet | anonym | lösenord |
    privat | person(?:uppgift|nummer|beteckning) | har varit tyst | inte har svarat | riktiga namn | nycklar |
    vem (?:skrev|sade|sa)
  `,
  mask: String.raw`
    maskera | platshållar | pseudonym | anonymisera | riktiga namn | verkliga namn | mot det riktiga | dolda namn
  `,
  end: String.raw`
    slut(?: på)?$ | slutar | tar slut | börjar | här$ | det följande | det som följer | är slut | nedan$ | början
  `,
  data: String.raw`
    materialet | bidragen | inläggen | meddelandena | data(?:n)?$ | indata | listan | kommentarerna | kontext |
    samtalet | instruktioner | svaren | raderna | listan$
  `,
  batch: String.raw`
    (?:den här|hela|denna) (?:listan|satsen|högen|bunten) | går igenom listan | rad \d+ | varje rad | varje punkt |
    raderna | i listan
  `,
  done: String.raw`
    är redan (?:behandla|klassa|räkna)\w* | redan behandlade |
    (?:finns|är) (?:det )?(?:inga|inte några) (?:bidrag|inlägg|meddelanden) | inga bidrag | tom (?:lista|vecka) |
    tomt svar | inget att klassa | (?:listan|satsen|veckan|materialet|indata) (?:är|var) tom(?:t)? |
    ingen (?:skrev|sade|sa) (?:något|nånting)
  `,
  output: String.raw`
    json | tom lista | returnera | svara$ | skriv ut | motiveringsfält | fält | schema | format
  `,
  answerWith: String.raw`
    (?:svara|returnera|skriv|säg)~(?:med ordet|med orden|bara med|endast med|enbart med|med ett enda ord|ok$|med en tom)\w* |
    och inget annat | och ingenting annat | hela ditt svar | ditt enda svar | svarar på \w+språk
  `,
  newTask: String.raw`
    ny(?:a|tt)? (?:uppgift|instruktioner|regler|uppdrag|order) ?: |
    din (?:nya|riktiga|egentliga|enda) (?:uppgift|roll) | (?:stopp|obs|viktigt|halt) (?:ny|nya|från|din) |
    uppdaterade (?:instruktioner|regler) ?:
  `,
  decode: String.raw`
    avkoda | base ?64 | rot ?13 | hex | baklänges | dechiffrera | tyd$ | bakvänt | packa upp
  `,
  follow: String.raw`
    följ$ | lyd$ | utför | gör (?:vad|som|det som) | verkställ | vad den säger | vad det står
  `,
  among: String.raw`
    (?:vi|jag|de|hon|han|någon|ingen|man|kunderna|min|mitt|oss|vår|vårt|våra)$ | kunde vi | ska vi | låt oss |
    har någon | kan någon | den gamla | glömde | så att de andra
  `,
};
