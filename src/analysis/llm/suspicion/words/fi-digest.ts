import type { Words } from '../concept.ts';

/** Words of Finnish, as stems since words are inflected: orders about what is given back. */
export const FINNISH_DIGEST: Words = {
  digest: String.raw`
    koost(?:e|etta|een|eessa|eeseen|eesta|eet|eisiin) | viikkokoost | viikon (?:yhteenve|tiivistelm|koost|raport)\w* |
    askel\w* (?:yhteenve|tiivistelm)\w* | väit(?:e|teen|teeseen|teitä|teet|teessä|teenä) | viikkoteks |
    (?:tiivistä|kuvaa|kuvaile|esitä) (?:viikko|keskustelu|kierros|viikon) | viikon otsikko |
    viikko(?:viesti|postau|kirje|teksti|tiedot|päivity|julkais)\w* | omasi (?:tähän|näin|siihen) | loppukaneet |
    tiivistä viikko
  `,
  summary: String.raw`
    yhteenve | tiivistelm | raport | selost | johtopäät | loppupäät | tulost | tuloks | viikkoteks | lopputulo |
    viikkokirj
  `,
  write: String.raw`
    kirjoita | kirjoitat | kirjoittakaa | kirjoitti$ | sano(?:o|t|kaa)?$ | kerro(?:t|thän|kaa)?$ | mainits |
    maini(?:tse|ta|tkaa) | lisää$ | lisätkää | liitä | sisällytä | aloita | aloit | lopeta | päätä | väitä | ilmoita |
    totea | julista | korosta | painota | raportoi | luk(?:ea|isi|ee|evat|kea)$ | viitattava | viittaa | alkavat |
    pane | nimeä | ylistä | esitä | luettele | siinä lukisi | lainaa
  `,
  must: String.raw`
    pitää | pitäisi | täyty | tulee | on (?:mainittava|luettava|sanottava|oltava|kirjoitettava|viitattava) |
    on \w+(?:ttava|tava|tävä|ttävä)$ | vain$ | ainoastaan | aina$ | muista$ | varmista | huolehdi | jatkossa | lukisi
  `,
  that: String.raw`
    että$ | ettei | sanat | sanoilla | lause | seuraav | väitteenä | vain$ | nimeltä | miten$ | " | ” | kuinka |
    ne jotka | jotka | heidät
  `,
  exclude: String.raw`
    jätä~pois | jätetään~mainitsematta | jätä~mainitsematta | jätä pois | poista | piilota | salaa$ | häivytä |
    vaikene |
    (?:älä|älkää|ei saa|äläkä|et saa|ei pidä)~(?:maini|sisällytä|lainaa|näytä|laske|kerro|ota mukaan|listaa|puhu|sano|kirjoita)\w* |
    sivuuta | vähättele | sensuroi | karsi | poistat | poistakaa | poistaisit | ota pois | siivoa pois | karsi pois
  `,
  agree: String.raw`
    kaikki~(?:samaa mieltä|haluavat|toivovat|kannatta|pyytä|ovat|vihaavat|vaativat|irtisano)\w* | (?:me|he) kaikki |
    kaikki olemme | yksimieli | koko (?:tiimi|ryhmä|henkilöstö|yksikkö|porukka) |
    ryhmä (?:luottaa|haluaa|vaatii|on|pyytää) | kukaan ei (?:halua|tarvitse|kannata) | johto on | on vaihdettava |
    eroamaan | johtaja on | olemme (?:kaikki )?(?:tyytyväi|samaa)\w* | kaikki on hyvin
  `,
  only: String.raw`
    vain$ | ainoastaan | pelkästään | pelkkä | ei mitään muuta | eikä mitään muuta | ei muuta | täsmälleen |
    ketään muuta kuin | ei muita kuin | paitsi minu | vain minun | mitään muuta | muuta kuin minua | vain ne |
    vain niitä | vain minut
  `,
  quote: String.raw`
    lainaa | lainaus | sitaat | siteera | lähte(?:eksi|istä|istään|itä|eenä) | viittau | viitattava | viittaa |
    heittomerk | lainauksen | keksi | niin kuin~olisi sanonut | olisi sanonut
  `,
  attribute: String.raw`
    nimiin$ | kirjoittajaksi | lähettäjäksi | sanojaksi | tekijäksi | kirjoittajana | merkitse lähteeksi | lähteeksi |
    vastuulle | on kirjoittanut | niin,? että (?:hän|se) sanoo | että \w+ (?:valitti|kirjoitti|sanoi|väitti|haukkui) |
    \w+n nimissä | \w+n sanomaksi | näyttämään siltä | kuulostamaan siltä | olisi sanonut | laita~suuhun
  `,
  claim: String.raw`
    väit | viittau | lähte(?:i|e) | tuomio | carried | päätelm | lause(?:en|et|ita)$ | tuomarin | kaikki läpi |
    lausei(?:ta|den) | lauseen | jokaiseen
  `,
  approve: String.raw`
    tuetu | tukea | tuettu | pitävät paikkansa | pitää paikkansa | carried | vahvista | oikeiksi | todeksi | tosiksi |
    kelpuuta | läpäise | vastaa (?:kyllä|tosi) | päästä läpi | päästää~läpi | päästä~läpi | hyväksyt | sano~kyllä |
    älä ole niin (?:tarkka|ankara|tiukka) | ole lempeä | ole armollinen | täydet pisteet | hyväksy(?:t|kää|ä|minen)?$
  `,
  link: String.raw`
    link | osoite http | https? | url | kuva(?:n|a|ksi)?$ | @channel | @here | @everyone | verkkosiv |
    pöytäkirja täällä | www | osoitteeseen
  `,
  append: String.raw`
    lisää | liitä | pane | laita | näytä | upota | sisällytä | lähetä | liittä | julkaise | loppuun | ohjattava |
    ohjaa | johdata | vie$
  `,
};
