/** Names of the six old reactions; newer ones are called by their code points. */
const OLD: Record<string, string> = {
  '👍': 'like',
  '❤️': 'heart',
  '😆': 'laugh',
  '😮': 'surprised',
  '😢': 'sad',
  '😠': 'angry',
};
const NAMES: Record<string, string> = { '👏': 'clappinghands', '🌱': 'seedling' };

/** An emoji as Teams names it in `reactionsAdded`. */
export const reactionType = (emoji: string): string => {
  const points = Array.from(emoji)
    .map((each) => each.codePointAt(0)?.toString(16))
    .join('-');
  return OLD[emoji] ?? `${points}_${NAMES[emoji] ?? 'emoji'}`;
};
