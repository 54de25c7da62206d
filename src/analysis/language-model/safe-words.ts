const LONGEST = 300;
/** A run this long that also stands in the data is taken for a copy of it. */
const COPIED = 16;

/** Keys as the known providers make them, and what stands for one in an address or a header. */
const KEY_LIKE = /\b(?:sk|gsk|xai|AIza|key)[-_]?[\w*-]{12,}|(?<=\b(?:bearer|api-key|key|token)[\s:=]+)[^\s"',}]{8,}/gi;

/**
 * A server's own words, fit for an error message or a log: one short line without secrets, and nothing at all when it
 * repeats what people wrote (some servers send the prompt back).
 */
export function safeWords(message: string, secrets: readonly string[], data: string): string {
  let words = message.replace(/\s+/g, ' ').trim();
  for (const secret of secrets) if (secret) words = words.replaceAll(secret, '***');
  words = words.replace(KEY_LIKE, '***').replace(/\/\/[^/@\s]+@/g, '//***@');
  words = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  return repeats(words, data.replace(/\s+/g, ' ')) ? '' : words;
}

function repeats(words: string, data: string): boolean {
  for (let at = 0; at + COPIED <= words.length; at += 1) if (data.includes(words.slice(at, at + COPIED))) return true;
  return false;
}
