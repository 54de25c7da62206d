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
  /** Once, where Porras was added for a group. */
  welcome: string;
}

const WORDS: Readonly<Record<Lang, InboundWords>> = {
  en: {
    heard: 'Noted.',
    sent: 'Sent.',
    picked: 'More about it in your chat with Porras.',
    formElsewhere: 'The form is in your chat with Porras.',
    dialog: 'Porras',
    welcome:
      "Hello, I'm Porras. Over days and weeks I ask a group what works and what could be, listen, and give back what people said, gathered into themes. Write **@Porras new** here to begin an inquiry, or **@Porras help** to see what you can do.",
  },
  fi: {
    heard: 'Selvä.',
    sent: 'Lähetetty.',
    picked: 'Lisää tästä Porraksen kanssa käymässäsi keskustelussa.',
    formElsewhere: 'Lomake on Porraksen kanssa käymässäsi keskustelussa.',
    dialog: 'Porras',
    welcome:
      'Hei, olen Porras. Kysyn ryhmältä päivien ja viikkojen mittaan, mikä toimii ja mitä voisi olla, kuuntelen ja kokoan sanotun teemoiksi. Aloita kirjoittamalla tänne **@Porras uusi**. **@Porras ohje** kertoo, mitä voit tehdä.',
  },
  sv: {
    heard: 'Uppfattat.',
    sent: 'Skickat.',
    picked: 'Mer om det i din chatt med Porras.',
    formElsewhere: 'Formuläret finns i din chatt med Porras.',
    dialog: 'Porras',
    welcome:
      'Hej, jag heter Porras. Under dagar och veckor frågar jag en grupp vad som fungerar och vad som kunde vara, lyssnar och samlar det ni säger i teman. Skriv **@Porras ny** här för att börja, eller **@Porras hjälp** för att se vad du kan göra.',
  },
};

export const langOf = (locale: string | null | undefined): Lang => {
  const [lang = ''] = (locale ?? '').toLowerCase().split(/[-_]/);
  return lang === 'fi' || lang === 'sv' ? lang : 'en';
};

export const wordsFor = (locale: string | null | undefined): InboundWords => WORDS[langOf(locale)];
