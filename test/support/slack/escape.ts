import { nameEmoji } from './emoji.ts';
import type { Json, SlackTeam } from './world.ts';

export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const TOKEN =
  /(?<![\w/&])@(?<user>[\p{L}\d._-]+)|(?<![\w/&])#(?<channel>[\p{L}\d_-]+)|\bhttps?:\/\/[^\s<>()[\]{}"'|]+|(?<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|\b(?<host>(?:[\w-]+\.)+(?:com|org|net|fi|se|io)\b)(?!@)/gu;

/** What somebody typed, in parts as Slack's composer sees them. */
type Part =
  | { type: 'text'; text: string }
  | { type: 'user'; user_id: string }
  | { type: 'channel'; channel_id: string; name: string }
  | { type: 'broadcast'; range: string }
  | { type: 'link'; url: string; text?: string };

function partOf(team: SlackTeam, token: string, groups: Record<string, string | undefined>): Part {
  const { user, channel, mail, host } = groups;
  if (user === 'here' || user === 'channel' || user === 'everyone') return { type: 'broadcast', range: user };
  if (user !== undefined) {
    const named = [...team.users.values()].find((it) => it.name === user || it.displayName === user);
    return named ? { type: 'user', user_id: named.id } : { type: 'text', text: token };
  }
  if (channel !== undefined) {
    const named = [...team.channels.values()].find((it) => it.kind === 'public' && it.name === channel);
    return named ? { type: 'channel', channel_id: named.id, name: named.name } : { type: 'text', text: token };
  }
  if (mail !== undefined) return { type: 'link', url: `mailto:${mail}`, text: mail };
  return host === undefined ? { type: 'link', url: token } : { type: 'link', url: `http://${host}`, text: host };
}

function partsOf(team: SlackTeam, typed: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of typed.matchAll(TOKEN)) {
    if (match.index > from) parts.push({ type: 'text', text: typed.slice(from, match.index) });
    parts.push(partOf(team, match[0], match.groups ?? {}));
    from = match.index + match[0].length;
  }
  if (from < typed.length) parts.push({ type: 'text', text: typed.slice(from) });
  return parts;
}

function stored(part: Part): string {
  if (part.type === 'text') return escapeText(nameEmoji(part.text));
  if (part.type === 'user') return `<@${part.user_id}>`;
  if (part.type === 'channel') return `<#${part.channel_id}|${part.name}>`;
  if (part.type === 'broadcast') return `<!${part.range}>`;
  return `<${escapeText(part.url)}${part.text === undefined ? '' : `|${escapeText(part.text)}`}>`;
}

/** What somebody types, as Slack stores and sends it: the text, and the rich text block that goes with it. */
export function composed(team: SlackTeam, typed: string, blockId: string): { text: string; blocks: Json[] } {
  const parts = partsOf(team, typed);
  const elements = parts.map((part) =>
    part.type === 'channel' ? { type: 'channel', channel_id: part.channel_id } : { ...part },
  );
  return {
    text: parts.map(stored).join(''),
    blocks: [{ type: 'rich_text', block_id: blockId, elements: [{ type: 'rich_text_section', elements }] }],
  };
}
