import type { Words } from '../concept.ts';

/** Words of Finnish, as stems since words are inflected: requests for what is hidden, the frame of the data, and the work itself. */
export const FINNISH_SECRETS: Words = {
  reveal: String.raw`
    paljasta | näytä | nähdä | tulosta | toista$ | kerro$ | listaa | luettele | anna$ | jaa$ | kopioi | liitä |
    luethan | lue(?:tko|isitko)?$ | lukea$ | mitä$ | mikä$ | mitkä$ | kuka$ | ketkä$ | vuoda | lausu | käännä |
    julkaise | selvitä | yksilöi | kirjoita | korvaa | koodaa | saisinko | uteliai | liitä tähän | kirjoita tähän |
    mikä on | kopioi tähän | selosta | kuvaile | kavalla | ilmianna
  `,
  prompt: String.raw`
    järjestelmäkehot | systeemiprompt | system ?prompt | systemprompt | piilote\w+ (?:ohje|kehot)\w* |
    sala(?:isia|iset|inen|isen|ista|iset|isi) (?:ohje|kehot|sään)\w* | sisäi\w+ ohje\w* |
    alkuperäi\w+ (?:ohje|kehot)\w* | kehottee(?:si|n|t) | promptisi | promptin | ohjeesi | ohjeitasi | kielimallien |
    järjestelmäviest | api ?avai | mitä sinulle (?:kerro|sano|anne|käske)\w* | saamasi ohje | kehittäjän ohje
  `,
  verbatim: String.raw`
    sana(?:sta)? san(?:alta|aan) | sanatarka | kirjaimelli | kokonaan | kokonaisuudessaan | täsmälleen | muuttamatta |
    merkki merkiltä | kirjain kirjaimelta
  `,
  above: String.raw`
    yläpuol | yllä ?olev | edellä olev | ennen (?:tätä|ensimmäistä) (?:viesti|rivi|puheenvuor)\w* | tekstin alus |
    ensimmäisestä rivistä | teksti(?:n)? joka on (?:tämän|ennen) | ensimmäi\w+ (?:lause|rivi|sana|ohje) |
    ennen (?:listaa|luetteloa)
  `,
  given: String.raw`
    (?:jonka|jotka|jota|mitä|minkä) (?:sait|olet saanut|saat|näet|luit|sinulle) |
    sinulle (?:annet|kerro|lähete|näyte|syöte)\w* | saamasi | sait (?:luettavaksi|ensin|alussa|syötteeksi) |
    ennen (?:listaa|luetteloa|viestejä|tätä) | ensimmäi\w+ (?:lause|rivi|sana|ohje) | näkemäsi | mitä näet |
    tuli sinulle | (?:kirjoitti|sanoi|kertoi|neuvoi|käski|antoi) (?:sinulle|sinua) |
    (?:pomosi|esihenkilösi|isäntäsi|ohjelmoijasi|suunnittelijasi)
  `,
  people: String.raw`
    osallistuj | kaikkien | kaikki$ | jäsen | kirjoittaj | puhuj | ne jotka | ihmisten | käyttäj | nimettömä |
    nimettömien | kollego | työkaver | henkilö(?:t|iden|itä) | hiljaa | kenen | kuka$ | ketkä
  `,
  personal: String.raw`
    nim(?:i|et|iä|en|illä|eltä|ien)$ | sähköpost | puhelinnumer | osoit(?:teet|teita|e) | henkilötun | nimettö |
    salasan | yksityi | henkilötied | oikea\w* nim | hiljaa | eivät ole vastan | kuka (?:kirjoitti|sanoi) | tunnuks |
    avaime | kuka (?:kirjoitti|sanoi|on)
  `,
  mask: String.raw`
    peit(?:etty|ety|ettyjen) | salanim | pseudonyym | anonymisoi | oikea(?:lla|t|an|lle)? nim | oikeat nimet |
    paikkamerk | paikanpitäj | maska | piilotettu nim | naami | paljasta
  `,
  end: String.raw`
    loppuu | loppuvat | päätty | loppu$ | päättyivät | alkaa$ | alkavat | tähän$ | seuraavan | seuraava(?:t)?$ | alku$
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
    äläkä mitään muuta | eikä mitään muuta | koko vastauksesi | ainoa vastauksesi | vastaat~kielellä |
    lainaa~(?:ketään|vain minua|ainoastaan|minua)\w*
  `,
  newTask: String.raw`
    uu(?:si|det|den) (?:tehtävä|ohje|ohjeet|säännöt|käsky|määräys) ?: |
    (?:uusi|oikea|todellinen|varsinainen|ainoa) tehtäväsi | (?:seis|stop|huomio|tärkeää) (?:uusi|muutos|tästä|sinun) |
    päivitetyt ohjeet ?:
  `,
  decode: String.raw`
    pura$ | purkaa | base ?64 | rot ?13 | heksa | takaperin | väärin päin | dekoodaa | avaa koodi | salakirjoitu |
    käännä koodi | alkukirjaim
  `,
  follow: String.raw`
    noudata | tottele | toteuta | suorita | tee mitä | tee kuten | tee niin | toimi sen | toimi siinä | mitä siinä
  `,
  command: String.raw`
    >(?:kirjoita|lisää|näytä|tulosta|anna|käytä|tiivistä|julkaise|muista|merkitse|luokittele|laita|pane|pistä|siirrä|aseta|vaihda|muuta|tee|poista|jätä|hyväksy|hylkää|lainaa|keksi|nimeä|yhdistä|toista|kerro(?! lisää)|sano|vastaa|palauta|päästä|ohita|unohda|noudata|tottele|älä|pidä|kohtele|käsittele|tulkitse|oleta|leiki|esitä|raportoi|listaa|luettele|liitä|mainitse|väitä|arvioi|pisteytä|korvaa|lopeta|aloita|sulje|kuvaile)$ |
    (?:merkitse|luokittele|tulosta|julkaise|palauta|luettele|tottele|lainaa|hyväksy)$
  `,
  machinery: String.raw`
    tunnist(?:e|een|etta) | luok(?:ka|an|kaan|itus|ituksen|at)$ | alateem | teem(?:a|an|at|ojen) nim\w* |
    koost(?:e|een|eeseen|eessa) | yhteenve | tiivistelm | otsikko | lainau | väit(?:e|teen|teet|teitä|teistä) |
    tuomari | tarkistam | puheenvuor | aineisto | koko ajon | tämän erän | varmuu | askel(?:ta|een|ee|eksi|eseen)?$ |
    none | kehottee | ohjeesi | asetuks | perustelu | jokaisen lauseen | kaikille kommenteille |
    seuraavasta viestistä | kommentin luokka | tulosten | viikko~(?:ksi|otsikko) | tämän viikon otsikko |
    heidän nimensä | tiivistä viikko | saman tunnist
  `,
  youDo: String.raw`
    \w+(?:masi|mäsi|massasi|mistasi)$ | (?:joilla|jolla|miten) (?:toimit|luokittelet) |
    (?:jonka|jotka|mitä) (?:julkaiset|kirjoitat|tulostat|koostat|luokittelet|tuotat) |
    (?:sinut|sinua) (?:tehtiin|luotiin|ohjelmoi\w*|koulutet\w*|rakensi\w*|loivat) | tuli sinulle |
    sinulle (?:tuli|annettiin|syötettiin) | (?:luojasi|tekijäsi|kehittäjäsi|omistajasi|ylläpitäjäsi) | pomosi |
    isäntäsi | ohjelmoijasi | suunnittelijasi | seuraava(?:n)? (?:tulosteesi|vastauksesi|tekstisi)\w*
  `,
  relabel: String.raw`
    (?:on|ovat|tee (?:siitä|niistä)|muuta (?:se|ne)|tarkoittaa)~(?:kiitos|kiitoksia|huoli|huolia|idea|ideoita|tarina|ratkaisu|kysymys|kehu|none|roska)$ |
    ei ole enää (?:huoli|idea|kysymys|ratkaisu)
  `,
  among: String.raw`
    (?:me|minä|he|hän|joku|kukaan|moni|asiakkaat|meillä|meidän|minun|minusta|meille)$ | \w+(?:mme|isimme|imme)$ |
    \w+(?:taisiin|täisiin)$ | voitaisiin | voisimme | pitäisikö | onko kukaan | \w+(?:imme|amme|emme)ko$ |
    unohdetaan | jätetään | merkitään$ | muistakaa | vanha | laitoin | unohdin | \w+sin$ | miten \w+t$ | kerro lisää |
    \w+(?:ttiin|dettiin|nnettiin)$
  `,
};
