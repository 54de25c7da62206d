/**
 * How a link is shown so that its words never seem to lead elsewhere than it does: the words as a `link` or as mere
 * `words`, or the words with the address told after them, as a link (`words-and-link`) or not (`words-and-address`).
 */
export type LinkForm = 'link' | 'words' | 'words-and-link' | 'words-and-address';

const WEB = ['http:', 'https:', 'mailto:'];

/** @param longest how many characters of an address the platform takes */
export function linkForm(text: string, href: string, longest: number): LinkForm {
  const named = addressIn(text);
  const same = text === href || (named !== null && named === addressIn(href));
  const leads = href.length <= longest && WEB.includes(URL.parse(href)?.protocol ?? '');
  if (!leads) return same ? 'words' : 'words-and-address';
  return same || named === null ? 'link' : 'words-and-link';
}

/** Where a text that looks like an address would lead; null for any other text. */
function addressIn(text: string): string | null {
  const bare = text.trim();
  if (/^[a-z][a-z\d+.-]*:\S+$/i.test(bare)) return URL.parse(bare)?.href ?? bare;
  if (/^\S+@\S+\.\S+$/.test(bare)) return `mailto:${bare}`;
  if (/^[^\s/]+\.[\p{L}\d-]{2,}(?:[/?#:]\S*)?$/u.test(bare)) return URL.parse(`https://${bare}`)?.href ?? bare;
  return null;
}
