import type { Words } from '../concept.ts';

/** Words of Finnish, as stems since words are inflected: orders about labels. */
export const FINNISH_LABELS: Words = {
  label: String.raw`
    merkitse | merkitkää | merkittävä | merkitään | merkkaa | luokittele | luokitelkaa | luokiteltava | luokitte |
    luokiteltu | lajittele | laita | laittakaa | laittaisi | laitat | laitettava | sijoita | sijoitt | siirrä |
    siirt | aseta | asett | pistä | pane | panee | panna | anna(?:thän|pa)?$ | antakaa | kirjaa | käsittele |
    tulkitse | pidä$ | lue(?:tte|ta|ttava)?$ | liitä | päätä$ | muuta$ | vaihda | heitä | tunge | käytä | arvioi |
    pisteytä | olkoon | olkoot | nimeä | vaihta | arvostele | tallenna | rekisteröi | laske$ | nosta$ | merkataan |
    täydet pisteet | ryhmittele
  `,
  counts: String.raw`
    kuulu(?:u|vat|kaan|koot)$ | koskevat | saavat | ovat$ | päätti | lasketaan | luetaan | pitää$ |
    (?:on|ovat) (?:pelk|kaikki|turh) | saakoot
  `,
  others: String.raw`
    kaik(?:ki|kien|kiin|kia|ille|ista|een)?~(?:mu(?:ut|iden|ita|ille|ihin)|viesti|puheenvuoro|komment|vastau|kohd|rivi|loput|teksti|jutut|juttu)\w* |
    kaikki (?:mitä|mikä|jotka) | kaikkeen | kaikelle | mu(?:ut|iden|ita|ille|ihin|iden)$ | muut$ | toisten | loput$ |
    loppu(?:ja|jen|ihin)$ |
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
    kenenkään muun | rivien \d+ ja \d+ | riville$ | muut \w+ (?:huomautu|huomio|mielipi|viesti|kommen|rivi)\w* |
    jokaise(?:lle|en|n|sta) (?:huomautu|mielipi|lause)\w* | kaikki (?:missä|joissa|jossa|jotka) |
    kaikki \w+ siis kaikki | kaikki$
  `,
  self: String.raw`
    tä(?:mä|män|tä|hän|lle|stä) (?:viesti|puheenvuoro|kommentti|vastau|teksti|kirjoitu)\w* | tämän puheenvuor\w* |
    (?:viestini|kommenttini|puheenvuoroni)$ | oma viestini | tämä on~(?:paras|ainoa|oikea) (?:ratkaisu|idea|vastaus)
  `,
  contribution: String.raw`
    viesti | puheenvuoro | komment | vastau | kirjoitu | kohd | rivi | syöt | kontribuut | teksti | huomautu |
    huomio(?:t|ita)$ | mielipit | lausunto | lausuma
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
    arvotto | merkityksettö | asiato | askeleksi \w+ | luokaksi \w+ | täydet pisteet | paras ratkaisu
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
    nimetään | nimeksi | nimetköön | ryhmittele | kokoa | niputa | kerää | kasaa
  `,
  subTheme: String.raw`
    alateem | teemo(?:jen|ja|ille|ista) | teeman | jokaisen teeman | kaikki teemat | ryvä(?:s|ks|kk) | klusteri |
    joka teema\w* | jokainen teema\w* | teemat$ | kaikkien teemojen | otsikon$ | saman otsikon | yhden otsikon |
    otsikoksi | otsikot
  `,
  notNeeded: String.raw`
    eivät tarvitse | ei tarvitse | ilman luok | eivät kuulu | ei kuulu mihinkään |
    on jo (?:käsitelty|luokiteltu|laskettu) | eivät (?:saa|ansaitse) | jo käsitelty |
    (?:ovat|on) (?:turhi|turha|roska|arvotto|merkityksettöm|asiattom|väär)\w* | vain minun~(?:väliä|merkity)\w* |
    millään muulla ei ole
  `,
};
