import type { BoardContribution } from '../../../../src/ports/board-view.ts';
import { shortDay } from '../components/time.tsx';
import { useChatOnPage } from '../state/chat-context.ts';
import { useWords } from '../words/index.ts';

/** What people said under a theme, each with why it is there and a way to the message. */
export function Contributions({ contributions }: { contributions: BoardContribution[] }) {
  const words = useWords();
  const { jump } = useChatOnPage();
  return (
    <ul class="contributions">
      {contributions.map((it) => (
        <li key={it.id} data-contribution={it.id}>
          <p class="said">{it.text}</p>
          <small class="muted">
            <span class="chip kind" data-kind={it.kind}>
              {words.kind[it.kind]}
            </span>{' '}
            {it.author ?? words.anonymous} · {shortDay(it.at, words)}
            {it.ref !== null && (
              <>
                {' · '}
                <button type="button" class="link" onClick={() => jump(it.ref ?? '')}>
                  {words.showMessage}
                </button>
              </>
            )}
          </small>
          {it.why && (
            <small class="muted why">
              {words.why}: {it.why} (
              {it.by === 'person' ? words.byPerson : words.howSure(Math.round(it.confidence * 100))})
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}
