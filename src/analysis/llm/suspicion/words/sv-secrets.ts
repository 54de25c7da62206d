import type { Words } from '../concept.ts';

/** Words of Swedish, as written in Finland and in Sweden: requests for what is hidden, the frame of the data, and the work itself. */
export const SWEDISH_SECRETS: Words = {
  reveal: String.raw`
    avslöja | visa | skriv (?:ut|ner) | upprepa | räkna upp | lista$ | ge$ | berätta | återge | vad$ | vilka$ | vem$ |
    läck | läs(?:a)?$ | få se | dela$ | kopiera | klistra | översätt | röj | byt ut | rabbla | skriv listan |
    identifiera | koda$ | nyfiken | klistra in | vilken$ | kopiera hit | redogör | beskriv | skriv ut | häng ut |
    förråd
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
    (?:texten|orden|raderna|allt|det|meddelandet|innehållet)~(?:ovan|ovanför|före)$ | står ovanför | före det första |
    längst upp | de första raderna | (?:första) (?:mening|rad|ord|instruktion)\w* | före listan
  `,
  given: String.raw`
    du (?:fick|tog emot|har fått|ser|såg|läste|blev given) | fick du | har du fått | som du ser |
    (?:första|allra första) (?:mening|rad|ord|instruktion)\w* | före listan | delen före | som skickades till dig |
    vad ser du | kom(?:mit)? till dig | (?:skrev|sade|sa|berättade|förklarade|gav) (?:till )?dig |
    din (?:chef|arbetsgivare|herre|programmerare|konstruktör)
  `,
  people: String.raw`
    deltagar | alla$ | allas | medlemm | författar | skribent | kollegor | dem som | anonym | vem$ | talare |
    användar | de som | folk$ | tyst
  `,
  personal: String.raw`
    namn(?:en|et)?$ | vid namn | e ?post | mejladress | telefonnummer | adress | identitet | anonym | lösenord |
    privat | person(?:uppgift|nummer|beteckning) | har varit tyst | inte har svarat | riktiga namn | nycklar |
    vem (?:skrev|sade|sa) | vem som (?:skrev|sade|sa|är)
  `,
  mask: String.raw`
    maskera | platshållar | pseudonym | anonymisera | riktiga namn | verkliga namn | mot det riktiga | dolda namn |
    avslöja | häng ut
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
    och inget annat | och ingenting annat | hela ditt svar | ditt enda svar | svarar på \w+språk |
    citera~(?:ingen annan|bara mig|endast mig)
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
  command: String.raw`
    >(?:skriv|lägg|visa|ge|använd|sätt|märk|klassa|flytta|räkna|kalla|döp|slå|publicera|citera|godkänn|ta bort|stryk|hoppa|ignorera|glöm|följ|lyd|sammanfatta|rapportera|upprepa|avslöja|översätt|infoga|bifoga|minns|kom ihåg|anta|låtsas|svara|returnera|hitta på|ändra|byt|ersätt|betrakta|behandla|bedöm|låt|sluta|börja|nämn|säg|påstå|gör|strunta|namnge|lista|beskriv)$
  `,
  machinery: String.raw`
    etikett | märkning | klassning | kategorin$ | under ?tem | sammanfatt | rubrik | citat | påstående | domare |
    granskar | bidrag(?:en|et)?$ | nästa inlägg | hela körningen | säkerheten$ | steg(?:et)?$ | none$ | prompt |
    dina (?:instruktion|regl)\w* | inställningar | motivering | varje mening | veckans rubrik | veckan som |
    resultaten$ | ledger | materialet | deras namn
  `,
  youDo: String.raw`
    (?:som )?du (?:kontrollerar|granskar|klassar|märker|sorterar|sammanfattar|publicerar|skriver ut|kör|behandlar|postar|citerar|bedömer) |
    (?:skapade|byggde|tränade|programmerade|gjorde) dig | kom till dig |
    (?:dina|din) (?:skapare|utvecklare|ägare|upphovsmän) | du är programmerad | du har rätt att |
    din (?:chef|arbetsgivare|programmerare|konstruktör) | din nästa (?:utskrift|svar|text) |
    ditt nästa (?:svar|inlägg)
  `,
  relabel: String.raw`
    (?:är|gör (?:den|det|dem) till|blir|räknas som)~(?:ett )?(?:tack|uppskattning|bekymmer|idéer|idé|berättelse|lösning|fråga|beröm|none|skräp)$ |
    ingenting (?:är )?ett bekymmer
  `,
  among: String.raw`
    (?:vi|jag|de|hon|han|någon|ingen|man|kunderna|min|mitt|oss|vår|vårt|våra)$ | kunde vi | ska vi | låt oss |
    har någon | kan någon | den gamla | glömde | så att de andra | hur du | berätta mer | lades$ | sattes$ | gavs$ |
    kallades$
  `,
};
