import { messageOf, PorrasError } from '../errors.ts';
import type { Say } from '../ports/content.ts';
import type { Phrase } from './load-messages.ts';
import type { Located } from './located.ts';

/** Says phrases that are parsed already: by key, in a language, with ICU plurals and the values put in. */
export const makeSay =
  (phrases: ReadonlyMap<string, Located<Phrase>>): Say =>
  (lang, key, params = {}) => {
    const phrase = phrases.get(`${lang}:${key}`)?.value;
    if (!phrase) {
      const hint = `prompts/messages/${lang}.json has no "${key}"; correct the key or add it in every language`;
      throw new PorrasError('unknown-message', hint);
    }
    try {
      return String(phrase.format.format(params));
    } catch (cause) {
      const fault = messageOf(cause).split('\n')[0];
      throw new PorrasError('message-lacks-value', `"${key}" cannot be said in ${lang}: ${fault}`, { cause });
    }
  };
