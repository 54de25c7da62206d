import type { Words } from '../concept.ts';

/** Words of Swedish, as written in Finland and in Sweden: orders about what is given back. */
export const SWEDISH_DIGEST: Words = {
  digest: String.raw`
    veckosammanfattning | veckans (?:sammandrag|sammanfattning|rapport|brev) | veckobrev |
    sammanfattning(?:en)?(?: av)? (?:det här|detta|veckans|steget|dagens) | (?:dagens|veckans) sammanfattning |
    påstående | sammandrag | veckans text | veckotext | i sammanfattningen$ |
    sammanfattningen (?:ska|måste|bör|säga|börjar|säger) |
    (?:sammanfatta|beskriv|framställ) (?:veckan|samtalet|diskussionen|rundan) | veckans rubrik |
    vecko(?:inlägg|meddelande|mejl|post|text|uppdatering)\w* | ditt (?:med|så här) | slutord | (?:sluta|avsluta) ditt
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
    ska$ | skall$ | måste | bör$ | borde | bara$ | enbart | endast | alltid | se till | skulle$ | snälla | framöver |
    kunde$ | se till det
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
    utom mi(?:g|tt|na) | inget mer | mer behövs inte | bara dem | bara de$
  `,
  quote: String.raw`
    citera | citat | citattecken | källa | källor | källhänvis | hänvis | lägg~i munnen | förtjänar ett citat |
    hitta på
  `,
  attribute: String.raw`
    tillskriv | som författare | som avsändare | som källa | skyll | kom från$ | skrivet av |
    så att (?:hon|han|hen) säger | skrev det anonyma | i \w+s namn | att \w+ (?:klagade|skrev|sade|påstod) |
    det var \w+ som (?:klagade|skrev|sade|sa)$ | se ut som om | låta som om | hade sagt
  `,
  claim: String.raw`
    påstående | hänvisning | citat | käll | carried | utsag | slutsats | omdöme | mening(?:ar|en)?$ | domaren |
    meningarna | var och en
  `,
  approve: String.raw`
    godkänn | styrk | stöd$ | stöds | carried | bekräfta | sann | riktig | acceptera | verifiera | svara ja |
    korrekta | har stöd | släpp(?:a)? igenom | godkänt | vinka igenom | säg ja | var inte så (?:sträng|noga|hård) |
    var snäll mot | full poäng
  `,
  link: String.raw`
    länk | url | https? | bild(?:en)?$ | @channel | @here | @everyone | webbplats | protokollet finns | www
  `,
  append: String.raw`
    lägg | sätt | bifoga | infoga | visa | bädda in | inkludera | skicka | klistra | i slutet av | publicera |
    skickas till | ledas till | styras till | hänvisas till
  `,
};
