import { Icon } from './icon.tsx';

/** Initials on a colour that stays the same for a name; the staircase for Porras. */
export function Avatar({ name, isPorras = false }: { name: string; isPorras?: boolean }) {
  if (isPorras) {
    return (
      <span class="avatar avatar-porras" aria-hidden="true">
        <Icon name="stairs" />
      </span>
    );
  }
  const hue = Array.from(name).reduce((sum, letter) => (sum * 137 + (letter.codePointAt(0) ?? 0) * 47) % 360, 7);
  return (
    <span class="avatar" aria-hidden="true" style={{ '--hue': String(hue) }}>
      {initials(name)}
    </span>
  );
}

/** First letters of the first and the last part; a number at the end stays whole: "S4" for secretary-04. */
function initials(name: string): string {
  const parts = name.split(/[\s-]+/u).filter(Boolean);
  const ends = parts.length > 1 ? [parts[0], parts.at(-1)] : [name];
  return ends
    .map((it = '?') => (/^\d+$/.test(it) ? String(Number(it)) : (Array.from(it)[0] ?? '').toUpperCase()))
    .join('');
}
