import type { Lang } from '../../../src/domain/words.ts';

/** Somebody of a workspace: what they are called, and the language of their Slack. */
export interface Somebody {
  name: string;
  real: string;
  lang: Lang;
}

/** Something that somebody says in a week of the inquiry. */
export interface Line {
  week: 1 | 2 | 3 | 4;
  who: string;
  how: 'thread' | 'channel' | 'private' | 'anonymous';
  text: string;
}

/** A workspace with its people, its inquiry, and what is said there. */
export interface PlaceSeed {
  team: string;
  name: string;
  language: Lang;
  topic: string;
  channel: string;
  /** Another channel, in which no inquiry is. */
  besides: string;
  /** What somebody says there. */
  saidBesides: string;
  people: Somebody[];
  facilitator: string;
  leader: string;
  /** Says nothing until invited. */
  quiet: { answers: string; stops: string; asks: string; elsewhere: string; snoozes: string };
  lines: Line[];
  /** What the one who was invited answers then. */
  answersNudge: string;
  buildsOn: string;
  takesOn: string;
  outcome: string;
}

const LOCALES: Record<Lang, string> = { fi: 'fi-FI', sv: 'sv-SE', en: 'en-GB' };
export const localeOf = (lang: Lang): string => LOCALES[lang];

/** `name Real Name`, one a line. */
const people = (lang: Lang, lines: string): Somebody[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', ...real] = line.trim().split(' ');
      return { name, real: real.join(' '), lang };
    });

const line =
  (week: Line['week'], how: Line['how']) =>
  (who: string, text: string): Line => ({ week, how, who, text });

