import type { Lang } from '../../../src/domain/words.ts';

/** What the one who sits before the Playground says, in the language of the inquiry. */
export interface Said {
  topic: string;
  /** Below the question, by its button. */
  inChannel: string;
  privately: string;
  anonymously: string;
  /** In the thread, to @Porras. */
  inThread: string;
}

export const SAID: Record<Lang, Said> = {
  fi: {
    topic: 'miten hallinto ja yksiköt auttavat toisiaan',
    inChannel:
      'Uusi palkkasihteeri pääsi alkuun, kun istuin hänen vieressään kaksi iltapäivää ja kävimme läpi oikeita tapauksia.',
    privately:
      'En uskalla kysyä taloudesta mitään kokouksessa, mutta kahden kesken Outi on selittänyt minulle kaiken kärsivällisesti.',
    anonymously: 'Osaamista on paljon, mutta kukaan ei tiedä, kuka osaa mitä, ja aina kuormitetaan samoja ihmisiä.',
    inThread: 'Tein hankintapyynnöstä yhden sivun mallin, ja nyt koulut saavat tilauksen tehtyä kahvitauolla.',
  },
  sv: {
    topic: 'hur förvaltningen och enheterna hjälper varandra',
    inChannel: 'Den nya lönesekreteraren kom i gång när jag satt bredvid henne i två eftermiddagar med riktiga fall.',
    privately:
      'Jag vågar inte fråga om ekonomin på möten, men på tu man hand har Outi tålmodigt förklarat allt för mig.',
    anonymously: 'Vi kan mycket, men ingen vet vem som kan vad, och det är alltid samma personer som belastas.',
    inThread: 'Jag gjorde en enda sida av inköpsblanketten, och nu beställer skolorna på en kafferast.',
  },
  en: {
    topic: 'how administration and the units help each other',
    inChannel: 'The new payroll secretary got going once I had sat beside her for two afternoons with real cases.',
    privately:
      'I never dare to ask about finance in a meeting, but Outi has patiently explained it all to me in private.',
    anonymously: 'We know a lot, but nobody knows who knows what, and it is always the same people who are asked.',
    inThread: 'I made the purchase request a single page, and now schools place an order within a coffee break.',
  },
};
