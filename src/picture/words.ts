import type { Localised } from '../domain/words.ts';

/** The one phrase that belongs to the picture itself: its key to the mark of new sub-themes. */
export const NEW_THIS_WEEK: Localised = {
  fi: 'uutta tällä viikolla',
  sv: 'nytt den här veckan',
  en: 'new this week',
};