export const JOKIRANTA: PlaceSeed = {
  team: 'T1JOKIRANTA',
  name: 'Jokiranta',
  language: 'fi',
  topic: 'miten hallinto ja yksiköt auttavat toisiaan',
  channel: 'yhteinen-hallinto',
  besides: 'kahvihuone',
  saidBesides: 'Palkkakauden vaihtuessa kirjoitin esimiehille puolen sivun ohjeen, ja puhelut loppuivat siihen.',
  people: [
    ...people(
      'fi',
      `aino Aino Harjula
      veikko Veikko Lepistö
      ritva Ritva Salmela
      jouni Jouni Kotiaho
      tiina Tiina Vuorela
      mikael Mikael Rantanen
      sari Sari Ojala
      heli Heli Nurminen
      olavi Olavi Kangas
      kaisa Kaisa Pelto
      risto Risto Aalto
      venla Venla Hietala
      antero Antero Suominen
      outi Outi Laaksonen
      timo Timo Järvi
      katri Katri Moilanen`,
    ),
    ...people(
      'sv',
      `ebba Ebba Lindholm
      gustav Gustav Nylund
      linnea Linnea Sjöblom
      henrik Henrik Westerlund
      maj Maj Grönroos`,
    ),
    ...people(
      'en',
      `priya Priya Raman
      callum Callum Doyle
      nadia Nadia Haddad`,
    ),
  ],
  facilitator: 'aino',
  leader: 'veikko',
  quiet: { answers: 'katri', stops: 'henrik', asks: 'nadia', elsewhere: 'timo', snoozes: 'maj' },
  lines: [
    line(1, 'thread')(
      'ritva',
      'Uusi palkkasihteeri pääsi alkuun, kun istuin hänen vieressään kaksi iltapäivää ja kävimme läpi oikeita tapauksia. Hän hoitaa nyt poikkeukset itse.',
    ),
    line(1, 'thread')(
      'jouni',
      'Tein hankintapyynnöstä yhden sivun mallin. Koulujen rehtorit sanoivat, että nyt tilauksen saa tehtyä kahvitauolla.',
    ),
    line(1, 'thread')('tiina', 'Kiitos Jouni, se malli säästi meiltä varmasti kymmenen sähköpostia viikossa!'),
    line(1, 'channel')(
      'mikael',
      'Minulta kysytään usein sopimusten tulkintaa. Kun näytän, mistä kohdasta vastaus löytyy, sama kysyjä osaa seuraavalla kerralla itse.',
    ),
    line(1, 'thread')(
      'gustav',
      'Jag översatte anvisningen för fakturor till svenska, och efter det har skolorna på öarna klarat sig på egen hand.',
    ),
    line(1, 'private')(
      'sari',
      'Huomaan, etten uskalla kysyä taloudesta mitään kokouksessa. Kahden kesken Outi on selittänyt minulle kaiken kärsivällisesti.',
    ),
    line(1, 'anonymous')(
      'heli',
      'Osaamista on paljon, mutta siitä ei puhuta. Kukaan ei tiedä, kuka osaa mitä, ja aina kuormitetaan samoja ihmisiä.',
    ),
    line(1, 'thread')(
      'linnea',
      'När Ritva var sjuk tog jag över lönelistorna, och tack vare hennes noggranna anteckningar gick det bra.',
    ),
    line(1, 'thread')(
      'priya',
      'I showed two colleagues how to pull a budget report themselves, and they now teach others.',
    ),

    line(2, 'thread')(
      'outi',
      'Talouden raportti tulee nyt suoraan Teamsiin maanantaisin. Ennen kokosin sen käsin, ja siihen meni puoli päivää.',
    ),
    line(2, 'thread')(
      'olavi',
      'Jaettu lomakalenteri toimii: kun koulutoimi ja tekninen näkevät saman kalenterin, sijaisuudet sovitaan ajoissa.',
    ),
    line(2, 'thread')(
      'kaisa',
      'Kolme järjestelmää, joihin kaikkiin kirjataan sama työntekijä. Huolestuttaa, että virhe jää johonkin niistä.',
    ),
    line(2, 'thread')(
      'mikael',
      'Olavin kalenterista: voisimmeko ottaa saman tavan käyttöön myös kokoustilojen varauksissa?',
    ),
    line(2, 'private')(
      'ebba',
      'Jag skulle gärna dela uppgifter med någon annan enhet, men jag vet inte vem jag ska fråga.',
    ),
    line(2, 'anonymous')(
      'risto',
      'Chat vie huomion. Jos kysymykset kerättäisiin yhteen paikkaan, vastaus olisi kaikkien löydettävissä.',
    ),
    line(2, 'thread')(
      'callum',
      'A shared template for decisions would save us all from writing the same background section again and again.',
    ),

    line(3, 'thread')(
      'tiina',
      'Asukas soitti kolmesta asiasta, ja sain ne hoidettua yhdellä puhelulla, koska rakennusvalvonta vastasi heti chatissa.',
    ),
    line(3, 'thread')(
      'venla',
      'Rehtorit kiittivät siitä, että rekrytoinnin aikataulu kerrotaan heille jo syksyllä. Yllätyksiä on vähemmän.',
    ),
    line(3, 'thread')(
      'antero',
      'Asiakkaan todellinen tarve selviää vasta, kun kysyn, mihin hän päätöstä tarvitsee. Lomake ei sitä kysy.',
    ),
    line(3, 'thread')('ritva', 'Hienosti huomattu, Antero. Samaa voisi kysyä myös palkkatodistuksissa.'),
    line(3, 'private')(
      'outi',
      'Yksiköt toivovat meiltä nopeutta, me tarjoamme tarkkuutta. Siitä pitäisi puhua ääneen.',
    ),
    line(3, 'thread')(
      'gustav',
      'De svenskspråkiga invånarna ringer hellre än fyller i blanketten. En återuppringning inom en dag skulle räcka.',
    ),

    line(4, 'thread')(
      'jouni',
      'Suurin ero syntyisi siitä, että jokaisella yksiköllä olisi yksi nimetty ihminen hallinnossa. Voin aloittaa kouluista.',
    ),
    line(4, 'thread')(
      'sari',
      'Ehdotan, että kirjoitamme yhteisen listan siitä, kuka osaa mitä. Se auttaisi uusia heti ensimmäisenä päivänä.',
    ),
    line(4, 'thread')('kaisa', 'Kannatan Sarin listaa. Lisäisin siihen sijaisen jokaiselle.'),
    line(4, 'private')('linnea', 'Listan vem som kan vad är viktigast för mig, eftersom jag är ny här.'),
    line(4, 'anonymous')('olavi', 'Jos johto näyttäisi itse esimerkkiä jakamalla tehtäviään, muutkin uskaltaisivat.'),
  ],
  answersNudge: 'Opetin viime kuussa arkiston käyttöä kahdelle harjoittelijalle, ja nyt he neuvovat muita.',
  buildsOn: 'Samaan malliin voisi lisätä kohdan siitä, kuka päätöksen lopulta tekee.',
  takesOn: 'Kirjoitan koulujen yhteyshenkilöiden listan ja jaan sen rehtoreille',
  outcome: 'Lista on jaettu, ja rehtorit ovat jo käyttäneet sitä.',
};

