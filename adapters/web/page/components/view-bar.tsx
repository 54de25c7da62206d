import { useWords } from '../words/index.ts';
import { Icon } from './icon.tsx';

export type View = 'menu' | 'chat' | 'side';

/** Where there is room for one part only: which part is shown. */
export function ViewBar({ view, unread, onView }: { view: View; unread: number; onView: (view: View) => void }) {
  const words = useWords();
  const items = [
    { to: 'menu', icon: 'menu', label: words.menu },
    { to: 'chat', icon: 'chat', label: words.chat },
    { to: 'side', icon: 'stairs', label: words.board },
  ] as const;
  return (
    <nav class="view-bar">
      {items.map(({ to, icon, label }) => (
        <button
          key={to}
          type="button"
          data-to={to}
          aria-current={view === to ? 'page' : undefined}
          onClick={() => onView(to)}
        >
          <Icon name={icon} />
          {label}
          {to === 'menu' && unread > 0 && <span class="badge">{unread}</span>}
        </button>
      ))}
    </nav>
  );
}
