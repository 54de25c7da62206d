import type { Localised } from './words.ts';

/** The key to the mark of new sub-themes. */
export const NEW_THIS_WEEK: Localised = {
  fi: 'uutta tällä viikolla',
  sv: 'nytt den här veckan',
  en: 'new this week',
};

/** The same beside one sub-theme, in text. */
export const NEW: Localised = { fi: 'uutta', sv: 'nytt', en: 'new' };
