import type { Words } from '../concept.ts';

/** Words of Swedish, as written in Finland and in Sweden: orders that push others aside, and who is spoken to as what. */
export const SWEDISH_ORDERS: Words = {
  override: String.raw`
    ignorera(?:r)?$ | glöm(?:ma)?(?: bort)?$ | bortse | bortser | strunta | skit i | skita i | åsidosätt |
    hoppa över | upphäv | förbise | kringgå | förkasta | släpp$ | lämna~därhän | slopa | ersätt | frångå | bryt$ |
    överskugga | nollställ | (?:följ|lyd|använd|lyssna|hör|respektera|tillämpa|bry|beakta|iaktta)~(?:inte|aldrig) |
    (?:inte|aldrig|sluta|slipper|behöver inte)~(?:följ|lyd|använd|bry|lyssna|tillämpa|rätta)\w* | fäst ingen |
    gäller inte | gäller ej | gäller inte längre | är (?:upphävda|ogiltiga|slopade) | utan att följa | utan hänsyn |
    är (?:ogiltig|fel|upphäv|slopa|inaktuell|föråldrad|inte längre)\w* | ogiltig | ändrar~regler\w* |
    (?:går bra|tillåtet|okej|fritt fram) att (?:hitta på|ljuga|ignorera) | vägra | olydig
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
    (?:programmet|skriptet|maskinen|agenten) som~(?:läser|går|sorterar|behandlar) |
    (?:automatisk\w*|artificiell\w*|digital\w*|elektronisk\w*) (?:läsare|assistent|analytiker|lyssnare|system|granskare) |
    som (?:en )?språkmodell |
    (?:hej|hallå|kära|psst|tjena) (?:\w+ )?(?:sorterings|sorterar|märknings|klassnings|sammanfattar|räkne)\w*
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
    ta på dig rollen | du heter | du är~nu$ | du är en$ | tala som | synvinkel | perspektiv$
  `,
  role: String.raw`
    dan$ | sorterar | klassificerar | chefredaktör | redaktör | granskare | domare | administratör | utvecklare |
    facilitator | moderator | läge(?:t)?$ | terminal | tolk$ | modell$ | ai$ | assistent | robot | analytiker |
    maskin | hackare | språkmodell | \w*bot$ | kontrollant | obegränsad | system$ | pirat | \w+språk$ | poet | fri$ |
    i \w+ stil | sorterings\w+ | ärlig\w* \w+ | opartisk
  `,
  authority: String.raw`
    (?:det här|detta|här|jag|som)~(?:systemadministratör|administratör|utvecklare|skapare)\w* | systemadministratör |
    utvecklarna (?:säger|kräver|har) | skrivet av~utvecklar\w* | porras utvecklare | så bestämmer systemet |
    systemet (?:kräver|bestämmer|befaller) | går före (?:alla|andra|allt) | har företräde | högsta prioritet |
    nödprotokoll | på order av
  `,
  tale: String.raw`
    det var en gång | saga | sagan | berättelse | mormor | farmor | morfar | farfar | dikt$ | novell | föreställ |
    anta$ | antag | tänk om | tankeexperiment | vi leker | pjäs | hypotetisk | godnatt
  `,
  polite: String.raw`
    var (?:så )?(?:snäll|vänlig|rar|god) | snälla | skulle du (?:kunna|vilja) | kan du | får jag be | kan jag få |
    tack på förhand | vänligen | vore (?:trevligt|fint|bra) | om det inte är för mycket | så vänlig | jag ber dig
  `,
};