export const HARBOUR: PlaceSeed = {
  team: 'T2HARBOUR',
  name: 'Harbour',
  language: 'en',
  topic: 'how the harbour office and the quays work as one',
  channel: 'one-harbour',
  besides: 'canteen',
  saidBesides: 'I keep a one-page map of who looks after which crane. Ask me for it, two new drivers already have.',
  people: [
    ...people(
      'en',
      `morag Morag Sinclair
      desmond Desmond Achebe
      freya Freya Whitlock
      rohan Rohan Mehta
      imogen Imogen Carr
      lewis Lewis Baptiste
      tamsin Tamsin Hale
      joel Joel Abrams
      siobhan Siobhan Keane
      marcus Marcus Oduya
      beth Beth Langley
      yusuf Yusuf Demir
      clara Clara Novak
      owen Owen Pritchard
      grace Grace Mwangi
      daniel Daniel Frost`,
    ),
    ...people(
      'fi',
      `eero Eero Kallio
      satu Satu Mustonen
      ilmari Ilmari Vainio
      hanna Hanna Tervo`,
    ),
    ...people(
      'sv',
      `torsten Torsten Ekman
      agneta Agneta Bergvall
      viktor Viktor Hallin
      ylva Ylva Sandberg`,
    ),
  ],
  facilitator: 'morag',
  leader: 'desmond',
  quiet: { answers: 'hanna', stops: 'daniel', asks: 'ylva', elsewhere: 'grace', snoozes: 'viktor' },
  lines: [
    line(1, 'thread')(
      'freya',
      'When the night shift was short I drew up a berth plan with the pilots, and the two ships were in before breakfast.',
    ),
    line(1, 'thread')(
      'rohan',
      'I spent a morning with the new clerk on customs codes, using last week’s real cargo. She now spots mistakes that I miss.',
    ),
    line(1, 'thread')('imogen', 'Thank you Rohan, that morning saved the whole desk a week of corrections!'),
    line(1, 'channel')(
      'lewis',
      'People ask me about the tide tables. I marked the three lines that matter, and now they check for themselves.',
    ),
    line(1, 'thread')(
      'eero',
      'Näytin nosturinkuljettajille, mistä ajojärjestyksen näkee puhelimella, ja radiolla kysellään nyt paljon vähemmän.',
    ),
    line(1, 'private')(
      'tamsin',
      'I have never said so, but Beth covers for me when I freeze on the phone with angry skippers.',
    ),
    line(1, 'anonymous')('joel', 'Skills sit in a few heads here. When those people are on leave everything waits.'),
    line(1, 'thread')(
      'torsten',
      'Jag lärde två kollegor att läsa lastplanen, och nu behöver ingen vänta på mig på morgonen.',
    ),

    line(2, 'thread')(
      'siobhan',
      'The shared board for berth changes works: the quay sees a change the minute the office makes it.',
    ),
    line(2, 'thread')(
      'marcus',
      'We type the same crew list into three systems. I worry that one of them is always wrong.',
    ),
    line(2, 'thread')(
      'beth',
      'Marcus, could the office export it once and send it to all three? I would help to test that.',
    ),
    line(2, 'thread')('satu', 'Yhteinen varausjärjestelmä laitureille poistaisi puolet puheluista.'),
    line(2, 'private')('agneta', 'Jag delar gärna mina checklistor, men jag vet inte var de skulle läggas.'),
    line(2, 'anonymous')(
      'yusuf',
      'Messages come in five places. One place for what is urgent would calm everybody down.',
    ),

    line(3, 'thread')(
      'clara',
      'A skipper told me that hearing the delay an hour earlier is worth more than any discount.',
    ),
    line(3, 'thread')(
      'owen',
      'Shipping agents were pleased when we sent one message with berth, pilot and time, instead of three.',
    ),
    line(3, 'thread')('freya', 'Well spotted, Owen. The pilots would like the same.'),
    line(3, 'thread')('rohan', 'What agents really need is one person to call when a plan changes at night.'),
    line(3, 'private')('lewis', 'We promise precision, they ask for speed. We should say that out loud.'),
    line(3, 'thread')('ilmari', 'Kuljettajat kysyvät aina samaa: mihin jonoon menen. Taulu portilla vastaisi siihen.'),

    line(4, 'thread')(
      'imogen',
      'One named person for each quay would make the biggest difference. I can begin with the north quay.',
    ),
    line(4, 'thread')('tamsin', 'Let us write a list of who knows what, and keep it on the shared board.'),
    line(4, 'thread')('marcus', 'I support Tamsin’s list, with a stand-in for everyone on it.'),
    line(4, 'private')('torsten', 'En lista över vem som kan vad är det viktigaste för oss som arbetar på natten.'),
    line(4, 'anonymous')(
      'clara',
      'If managers handed over some of their own tasks first, the rest of us would dare to.',
    ),
  ],
  answersNudge: 'Neuvoin kesällä uutta vahtimestaria porttien avaamisessa, ja hän hoitaa nyt yövuorot yksin.',
  buildsOn: 'The same sheet could say who decides when the plan has to change.',
  takesOn: 'I write the list of named people for each quay and pin it on the board',
  outcome: 'The list is on the board and the agents already use it.',
};
