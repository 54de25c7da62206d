import type { BoardView } from '../../../../src/ports/board-view.ts';
import { useWords } from '../words/index.ts';

/** What was taken on, by whom and by when, and what became of it. */
export function Commitments({ board }: { board: BoardView }) {
  const words = useWords();
  if (board.commitments.length === 0) return <p class="empty">{words.noCommitments}</p>;
  return (
    <ul class="rounds">
      {board.commitments.map((it) => (
        <li key={it.id} class="card" data-status={it.status}>
          <p class="said">{it.text}</p>
          <small class="muted">
            {it.owner} ·{' '}
            {words.due(
              new Date(`${it.dueOn}T12:00`).toLocaleDateString(words.locale, { day: 'numeric', month: 'long' }),
            )}
            <span class="chip" data-status={it.status}>
              {words.commitmentStatus[it.status]}
            </span>
          </small>
          {it.outcome && <p>{it.outcome}</p>}
        </li>
      ))}
    </ul>
  );
}
