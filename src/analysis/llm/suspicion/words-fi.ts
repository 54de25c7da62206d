import type { Words } from './concept.ts';

/** Words of Finnish that orders to a machine are made of; stems, since words are inflected. */
export const FINNISH: Words = {
  override: String.raw`
    unohda(?:kaa|t|han|pa)?$ | unohtakaa | unohtamaan | unohtaisit | unohtaa kaik | ohita(?:kaa|t)?$ | ohittakaa |
    ohittamaan | sivuuta(?:kaa|t)?$ | sivuuttakaa | hylkää | hylätkää | kumoa | mitätöi | peru(?:uta|un) | viis$ |
    syrjäyt | korvaa$ | korvaavat | poikkea | riko$ | hyppää yli |
    (?:älä|älkää|äläkä|ei tarvitse|ei pidä|et saa|lakkaa|lopeta|ei kannata)~(?:välitä|välittäkö|välittä|noudat|seura|tottel|huomioi|piitta|käyt|kuuntel|sovella|ajattele|laske) |
    jätä~huomiotta | jätä~huomioimatta | jätä~noudattamatta | jätä~väliin | jätä omaan arvoonsa |
    ei(?:vät)? (?:enää )?(?:päde|ole voimassa|koske|sido|ole enää) |
    (?:ohje|sään|määräy)\w* (?:on|ovat) (?:kumottu|peruttu|päättyneet) | välittämättä | piittaamatta |
    noudattamatta | vapaudu | (?:on|ovat) (?:mitätö|kumottu|vanhentunu|väär|turh|pätemät) | mitätön | mitätöntä |
    väärä(?:t|ä)? ohje | vastoin | nollaa
  `,
  rule: String.raw`
    ohje(?!lm) | luokitteluohje | toimintaohje | säänn | sääntö | määräy | käsky | kehot(?:e|te) |
    komen(?:to|no|ta) | rajoit | kiello | linjauk | edellä (?:oleva|sano|maini|anne) |
    yllä ?(?:oleva|sano|maini|anne) | kaikki mitä (?:sinulle|sulle|edellä|yllä) |
    mitä (?:sinulle|sulle) (?:on )?(?:sanot|kerro|anne|opete|käske) | tehtävänan | alkuperäi\w+ tehtäv |
    järjestelmäviest | ohjeistu | tehtävä(?:si|t|ä|nanto)? | rooli | asetuk | toimeksian |
    kaikki mitä (?:tiedät|olet)
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
    tekoäly | kielimalli | malli(?:lle|n|a|sta)?$ | ai$ | llm | chat ?gpt | gpt | claude | gemini | copilot |
    botti | botin | botille | bot$ | avustaja | assistent | porra(?:s|ksen|kselle|sta)$ | portaan | luokitteli |
    algoritmi | robot | kone(?:en|elle|tta)?$ | järjestelmä
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
    (?:ohjelma|kone|skripti|sovellus|agentti) joka~(?:lukee|käy|lajittelee|käsittelee|luokittelee) | käy~listaa läpi
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
    vastaat kuin | puhut kuin
  `,
  role: String.raw`
    dan$ | luokitteli | \w*botti | päätoimittaj | toimittajana | tuomari | tarkistaja | tarkastaja | ylläpitäjä |
    kehittäjä | fasilitaattor | moderaattor | tila(?:an|ssa)$ | pääte$ | tulkki | malli$ | tekoäly | kielimalli |
    avustaja | robotti | analyyti | kone$ | lajitteli | hakkeri | arvioija | tiivistäjä | rajaton | rajoittamaton |
    hahmo | järjestelmä$ | ai$ | merirosvo | \w+ kielellä | runoilija | vapaa$ | \w+n tyyliin
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
  label: String.raw`
    merkitse | merkitkää | merkittävä | merkitään | merkkaa | luokittele | luokitelkaa | luokiteltava | luokitte |
    luokiteltu | lajittele | laita | laittakaa | laittaisi | laitat | laitettava | sijoita | sijoitt | siirrä |
    siirt | aseta | asett | pistä | pane | panee | panna | anna(?:thän|pa)?$ | antakaa | saavat | saakoot | kirjaa |
    käsittele | tulkitse | pidä$ | pitää$ | lue(?:tte|ta|ttava)?$ | liitä | kuulu(?:u|vat|kaan|koot)$ | koskevat |
    päätti | päätä$ | muuta$ | vaihda | heitä | tunge | käytä | arvioi | pisteytä | olkoon | olkoot | nimeä |
    lasketaan | ovat$ | vaihta | arvostele | tallenna | rekisteröi | laske$ | nosta$ |
    (?:on|ovat) (?:pelk|kaikki|turh) | luetaan | merkataan
  `,
  others: String.raw`
    kaik(?:ki|kien|kiin|kia|ille|ista|een)?~(?:mu(?:ut|iden|ita|ille|ihin)|viesti|puheenvuoro|komment|vastau|kohd|rivi|loput|teksti|jutut|juttu)\w* |
    kaikki (?:mitä|mikä|jotka) | kaikkeen | kaikelle | mu(?:ut|iden|ita|ille|ihin|iden)$ | muut$ | toisten |
    loput$ | loppu(?:ja|jen|ihin)$ |
    joka(?:ise)?(?:n|sta|lle|inen|ista|seen)? (?:muu|viesti|puheenvuor|komment|kohd|kohta|rivi|vastau|väit)\w* |
    jokainen | jokaise | seuraav(?:a|at|ia|ien|aan|an|iin)$ | edelli(?:nen|set|sen|siä)$ | niille | niihin |
    ne kaikki | (?:viesti|puheenvuoro|kommen|vastau|kohd|kohta|rivi|kontribuutio|numero|nro)\w* ?#?\d+ |
    \w+ (?:viestit|kommentit|puheenvuorot|vastaukset|jutut)$ | mitä \w+ (?:kirjoitti|sanoi|kertoi) |
    koko (?:erä|lista|joukko|nippu) | puhuvat viesti | muiden | koskevat (?:viesti|asia|puheenvuor)\w* |
    (?:rivit|rivien|rivi|kohdat|kohtien|viestit|kommentit) (?:\d+|jotka|joissa) |
    joka (?:rivi|kohta|viesti|kommentti|teema|ikinen|vastaus)\w* |
    jokaise(?:en|lle|n) (?:kohta|rivi|viesti|kommentti)\w* | puhuvat (?:rivit|viestit|kommentit) |
    \w+n (?:kommentit|viestit|puheenvuorot|jutut|vastaukset|sanomiset|kirjoitukset)$ |
    mitä (?:muut|toiset|\w+) (?:sanoo|sanovat|kirjoittaa|kirjoittavat|sanoi|kirjoittivat) | ketään muuta |
    kenenkään muun | rivien \d+ ja \d+ | riville$
  `,
  self: String.raw`
    tä(?:mä|män|tä|hän|lle|stä) (?:viesti|puheenvuoro|kommentti|vastau|teksti|kirjoitu)\w* | tämän puheenvuor\w* |
    (?:viestini|kommenttini|puheenvuoroni)$ | oma viestini
  `,
  contribution: String.raw`
    viesti | puheenvuoro | komment | vastau | kirjoitu | kohd | rivi | syöt | kontribuut | teksti
  `,
  meta: String.raw`
    luok(?:ka|an|at|kaan|kia|itus|ituks|ille) | kategori | aske(?:l|le) | porta(?:alle|aseen|an) | step$ |
    laji(?:ksi|n|a)?$ | signaal | varmuu | tunnist | teema | alateem | asiato | roska | kopio | merkintä |
    luottamus(?:taso|arvo) | label | pistee | kehu | turhi | askeleksi | luoka | luokk | luokat | luokat$ | pisteytä
  `,
  key: String.raw`
    none(?:n|en|ksi|een|ssa|iin)?$ | osaamis(?:een|ta|eksi)$ | osaamisen$ | tarpeisiin | tarpeiksi |
    rajapin(?:toihin|toja|naksi) | prosess(?:eihin|eiksi|it|eja)$ | tiedonhallintaan | tiedonhallinnaksi |
    tietoturvaan | tietoturvaksi | avoimuu(?:teen|deksi) | teknologia(?:an|ksi) | ratkaisu(?:ksi|na|ihin|iksi) |
    idea(?:ksi|na|an)|ideoiksi | tarina(?:ksi|na|ksi) | huol(?:eksi|enaihe|iksi) | kysymykse(?:ksi|nä) |
    kiito(?:kseksi|ksiksi|sta$|ksi$) | arvostuk(?:seksi|sena) | kommen(?:tiksi|ttina) |
    competence|interfaces|processes|needs|security | roskaa | thank$ | raise$ | mihinkään | kehua | kehuiksi |
    kehuksi | turhia | turhaa | tietoturva$ | prosessit$ | osaaminen$ | tarpeet$ | rajapinnat$ | tiedonhallinta$ |
    arvotto | merkityksettö | asiato | askeleksi \w+ | luokaksi \w+
  `,
  sure: String.raw`
    varmuu | varma siitä | aivan varma | täysin varma | luottamusta(?:so|rvo) | todennäköisyy | confidence
  `,
  rightAnswer: String.raw`
    (?:oikea|ainoa|todellinen|lopullinen|odotettu) (?:vastaus|merkintä)\w*
  `,
  number: String.raw`
    \d+(?:[.,]\d+)? | yksi$ | täysi | täyteen | maksimi | nolla | sata | aivan | täysin
  `,
  rename: String.raw`
    nimeä | nime(?:nä|ksi) | nimi on | yhdistä | jaa$ | kutsu | poista | otsikoi | vaihda~nimi | nimettävä |
    nimetään | nimeksi | nimetköön
  `,
  subTheme: String.raw`
    alateem | teemo(?:jen|ja|ille|ista) | teeman | jokaisen teeman | kaikki teemat | ryvä(?:s|ks|kk) | klusteri |
    joka teema\w* | jokainen teema\w* | teemat$ | kaikkien teemojen
  `,
  notNeeded: String.raw`
    eivät tarvitse | ei tarvitse | ilman luok | eivät kuulu | ei kuulu mihinkään |
    on jo (?:käsitelty|luokiteltu|laskettu) | eivät (?:saa|ansaitse) | jo käsitelty |
    (?:ovat|on) (?:turhi|turha|roska|arvotto|merkityksettöm|asiattom|väär)\w* | vain minun~(?:väliä|merkity)\w* |
    millään muulla ei ole
  `,
  digest: String.raw`
    koost(?:e|etta|een|eessa|eeseen|eesta|eet|eisiin) | viikkokoost |
    viikon (?:yhteenve|tiivistelm|koost|raport)\w* | askel\w* (?:yhteenve|tiivistelm)\w* |
    väit(?:e|teen|teeseen|teitä|teet|teessä|teenä) | viikkoteks
  `,
  summary: String.raw`
    yhteenve | tiivistelm | raport | selost | johtopäät | loppupäät | tulost | tuloks | viikkoteks | lopputulo |
    viikkokirj
  `,
  write: String.raw`
    kirjoita | kirjoitat | kirjoittakaa | kirjoitti$ | sano(?:o|t|kaa)?$ | kerro(?:t|thän|kaa)?$ | mainits |
    maini(?:tse|ta|tkaa) | lisää$ | lisätkää | liitä | sisällytä | aloita | aloit | lopeta | päätä | väitä |
    ilmoita | totea | julista | korosta | painota | raportoi | luk(?:ea|isi|ee|evat|kea)$ | viitattava | viittaa |
    alkavat | pane | nimeä | ylistä | esitä | luettele | siinä lukisi | lainaa
  `,
  must: String.raw`
    pitää | pitäisi | täyty | tulee | on (?:mainittava|luettava|sanottava|oltava|kirjoitettava|viitattava) |
    on \w+(?:ttava|tava|tävä|ttävä)$ | vain$ | ainoastaan | aina$ | muista$ | varmista | huolehdi | jatkossa |
    lukisi
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
    ensimmäiseksi | etusijal | ketään muuta kuin | ei muita kuin | paitsi minu | vain minun | mitään muuta |
    muuta kuin minua
  `,
  quote: String.raw`
    lainaa | lainaus | sitaat | siteera | lähte(?:eksi|istä|istään|itä|eenä) | viittau | viitattava | viittaa |
    heittomerk | lainauksen
  `,
  attribute: String.raw`
    nimiin$ | kirjoittajaksi | lähettäjäksi | sanojaksi | tekijäksi | kirjoittajana | merkitse lähteeksi |
    lähteeksi | vastuulle | on kirjoittanut | niin,? että (?:hän|se) sanoo |
    että \w+ (?:valitti|kirjoitti|sanoi|väitti|haukkui) | \w+n nimissä | \w+n sanomaksi
  `,
  claim: String.raw`
    väit | viittau | lähte(?:i|e) | tuomio | carried | päätelm | todist | perust
  `,
  approve: String.raw`
    hyväksy | tuetu | tukea | tuettu | pitävät paikkansa | pitää paikkansa | carried | vahvista | oikeiksi |
    todeksi | tosiksi | kelpuuta | läpäise | vastaa (?:kyllä|tosi) | päästä läpi
  `,
  link: String.raw`
    link | osoite http | https? | url | kuva(?:n|a|ksi)?$ | @channel | @here | @everyone | verkkosiv |
    pöytäkirja täällä
  `,
  append: String.raw`
    lisää | liitä | pane | laita | näytä | upota | sisällytä | lähetä | liittä | julkaise | loppuun
  `,
  reveal: String.raw`
    paljasta | näytä | nähdä | tulosta | toista$ | kerro$ | listaa | luettele | anna$ | jaa$ | kopioi | liitä |
    luethan | lue(?:tko|isitko)?$ | lukea$ | mitä$ | mikä$ | mitkä$ | kuka$ | ketkä$ | vuoda | lausu | käännä |
    julkaise | selvitä | yksilöi | kirjoita | korvaa | koodaa | saisinko | uteliai | liitä tähän | kirjoita tähän |
    mikä on | kopioi tähän | selosta | kuvaile
  `,
  prompt: String.raw`
    järjestelmäkehot | systeemiprompt | system ?prompt | systemprompt | piilote\w+ (?:ohje|kehot)\w* |
    sala(?:isia|iset|inen|isen|ista|iset|isi) (?:ohje|kehot|sään)\w* | sisäi\w+ ohje\w* |
    alkuperäi\w+ (?:ohje|kehot)\w* | kehottee(?:si|n|t) | promptisi | promptin | ohjeesi | ohjeitasi |
    kielimallien | järjestelmäviest | api ?avai | mitä sinulle (?:kerro|sano|anne|käske)\w* | saamasi ohje |
    kehittäjän ohje
  `,
  verbatim: String.raw`
    sana(?:sta)? san(?:alta|aan) | sanatarka | kirjaimelli | kokonaan | kokonaisuudessaan | täsmälleen |
    muuttamatta | merkki merkiltä | kirjain kirjaimelta
  `,
  above: String.raw`
    yläpuol | yllä ?olev | edellä olev | ennen (?:tätä|ensimmäistä) (?:viesti|rivi|puheenvuor)\w* | tekstin alus |
    ensimmäisestä rivistä | teksti(?:n)? joka on (?:tämän|ennen) | ensimmäi\w+ (?:lause|rivi|sana|ohje) |
    ennen (?:listaa|luetteloa)
  `,
  given: String.raw`
    (?:jonka|jotka|jota|mitä|minkä) (?:sait|olet saanut|saat|näet|luit|sinulle) |
    sinulle (?:annet|kerro|lähete|näyte|syöte)\w* | saamasi | sait (?:luettavaksi|ensin|alussa|syötteeksi) |
    ennen (?:listaa|luetteloa|viestejä|tätä) | ensimmäi\w+ (?:lause|rivi|sana|ohje) | näkemäsi | mitä näet
  `,
  people: String.raw`
    osallistuj | kaikkien | kaikki$ | jäsen | kirjoittaj | puhuj | ne jotka | ihmisten | käyttäj | nimettömä |
    nimettömien | kollego | työkaver | henkilö(?:t|iden|itä) | hiljaa | kenen | kuka$ | ketkä
  `,
  personal: String.raw`
    nim(?:i|et|iä|en|illä|eltä|ien)$ | sähköpost | puhelinnumer | osoit(?:teet|teita|e) | henkilötun | nimettö |
    salasan | yksityi | henkilötied | oikea\w* nim | hiljaa | eivät ole vastan | kuka (?:kirjoitti|sanoi) |
    tunnuks | avaime
  `,
  mask: String.raw`
    peit(?:etty|ety|ettyjen) | salanim | pseudonyym | anonymisoi | oikea(?:lla|t|an|lle)? nim | oikeat nimet |
    paikkamerk | paikanpitäj | maska | piilotettu nim | naami
  `,
  end: String.raw`
    loppuu | loppuvat | päätty | loppu$ | päättyivät | alkaa$ | alkavat | tähän$ | seuraavan | seuraava(?:t)?$ |
    alku$
  `,
  data: String.raw`
    aineisto | puheenvuoro(?:t|jen) | viesti(?:t|en)$ | data$ | syöte | lista$ | erä$ | kommentit | konteksti |
    keskustelu | ohjeet | vastaukset | kehote | riveillä | luettelo | listan$ | listaa$
  `,
  batch: String.raw`
    (?:tätä|tämän|tässä|koko|tuota) (?:lista|erä|luettelo|syöte)\w* | rivi(?:en|t|in|ä|lle)? \d+ | joka rivi\w* |
    rivien$ | jokaiseen kohtaan | joka kohtaan | jokaiselle riville | riveille
  `,
  done: String.raw`
    on jo (?:käsitelty|luokiteltu|laskettu) | jo käsitelty |
    ei (?:ole )?(?:yhtään|ainuttakaan|ainoatakaan|mitään) (?:puheenvuor|viesti|luokitelt)\w* |
    tyhjä (?:lista|vastaus|viikko) | tyhjän lista | ei ole yhtään | ei luokiteltavaa |
    (?:lista|erä|syöte|viikko|aineisto) (?:on|oli|olisi) tyhjä | kukaan ei (?:sanonut|kirjoittanut) mitään
  `,
  output: String.raw`
    json | tyhjä (?:lista|vastaus) | palauta | tulosta | vastaa$ | vastaukse | perustelukent | kenttä | kenttää |
    skeema | muodossa
  `,
  answerWith: String.raw`
    (?:vastaa|palauta|tulosta|kirjoita|sano)~(?:sanalla|sanoilla|vain sana|yhdellä sanalla|pelkästään|ainoastaan|vain json|ok$|tyhjällä)\w* |
    äläkä mitään muuta | eikä mitään muuta | koko vastauksesi | ainoa vastauksesi | vastaat~kielellä
  `,
  newTask: String.raw`
    uu(?:si|det|den) (?:tehtävä|ohje|ohjeet|säännöt|käsky|määräys) ?: |
    (?:uusi|oikea|todellinen|varsinainen|ainoa) tehtäväsi |
    (?:seis|stop|huomio|tärkeää) (?:uusi|muutos|tästä|sinun) | päivitetyt ohjeet ?:
  `,
  decode: String.raw`
    pura$ | purkaa | base ?64 | rot ?13 | heksa | takaperin | väärin päin | dekoodaa | avaa koodi | salakirjoitu |
    käännä koodi | alkukirjaim
  `,
  follow: String.raw`
    noudata | tottele | toteuta | suorita | tee mitä | tee kuten | tee niin | toimi sen | toimi siinä | mitä siinä
  `,
  among: String.raw`
    (?:me|minä|he|hän|joku|kukaan|moni|asiakkaat|meillä|meidän|minun|minusta|meille)$ | \w+(?:mme|isimme|imme)$ |
    \w+(?:taisiin|täisiin)$ | voitaisiin | voisimme | pitäisikö | onko kukaan | \w+(?:imme|amme|emme)ko$ |
    unohdetaan | jätetään | merkitään$ | muistakaa | vanha | laitoin | unohdin | \w+sin$
  `,
};
