/** Names for the ids that Slack puts into its texts; null for one that is not known. */
export interface SlackNames {
  user(id: string): string | null;
  channel(id: string): string | null;
}

/**
 * What people saw of a text in Slack's mrkdwn: mentions and links by name, and the three escaped characters as
 * themselves. Everything else stays as it was typed, emphasis and emoji codes included.
 * Source: Slack, "Formatting text for app surfaces".
 */
export const mrkdwnToText = (mrkdwn: string, names: SlackNames): string =>
  mrkdwn.replace(/<([^<>\n]+)>|&(?:amp|lt|gt);/g, (whole, token: string | undefined) =>
    token === undefined ? unescaped(whole) : unescaped(tokenToText(token, names) ?? whole),
  );

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt);/g, (_whole, name: keyof typeof ENTITIES) => ENTITIES[name]);

const ENTITIES = { amp: '&', lt: '<', gt: '>' };

const tokenToText = (token: string, names: SlackNames): string | null => {
  const bar = token.indexOf('|');
  const target = bar === -1 ? token : token.slice(0, bar);
  const label = bar === -1 ? '' : token.slice(bar + 1);
  if (target.startsWith('@')) return `@${names.user(target.slice(1)) ?? (label || target.slice(1))}`;
  if (target.startsWith('#')) return `#${label || (names.channel(target.slice(1)) ?? target.slice(1))}`;
  if (target.startsWith('!subteam^')) return label || '@group';
  if (target.startsWith('!date^')) return label || token;
  if (target.startsWith('!')) return `@${target.slice(1)}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return label || target.replace(/^(mailto|tel):/i, '');
  return null;
};
