import type { Words } from '../concept.ts';

/** Words of Finnish, as stems since words are inflected: orders that push others aside, and who is spoken to as what. */
export const FINNISH_ORDERS: Words = {
  override: String.raw`
    unohda(?:kaa|t|han|pa)?$ | unohtakaa | unohtamaan | unohtaisit | unohtaa kaik | ohita(?:kaa|t)?$ | ohittakaa |
    ohittamaan | sivuuta(?:kaa|t)?$ | sivuuttakaa | hylkää | hylätkää | kumoa | mitätöi | peru(?:uta|un) | viis$ |
    syrjäyt | korvaa$ | korvaavat | poikkea | riko$ | hyppää yli |
    (?:älä|älkää|äläkä|ei tarvitse|ei pidä|et saa|lakkaa|lopeta|ei kannata)~(?:välitä|välittäkö|välittä|noudat|seura|tottel|huomioi|piitta|käyt|kuuntel|sovella|ajattele|laske) |
    jätä~huomiotta | jätä~huomioimatta | jätä~noudattamatta | jätä~väliin | jätä omaan arvoonsa |
    ei(?:vät)? (?:enää )?(?:päde|ole voimassa|koske|sido|ole enää) |
    (?:ohje|sään|määräy)\w* (?:on|ovat) (?:kumottu|peruttu|päättyneet) | välittämättä | piittaamatta | noudattamatta |
    vapaudu | (?:on|ovat) (?:mitätö|kumottu|vanhentunu|väär|turh|pätemät) | mitätön | mitätöntä | väärä(?:t|ä)? ohje |
    nollaa | muut(?:an|amme)~säännöt | lainauksia saa keksiä | saa keksiä | kapinoi | ole tottelematta
  `,
  rule: String.raw`
    ohje(?!lm) | luokitteluohje | toimintaohje | säänn | sääntö | määräy | käsky | kehot(?:e|te) | komen(?:to|no|ta) |
    rajoit | kiello | linjauk | edellä (?:oleva|sano|maini|anne) | yllä ?(?:oleva|sano|maini|anne) |
    kaikki mitä (?:sinulle|sulle|edellä|yllä) | mitä (?:sinulle|sulle) (?:on )?(?:sanot|kerro|anne|opete|käske) |
    tehtävänan | alkuperäi\w+ tehtäv | järjestelmäviest | ohjeistu | tehtävä(?:si|t|ä|nanto)? | rooli | asetuk |
    toimeksian | kaikki mitä (?:tiedät|olet)
  `,
  whole: String.raw`
    kaik | jokai | joka$ | aiem | aikaisem | edelli | edeltä | edellä | yllä | ylläolev | yläpuol | tähänasti |
    sinu[nl] | sulle$ | sun$ | saami | saanut$ | annet | antam | alkuperä | järjestelmä | omat$ | omas | nykyis |
    voimassa | \w*(?:ohjee|ohjei|sääntö|käsky|kehottee|määräykse|rajoitukse|komento|asetukse)\w*si$ | ohjee?si$ |
    ohjeitasi | ohjeistasi | luokittelu | kehittäjä | minkään | mistään | mitään | \w*ohjeistukse(?:si|stasi|esi)$ |
    aiempi | entise
  `,
  yours: String.raw`
    sinun$ | sun$ | sinulle | sulle$ | saami | omas | omia |
    \w*(?:ohjee|ohjei|sääntö|käsky|kehottee|määräykse|rajoitukse|komento|asetukse)\w*si$ | ohjeitasi | ohjeistasi |
    ohjeesi | \w*ohjeistukse(?:si|stasi|esi|tasi)$ | tehtäväsi | roolisi
  `,
  obey: String.raw`
    noudata | tottele | seuraa$ | toimi | tee (?:niin|näin|samoin|se|kuten|mitä|sama) | toteuta | suorita | aja$ |
    jatka | menettele | kuten alla | näin järjestelmä | tee$
  `,
  instead: String.raw`
    sen sijaan | uu(?:det|sien|si|sia)~(?:ohje|säännö|sääntö|tehtäv|määräy|käsky) | seuraav\w+ ohje |
    tästä (?:lähtien|eteenpäin|hetkestä|rivistä|alkaen) | jatkossa | vastedes | vaan$ | tästedes
  `,
  free: String.raw`
    (?:ilman|vailla)~(?:rajoituk|säänt|rajoj|suodat|ohje) | ei(?:vät)?~(?:ole )?(?:rajoituk|rajoja|sääntöj|suodat) |
    rajoittamat | suodattamat | sensuroimat | kehittäjätila | ylläpitotila | testitila | ei~(?:sitoisi|sido) |
    säännöt eivät | kaikki on sallittua | saat tehdä mitä
  `,
  machine: String.raw`
    tekoäly | kielimalli | malli(?:lle|n|a|sta)?$ | ai$ | llm | chat ?gpt | gpt | claude | gemini | copilot | botti |
    botin | botille | bot$ | avustaja | assistent | porra(?:s|ksen|kselle|sta)$ | portaan | luokitteli | algoritmi |
    robot | kone(?:en|elle|tta)?$ | järjestelmä
  `,
  toMachine: String.raw`
    (?:viesti|ohje|huom\w*|tiedoksi|käsky|pyyntö|määräys|muistutus|terveiset|sana)~(?:tekoälylle|kielimallille|mallille|botille|avustajalle|luokittelijalle|koneelle|tuomarille|robotille|algoritmille|järjestelmälle|analyytikolle|tarkastajalle|tarkistajalle|arvioijalle) |
    (?:hyvä|hei|rakas|huomio|kuule|kuulehan|arvoisa|moi|terve|no) (?:\w+ )?(?:tekoäly|kielimalli|malli|botti|bot|avustaja|luokittelija|kone|ai|chatgpt|robotti|tuomari|tarkistaja|porras)$ |
    jos olet (?:tekoäly|kielimalli|malli|kone|botti|ai|robotti) |
    (?:luokittelijalle|tekoälylle|kielimallille|tarkastajalle|tuomarille|tarkistajalle) ?(?:tiedoksi|:) |
    (?:jokaisen|kaikkien|minkä tahansa) (?:tekoälyn|kielimallin|mallin|botin) (?:tulee|pitää|täytyy|on) |
    (?:tekoälyn|kielimallin|mallin|botin|luokittelijan|avustajan) (?:tulee|pitää|täytyy|kuuluu|on)$ |
    olet (?:se|tämä|tuo) (?:tekoäly|kielimalli|malli|kone|botti|robotti) | tekoälynä$ | kielimallina$ |
    (?:ohjelmalle|koneelle|järjestelmälle|skriptille|palvelulle|sovellukselle|agentille) (?:joka|jolle|tiedoksi) |
    (?:ohjelma|kone|skripti|sovellus|agentti) joka~(?:lukee|käy|lajittelee|käsittelee|luokittelee) | käy~listaa läpi |
    (?:automaatti(?:nen|sen)|keino\w*|digitaali\w*|sähköi\w*) (?:lukija|avustaja|analyyti|kuuntelija|järjestelmä|arvioija)\w* |
    tekoälynä | kielimallina |
    (?:hei|moi|terve|hyvä|psst) (?:\w+ )?(?:lajittelu|lajitteli|luokittelu|tiivistä|pisteyttä|laskuri)\w*
  `,
  reader: String.raw`
    (?:se|sen|sille|sinä|kuka|mikä|kenen|joka|jonka|ken|henkilö|ohjelma|järjestelmä|teille|sinun)~(?:lajittele|luokittele|luke|tiivistä|käsittele|koosta|analysoi|ryhmittele|jäsentä|arvioi)\w* |
    kun (?:luet|kirjoitat|käsittelet|luokittelet|tiivistät|koostat|lajittelet|vastaat) | vastauksessasi |
    vastauksesi | tulosteessasi | koosteesi | koosteessasi | tiivistelmässäsi | luokitellessasi |
    koosteen lukijoille | näitä~(?:lajittele|luokittele|käsittele)\w*
  `,
  become: String.raw`
    (?:sinä )?olet(?: nyt| tästä lähtien| vastedes| jatkossa)?$ | sä oot | oot nyt | sinusta tulee | esitä$ |
    esitä olevasi | teeskentele | näyttele | leiki$ | leikitään | kuvittele | kuvitellaan | toimi(?:t|kaa)?$ |
    käyttäydy | eläydy | omaksu | rooli(?:si|na|n) | tehtäväsi (?:on|oli) | nimesi on | siirry~tilaan |
    vastaa (?:kuin|ikään kuin) | puhu kuin | jatka (?:kuin|samaan) | samaan tapaan | ota rooli | olet nyt |
    vastaat kuin | puhut kuin | sinä olet | näkökulmasta$
  `,
  role: String.raw`
    dan$ | luokitteli | \w*botti | päätoimittaj | toimittajana | tuomari | tarkistaja | tarkastaja | ylläpitäjä |
    kehittäjä | fasilitaattor | moderaattor | tila(?:an|ssa)$ | pääte$ | tulkki | malli$ | tekoäly | kielimalli |
    avustaja | robotti | analyyti | kone$ | lajitteli | hakkeri | arvioija | tiivistäjä | rajaton | rajoittamaton |
    hahmo | järjestelmä$ | ai$ | merirosvo | \w+ kielellä | runoilija | vapaa$ | \w+n tyyliin | harjoittelija |
    lajittelij | rehelli\w+ \w+ | puolueet\w+ | lajittelu\w+
  `,
  authority: String.raw`
    (?:täällä|tässä|olen|tämä on)~(?:ylläpitäj|pääkäyttäj|kehittäj|järjestelmänvalvoj|valmistaj) |
    ylläpitäjä(?:nä|n käsky|n määräy|n oikeu) | järjestelmänvalvoj | pääkäyttäj\w* (?:käsk|määrä|oike) |
    kehittäjä(?:t|si|n) (?:määrä|käsk|sano|kirjoit) | kirjoittaneet~kehittäj | portaan kehittäj |
    järjestelmä (?:määrää|käskee|vaatii) | järjestelmän (?:ohitus|määräys|käsky) | kaikkia muita tärkeämpi |
    ohittaa (?:kaikki|muut) | valtuute | hätäprotok
  `,
  tale: String.raw`
    olipa kerran | oli kerran | tarin | sadu | satu$ | iltasa | isoäi | mummo | mummi | ukki | vaari | runo |
    novelli | kuvitte | kuvitellaan | oletetaan | oleta | ajatuskoe | leikitään | näytelm | hypoteet
  `,
  polite: String.raw`
    ole(?:t|tko|tteko|han|pa)? (?:niin |hyvä|kiltti|kultainen|ystäväl) | olisitko | voisitko | voisiko | saisinko |
    pyydän | pyytäisin | kiitos jo | olisi (?:mukava|kiva|hienoa|ihana) | ystävällisesti | kiltti |
    jos (?:siitä )?ei ole liikaa | viitsisitkö | pyytää
  `,
};
