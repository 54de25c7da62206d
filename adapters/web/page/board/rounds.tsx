import type { BoardView } from '../../../../src/ports/board-view.ts';
import { shortDay } from '../components/time.tsx';
import { useWords } from '../words/index.ts';

/** The questions, when each is open, and how many have answered; never who has not. */
export function Rounds({ board }: { board: BoardView }) {
  const words = useWords();
  return (
    <ol class="rounds">
      {board.rounds.map((round) => (
        <li key={round.number} class="card" data-status={round.status}>
          <small class="muted">
            {words.roundNumber(round.number)} · {shortDay(round.opensAt, words)}–{shortDay(round.closesAt, words)}
            <span class="chip" data-status={round.status}>
              {words.roundStatus[round.status]}
            </span>
          </small>
          <h3>{round.name}</h3>
          {round.question && <p class="said">{round.question}</p>}
          {round.status !== 'planned' && round.participants > 0 && (
            <>
              <progress
                max={round.participants}
                value={round.answered}
                aria-label={words.answered(round.answered, round.participants)}
              />
              <small class="muted">{words.answered(round.answered, round.participants)}</small>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
