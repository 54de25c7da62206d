import type { Lang } from '../../src/domain/words.ts';

/** The few words with which the adapter itself answers while somebody waits. */
export interface InboundWords {
  /** After a button. */
  heard: string;
  /** After a form. */
  sent: string;
  /** After "Add to the inquiry" or "This builds on…". */
  picked: string;
  /** When a form was asked for and came too late to be shown at once. */
  formElsewhere: string;
  /** Title of a dialog. */
  dialog: string;
  /** Leaves a form that stands in a card. */
  cancel: string;
  /** Below a field that was left empty and may not be. */
  required: string;
}

const WORDS: Readonly<Record<Lang, InboundWords>> = {
  en: {
    heard: 'Noted.',
    sent: 'Sent.',
    picked: 'More about it in your chat with Porras.',
    formElsewhere: 'The form is in your chat with Porras.',
    dialog: 'Porras',
    cancel: 'Cancel',
    required: 'An answer is needed here.',
  },
  fi: {
    heard: 'Selvä.',
    sent: 'Lähetetty.',
    picked: 'Lisää tästä keskustelussasi Porraksen kanssa.',
    formElsewhere: 'Lomake on keskustelussasi Porraksen kanssa.',
    dialog: 'Porras',
    cancel: 'Peruuta',
    required: 'Tähän tarvitaan vastaus.',
  },
  sv: {
    heard: 'Okej.',
    sent: 'Skickat.',
    picked: 'Mer om det i din chatt med Porras.',
    formElsewhere: 'Formuläret finns i din chatt med Porras.',
    dialog: 'Porras',
    cancel: 'Avbryt',
    required: 'Här behövs ett svar.',
  },
};

export const langOf = (locale: string | null | undefined): Lang => {
  const [lang = ''] = (locale ?? '').toLowerCase().split(/[-_]/);
  return lang === 'fi' || lang === 'sv' ? lang : 'en';
};

export const wordsIn = (lang: Lang): InboundWords => WORDS[lang];
export const wordsFor = (locale: string | null | undefined): InboundWords => wordsIn(langOf(locale));
