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
  const hue = Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
  return (
    <span class="avatar" aria-hidden="true" style={{ '--hue': String(hue) }}>
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const parts = name.split(/[\s-]+/u).filter(Boolean);
  const ends = parts.length > 1 ? [parts[0], parts.at(-1)] : [name];
  return ends.map((it) => Array.from(it ?? '?')[0]?.toUpperCase() ?? '').join('');
}
