import type { Words } from '../concept.ts';

/** Words of Swedish, as written in Finland and in Sweden: orders about labels. */
export const SWEDISH_LABELS: Words = {
  label: String.raw`
    märk(?:a|er|te)?$ | markera | klassa | klassificera | klassificering | kategorisera | tagga | sätt(?:er|a)?$ |
    ge(?:r)?$ | lägg(?:er|a)?$ | placera | flytta | tolka | behandla | sortera | betrakta | tilldela | ange$ | släng |
    ändra | använd | kalla | se~som$ | bedöm | byt$ | byta$ | poängsätt | betygsätt | registrera | skriv in | höj$ |
    sänk$ | sätt none | för in | full poäng | koppla | gruppera
  `,
  counts: String.raw`
    hör(?:a)?$ | handla(?:r|de)?$ | är$ | får$ | bestämde | är allt | räkna(?:s|r)?$
  `,
  others: String.raw`
    all(?:a|as|t)?~(?:andra|andras|övriga|inlägg|meddelanden|bidrag|kommentarer|svar|rader|texter)$ | allas$ | allt$ |
    andras | övriga | resten | de andra |
    varje~(?:inlägg|meddelande|bidrag|kommentar|svar|rad|annat|annan|påstående|punkt)\w* | var och en | vart och ett |
    (?:nästa|föregående|följande|kommande)~(?:inlägg|meddelande|meddelandena|bidrag|kommentar|rad|svar|punkt)\w* |
    (?:inlägg|meddelande|bidrag|kommentar|svar|rad|punkt|nummer|nr)(?:en|na|et)? ?#?\d+ |
    hela (?:listan|bunten|satsen|gänget) | (?:som|vad) \w+ (?:skrev|sade|sa)$ | de om | ge dem | dem$ |
    alla handlade | de här (?:meddelanden|inläggen)\w* | alla$ |
    (?:rader(?:na)?|inlägg(?:en)?|meddelanden(?:a)?|kommentarer(?:na)?|punkter(?:na)?) (?:\d+|som) |
    allt (?:som )?\w+ (?:säger|skriver|skrev|sade|sa) | \w+s (?:kommentarer|inlägg|meddelanden|bidrag|svar)$ |
    vad (?:de )?(?:andra|alla) (?:än )?(?:skrev|säger|skriver) | varje (?:rad|punkt|tema|text|svar) |
    rad \d+ och \d+ | ingen annan | någon annan |
    (?:andra|övriga|nästa) \w+ (?:anmärkningar|synpunkter|inlägg|rader|kommentarer) |
    varje (?:anmärkning|synpunkt|åsikt|yttrande|mening) | allt (?:som|med) |
    alla (?:anmärkningar|synpunkter|åsikter) | alla \w+ jag menar alla
  `,
  self: String.raw`
    (?:det|de) här (?:inlägg|meddelande|bidrag|svar|kommentar)\w* | den här (?:kommentar|text|rad)\w* |
    detta (?:inlägg|meddelande|bidrag|svar) | mitt (?:inlägg|meddelande|bidrag|svar) |
    det här är~(?:bästa|enda|rätta) (?:lösningen|idén|svaret)
  `,
  contribution: String.raw`
    meddelande | inlägg | bidrag | kommentar | svar(?:en|et)?$ | rad(?:er|erna)?$ | text(?:er|erna)?$ | punkt |
    anmärkning | synpunkt | åsikt | notering | yttrand
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
    meningslös | full poäng | bästa lösningen
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
    döp(?:a)? om | byt namn | namnge | kalla | slå (?:ihop|samman) | dela upp | heta$ | heter | ta bort | rubricera |
    namnger | ska heta | få namnet | döpas | gruppera | samla | bunta | klumpa
  `,
  subTheme: String.raw`
    under ?tem | temana | teman$ | varje tema | alla teman | kluster | delteman? | vartenda tema | temat$ |
    alla rubriker | underteman | rubriken | en rubrik | samma rubrik
  `,
  notNeeded: String.raw`
    behöver (?:ingen|inga|inget|inte) | får (?:ingen|inga|inget) | är redan (?:behandla|klassa|räkna)\w* |
    inte hör till | hör inte till | utan etikett | räknas inte | ska inte räknas | förtjänar inte |
    är (?:ovidkommande|irrelevant|skräp|brus|värdelös|meningslös|ogiltig)\w* |
    bara mi(?:tt|n|na)~(?:räknas|gäller|betyder)
  `,
};
