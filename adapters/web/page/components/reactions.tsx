import type { MessageView } from '../../view-for.ts';
import { useChatOnPage } from '../state/chat-context.ts';
import { useWords } from '../words/index.ts';

export const EMOJI = ['👏', '❤️', '🙏', '💡', '🌱', '👀'];

/** The reactions that a message has; pressing one adds or takes back one's own. */
export function Reactions({ message }: { message: MessageView }) {
  const words = useWords();
  const { me, act, nameOf } = useChatOnPage();
  const groups = new Map<string, (string | null)[]>();
  for (const { emoji, by } of message.reactions) groups.set(emoji, [...(groups.get(emoji) ?? []), by]);
  if (groups.size === 0) return null;
  return (
    <ul class="reactions">
      {[...groups].map(([emoji, people]) => {
        const mine = people.includes(me.address);
        const names = people.map((it) => (it === me.address ? words.you : nameOf(it))).join(', ');
        return (
          <li key={emoji}>
            <button
              type="button"
              aria-pressed={mine}
              title={names}
              aria-label={words.reacted(emoji, names)}
              onClick={() => void act({ type: 'react', ref: message.ref, emoji, on: !mine })}
            >
              {emoji} <span>{people.length}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
