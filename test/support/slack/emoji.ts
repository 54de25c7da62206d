/**
 * Names of Slack for some emoji. People's messages are stored with `:names:`, so what an app gets holds no emoji of
 * these. @source docs.slack.dev/messaging/formatting-message-text ("emoji"); names are those of iamcal/emoji-data
 */
const NAMES: Record<string, string> = {
  '👏': 'clap',
  '👍': '+1',
  '👎': '-1',
  '❤️': 'heart',
  '🎉': 'tada',
  '🙏': 'pray',
  '🔥': 'fire',
  '💡': 'bulb',
  '🚀': 'rocket',
  '👀': 'eyes',
  '✅': 'white_check_mark',
  '🌱': 'seedling',
  '🙂': 'slightly_smiling_face',
  '😀': 'grinning',
  '😂': 'joy',
  '🤔': 'thinking_face',
  '💪': 'muscle',
  '🙌': 'raised_hands',
  '⭐': 'star',
  '☕': 'coffee',
  '👩‍👩‍👧‍👦': 'woman-woman-girl-boy',
};

const FLAG = /\p{Regional_Indicator}{2}/gu;
/** Longest first: families are made of people. */
const KNOWN = new RegExp(
  Object.keys(NAMES)
    .toSorted((a, b) => b.length - a.length)
    .join('|'),
  'gu',
);

const letterOf = (indicator: string): string => String.fromCodePoint((indicator.codePointAt(0) ?? 0) - 0x1f1a5 + 0x20);

/** The emoji of a text, named as Slack names them; those that are not in the list stay. */
export const nameEmoji = (text: string): string =>
  text
    .replace(FLAG, (flag) => `:flag-${Array.from(flag, letterOf).join('').toLowerCase()}:`)
    .replace(KNOWN, (emoji) => `:${NAMES[emoji] ?? emoji}:`);

/** The emoji with this name of Slack's, or the name in colons. */
export const emojiOf = (name: string): string =>
  Object.keys(NAMES).find((emoji) => NAMES[emoji] === name) ?? `:${name}:`;
