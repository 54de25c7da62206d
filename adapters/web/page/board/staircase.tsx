import { useState } from 'preact/hooks';
import type { BoardStep, BoardView } from '../../../../src/ports/board-view.ts';
import { Icon } from '../components/icon.tsx';
import { useWords } from '../words/index.ts';
import { Contributions } from './contributions.tsx';
import { LedgerTable } from './ledger-table.tsx';

/** The stairs, the highest on top, each opening to its sub-themes; the foundation below them all. */
export function Staircase({ board }: { board: BoardView }) {
  const words = useWords();
  const heaviest = Math.max(1, ...board.steps.map((it) => it.weight));
  const count = board.steps.length;
  const signals = Object.entries(board.foundation.signals).filter(([, n]) => n > 0);
  return (
    <>
      <ol class="stairs" reversed style={{ '--count': String(count) }}>
        {board.steps.map((_, index) => {
          const step = board.steps[count - 1 - index];
          return step && <Stair key={step.key} step={step} height={count - 1 - index} heaviest={heaviest} />;
        })}
      </ol>
      <div class="foundation">
        <strong>{board.foundation.name || words.foundation}</strong>
        <p>
          {signals.map(([signal, n]) => (
            <span key={signal} class="chip">
              {words.signals[signal as keyof typeof words.signals]} {n}
            </span>
          ))}
        </p>
      </div>
      {board.waiting > 0 && (
        <p class="muted" role="status">
          {words.waiting(board.waiting)}
        </p>
      )}
      {board.none.length > 0 && (
        <details class="none">
          <summary>
            {words.noneFits} <span class="count">{board.none.length}</span>
          </summary>
          <Contributions contributions={board.none} />
        </details>
      )}
      <LedgerTable ledger={board.ledger} />
    </>
  );
}

function Stair({ step, height, heaviest }: { step: BoardStep; height: number; heaviest: number }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <li
      class="stair"
      style={{ '--height': String(height), '--weight': String(step.weight / heaviest) }}
      data-step={step.key}
    >
      <button type="button" class="stair-head" aria-expanded={open} title={step.name} onClick={() => setOpen(!open)}>
        <span class="stair-number">{height + 1}</span>
        <span class="stair-name">{step.shortName}</span>
        <span class="count">{step.weight}</span>
        <Icon name="chevron" />
      </button>
      {!open && step.subThemes.length > 0 && (
        <p class="stair-preview">
          {step.subThemes.slice(0, 3).map((it) => (
            <span key={it.id} class="chip">
              {it.label} <b>{it.contributions.length}</b>
            </span>
          ))}
          {step.subThemes.length > 3 && <span class="chip more">+{step.subThemes.length - 3}</span>}
        </p>
      )}
      {open && (
        <div class="stair-body">
          <p class="muted">{step.name}</p>
          {step.weight === 0 && <p class="muted">{words.noStepYet}</p>}
          {step.subThemes.map((it) => (
            <details key={it.id} class="sub-theme">
              <summary>
                {it.label} <span class="count">{it.contributions.length}</span>
              </summary>
              <Contributions contributions={it.contributions} />
            </details>
          ))}
          {step.unplaced.length > 0 && (
            <details class="sub-theme">
              <summary>
                {words.unplaced} <span class="count">{step.unplaced.length}</span>
              </summary>
              <Contributions contributions={step.unplaced} />
            </details>
          )}
        </div>
      )}
    </li>
  );
}
