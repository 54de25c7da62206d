import { emojiOfCode } from './emoji.ts';

/** What Slack's ids in a text stand for; null for one that is not known. */
export interface Mentioned {
  /** The name that people see; `Porras` for Porras's own user. */
  person: (id: string) => string | null;
}

/**
 * What people saw of a text in Slack's mrkdwn: mentions and links by name, emoji as themselves, and so the three
 * characters that Slack escapes. Everything else stays as it was typed. What somebody typed that looks like a mention
 * stays that: Slack escaped it, and nothing that was unescaped is read again.
 * Source: Slack, "Formatting message text" and "Retrieving messages".
 */
export const readText = (mrkdwn: string, mentioned: Mentioned): string =>
  mrkdwn.replace(TOKENS, (whole, token: string | undefined, emoji: string | undefined) => {
    if (token !== undefined) return unescaped(readToken(token, mentioned) ?? whole);
    return emoji === undefined ? unescaped(whole) : (emojiOfCode(emoji) ?? whole);
  });

/** A code after a digit is part of a time or a number. */
const TOKENS = /<([^<>\n]+)>|&(?:amp|lt|gt);|(?<!\d):([a-z0-9_'+-]+):/g;

const ENTITIES = { amp: '&', lt: '<', gt: '>' };

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt);/g, (_whole, name: keyof typeof ENTITIES) => ENTITIES[name]);

/** @returns null for what is none of Slack's tokens. */
function readToken(token: string, { person }: Mentioned): string | null {
  const bar = token.indexOf('|');
  const target = bar === -1 ? token : token.slice(0, bar);
  const label = bar === -1 ? '' : token.slice(bar + 1);
  if (/^@[UW][A-Z0-9]+$/.test(target)) return `@${person(target.slice(1)) || label || 'someone'}`;
  if (/^#[CG][A-Z0-9]+$/.test(target)) return `#${label || 'channel'}`;
  if (target.startsWith('!subteam^')) return label || '@group';
  if (target.startsWith('!date^')) return label || null;
  // `<!here|@here>` is how older clients wrote it.
  if (/^![a-z]+$/.test(target)) return `@${target.slice(1)}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return label || target.replace(/^(?:mailto|tel):/i, '');
  return null;
}
