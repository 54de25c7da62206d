import table from './emoji.json' with { type: 'json' };

/*
 * Slack's names of emoji, as iamcal/emoji-data gives them; `emoji.json` was made from the MIT-licensed package
 * emojibase-data 17.0.0 (en/shortcodes/iamcal.json, en/compact.json), Copyright (c) 2017-2019 Miles Johnson.
 */
const EMOJI = new Map(Object.entries(table));

/** The first name of an emoji is the one that Slack prefers. */
const NAMES = new Map(
  Object.entries(table)
    .map(([name, emoji]) => [emoji, name] as const)
    .toReversed(),
);

/** The emoji of a name without colons, skin tone left out; `:name:` for one that only that workspace has. */
export function emojiNamed(name: string): string {
  const [bare = ''] = name.split('::');
  return EMOJI.get(bare) ?? `:${bare}:`;
}

/** @returns the name by which Slack knows an emoji, or null. */
export const nameOfEmoji = (emoji: string): string | null =>
  NAMES.get(emoji) ?? /^:([a-z0-9_'+-]+):$/.exec(emoji)?.[1] ?? null;

/** The emoji of a code in a text, or null for what only looks like one. */
export const emojiOfCode = (name: string): string | null => EMOJI.get(name) ?? null;
