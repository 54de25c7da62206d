/** Opening mark -> what may close it, as people write it in Finnish, Swedish, English and elsewhere. */
const PAIRS: Record<string, string> = {
  '"': '"',
  '“': '”',
  '”': '”',
  '„': '“”',
  '«': '»',
  '»': '»«',
  '‹': '›',
  '›': '›‹',
  '「': '」',
  '『': '』',
};

const MARKED = new RegExp(`[${Object.keys(PAIRS).join('')}]`, 'u');

/** Marks that are apostrophes too: they open before a word and close after one. */
const SINGLE = "'‘’";

const isWordCharacter = (character: string): boolean => /[\p{L}\p{N}\p{M}]/u.test(character);

/**
 * A text without the quotes that it holds; null when it puts anything else in quotation marks, or leaves a mark open.
 * A quote may hold marks of its own, which are then part of it, and an ellipsis may stand behind it before the mark.
 *
 * @param quotes texts that may stand in quotation marks, each as a whole
 */
export function unquoted(text: string, quotes: readonly string[]): string | null {
  const longestFirst = [...quotes].sort((a, b) => b.length - a.length);
  // Told without marks around it, a quote keeps its inner marks; they must not reach out of it.
  const whole = longestFirst.filter((quote) => MARKED.test(quote) && isBalanced(quote));
  let rest = '';
  for (let at = 0; at < text.length; ) {
    const bare = whole.find((quote) => text.startsWith(quote, at));
    const closing = closingOf(text, at);
    const marked = longestFirst
      .filter((quote) => text.startsWith(quote, at + 1))
      .map((quote) => at + 1 + quote.length)
      .map((end) => (text.charAt(end) === '…' ? end + 1 : end))
      .find((end) => closes(closing, text, end));
    if (marked === undefined && bare === undefined && closing !== '') return null;
    const length = marked !== undefined ? marked + 1 - at : (bare?.length ?? 1);
    rest += length === 1 ? text.charAt(at) : ' ';
    at += length;
  }
  return rest;
}

/** What closes the quotation that begins here; empty when none does. */
function closingOf(text: string, at: number): string {
  const mark = text.charAt(at);
  const closing = PAIRS[mark];
  if (closing !== undefined) return closing;
  const opens = SINGLE.includes(mark) && !isWordCharacter(text.charAt(at - 1)) && isWordCharacter(text.charAt(at + 1));
  if (!opens) return '';
  for (let end = at + 1; end < text.length; end += 1) if (closes(SINGLE, text, end)) return SINGLE;
  return '';
}

function closes(closing: string, text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (mark === '' || !closing.includes(mark)) return false;
  return closing !== SINGLE || !isWordCharacter(text.charAt(at + 1));
}

function isBalanced(quote: string): boolean {
  let open = '';
  for (const character of quote) {
    if (open === '') open = PAIRS[character] ?? '';
    else if (open.includes(character)) open = '';
  }
  return open === '';
}
