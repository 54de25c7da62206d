/** Teams's first six, which it calls by name. */
const NAMED: Readonly<Record<string, string>> = {
  like: '👍',
  heart: '❤️',
  laugh: '😆',
  surprised: '😮',
  sad: '😢',
  angry: '😠',
};

/**
 * What a reaction looks like. All but the first six are called by their code points and a name, such as
 * `1f44f_clappinghands`; those of an organisation's own have a name only.
 */
export function emojiOf(reaction: string): string {
  const named = Object.hasOwn(NAMED, reaction) ? NAMED[reaction] : undefined;
  if (named !== undefined) return named;
  const codes = /^((?:[0-9a-f]{2,6}-)*[0-9a-f]{2,6})_/i.exec(reaction)?.[1]?.split('-') ?? [];
  const points = codes.map((code) => Number.parseInt(code, 16));
  if (
    points.length > 0 &&
    points.every((point) => point > 0x1f && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff))
  )
    return String.fromCodePoint(...points);
  return /^[\w-]+$/.test(reaction) ? `:${reaction}:` : reaction;
}
