import { stopwords as english } from '@orama/stopwords/english';
import { stopwords as finnish } from '@orama/stopwords/finnish';
import { stopwords as swedish } from '@orama/stopwords/swedish';

const words = (list: string): string[] => list.trim().split(/\s+/);

/** Landscape and nature, in Finnish also with the cases of place ("merellä"): first names and above all surnames. */
export const LANDSCAPE: ReadonlySet<string> = new Set(
  words(`
    aalto aho alanko halla halme hanki harju heinä hiekka hovi järvi joki kallio kangas kari kari kaski kivi korpi koski
    kotka kulma kunnas laakso lahti laine lampi lehti lehto linna luoto meri metsä mylly mäki niemi niitty nurmi oja
    palo peltola pelto pohja puro ranta rinne saari salmi salo santa sarka silta suo susi suomi taipale talvi torni tuomi
    vaara vainio virta vuori vuorela tuuli tuisku pilvi lumi tähti kuu sade taivas utu halla syksy kevät suvi kesä
    berg björk dal dahl ek gran hall holm lund lind alm ask sjö strand ström skog sand åker äng ö vik
    hill wood woods field fields lake rivers brook banks forest stone park lane church west north south east
  `),
);

/**
 * Names that are also ordinary words, in any of the three languages: in small letters, and at the start of a sentence,
 * they are names only where the words about them say so. Stop words of the languages are added (`isOrdinary`).
 */
const ORDINARY: ReadonlySet<string> = new Set(
  words(`
    aamu aarre aimo aina ali armas arvo asta auli auvo anna eeli eli elo ensi ensio esa hely helmi ihme ilma ilmi ilo ilona ilta
    impi inka into iris isa jalo joutsen kai kaiku kaino kanerva kanto karhu kaunis kauko kettu kielo kirsikka koivu kokko kokki
    kukka kulta kuningas kuura kuusi lahja laina laki lauha laulu lempi lilja luku lumi maa manu marja mesi mielikki minttu
    muisto myrsky neilikka nuppu oiva okko oksa onni onnela orvokki osa otso otto paasi paju pihlaja pilvi pyry rae raita raja
    rauha riemu ruska ruusu sade saima salama sampo sana satu seppä sini sirkka siru sisko sisu sointu sorsa soma sulo suvi syksy
    säde taika taimi taisto taito talvikki tammi tapa tarmo taru tea terho tuuri toivo touko tuike tuisku tuomi tuuli tyyni tähti uljas unelma uni
    usko utu vaahtera valo valto vappu varma veli vesi vieno vilja voitto virta hirvi hauki haapa honka varis piha ilves hukka
    hiiri haukka ville
    liv saga my dag eja stig sten björn hans per bo gun kaj tom tor love sol ros rosa vide klara
    lo lova line kent falk modig stark frisk rask kvist blom gren rapp snäll
    ståhl storm svan svärd varg vinter quick hjort lilja lejon ung lång vit svart glad hammar sköld malm silver
    mark will grace hope rose art bill rich frank grant jack drew dawn april may june august summer joy faith pat rob sue
    chase max miles penny ruby pearl amber heather holly ivy iris lily daisy olive violet baker cook smith king young white
    black brown green bell bush price fisher hunter carter mason page parker potter reed sharp short long small moody swift
    walker ward ford fox frost gray grey hart knight lamb law love marsh marshall miller moon pope power powers wolf day case
    cross bird berry best bond booth bishop butler clay dean earl duke guy gene jay lance mike nick norm peg ray robin
    rusty sandy skip stew sunny terry victor wade woody ali dot charity destiny angel christian sage sky melody harmony crystal
    ginger coral gale gay jade jewel mercy patience prudence star autumn winter wren eve fern flora hazel honey major gold
    silver steel pike salmon finch crane drake nightingale taylor tailor turner cooper archer porter piper sawyer weaver tanner
    constant noble wise strong little good joyce rod don gus van abby basil herb jasmine poppy clement ernest
    ed al ken don guy jan li bo ray van pierce savage sterling stern tony trinity troy buck bud cliff dale glen heath rocky ridge sierra
  `),
);
/** Forms of names that are no words themselves: Aino-a ("only"), Pia-n ("soon"), Päivi-ä ("days"). */
const ORDINARY_FORMS: ReadonlySet<string> = new Set(
  words(
    'ainoa ainoan ainoaa ainoana pian päiviä päivin päivinä päivillä päiviksi päivistä päivissä hiljaa arina akun jeans',
  ),
);
const STOP_WORDS: ReadonlySet<string> = new Set([...english, ...finnish, ...swedish]);
const SHORTEST_SURE = 3;

/** Whether a name, or the form of it that stands in a text, may be no name at all. All in lower case. */
export const isOrdinary = (name: string, form: string): boolean =>
  name.length < SHORTEST_SURE ||
  ORDINARY.has(name) ||
  LANDSCAPE.has(name) ||
  ORDINARY_FORMS.has(form) ||
  STOP_WORDS.has(form);

const SPOKEN = words(`
  mulle sulle meille teille niille mua sua mun sun meiän teiän nää noi tän ton tää toi kans vaan ihan nyt sit siis mut ees
  palautetta aikaa vähän lisää hetki tieto tietoa mennä tulla kun jos siitä tästä enemmän todella myös
  vecka veckan månad år dag person capita automatik styck post timme gång
  customers everyone people someone anybody anyone us me
`);
/** Verbs and auxiliaries follow names too: "Will has the list". */
const AFTER_NAMES: ReadonlySet<string> = new Set(
  words(`
    is was has had does did can could will would should might must has on oli olisi ei voi voisi tulee saa teki tekee oli
    är var har hade kan ska skulle vill får kommer säger gör gjorde visste and or och eller ja tai vai
  `),
);

/** Whether a word that follows says that what stands before it was no name: "Will *you* ...", "Anna *mulle*", "Per *vecka*". */
const FOLLOWS_WORDS: ReadonlySet<string> = new Set([...STOP_WORDS, ...SPOKEN]);
export const followsOrdinary = (next: string): boolean => FOLLOWS_WORDS.has(next) && !AFTER_NAMES.has(next);

/** Names that are towns or months as well, and the words before them that mean these. */
export const PLACES: ReadonlySet<string> = new Set(
  words('lahti salla salo kemi imatra kotka lund malm holm paris dallas chelsea sydney florence austin'),
);
export const MONTHS: ReadonlySet<string> = new Set(words('april may june august'));
