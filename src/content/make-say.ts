import { PorrasError } from '../errors.ts';
import type { Say } from '../ports/content.ts';
import type { Phrase } from './load-messages.ts';
import type { Located } from './located.ts';

/** Says phrases that are parsed already: by key, in a language, with ICU plurals and the values put in. */
export const makeSay =
  (phrases: ReadonlyMap<string, Located<Phrase>>): Say =>
  (lang, key, params = {}) => {
    const phrase = phrases.get(`${lang}:${key}`)?.value;
    if (!phrase) {
      throw new PorrasError(
        'unknown-message',
        `prompts/messages/${lang}.json has no "${key}"; add it in every language`,
      );
    }
    const lacking = phrase.placeholders.filter((name) => params[name] === undefined);
    if (lacking.length > 0) {
      throw new PorrasError('message-lacks-value', `the message "${key}" needs a value for ${lacking.join(', ')}`);
    }
    return String(phrase.format.format(params));
  };
