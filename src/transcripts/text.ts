import { InputError } from '../errors.ts';
import { LIMITS } from './limits.ts';

/** Control characters other than tab and line breaks: no store keeps all of them, and terminals obey some. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const EVERY_CONTROL = new RegExp(CONTROL, 'g');

/** @throws InputError when a text is longer than a contribution may be. */
export const checkLength = (text: string, where: string): void => {
  if (text.length <= LIMITS.text) return;
  const [is, may] = [text.length, LIMITS.text].map((count) => count.toLocaleString('en'));
  throw new InputError(
    where,
    `a text of ${is} characters, where a contribution has at most ${may}; shorten it, or split it into several messages`,
  );
};

/** @throws InputError when a text holds what cannot be kept letter for letter. */
export const checkCharacters = (text: string, field: string, where: string): void => {
  const at = text.search(CONTROL);
  if (at !== -1) {
    const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
    throw new InputError(
      where,
      `field "${field}" has the control character U+${code} as its character ${at + 1}; remove it`,
    );
  }
  if (!text.isWellFormed()) {
    throw new InputError(
      where,
      `field "${field}" has half of a surrogate pair (half an emoji, say); write the whole character or remove it`,
    );
  }
};

/** Nobody can mend an export by hand, so what cannot be kept is left out of its texts. */
export const cleaned = (text: string): string => text.replace(/\r\n?/g, '\n').replace(EVERY_CONTROL, '').toWellFormed();
