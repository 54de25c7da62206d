import { useState } from 'preact/hooks';
import { useChatOnPage } from '../state/chat-context.ts';
import { useWords } from '../words/index.ts';
import { Commitments } from './commitments.tsx';
import { Digests } from './digests.tsx';
import { Rounds } from './rounds.tsx';
import { Staircase } from './staircase.tsx';

const TABS = ['themes', 'digests', 'rounds', 'commitments'] as const;
type Tab = (typeof TABS)[number];

/** The live board: the staircase, digests, rounds and commitments of the inquiry. */
export function BoardPanel() {
  const words = useWords();
  const { board } = useChatOnPage();
  const [tab, setTab] = useState<Tab>('themes');
  if (board === undefined) return null;
  if (board === null) return <p class="empty">{words.noBoard}</p>;
  const step = (by: number): void => {
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length] ?? 'themes';
    setTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="board">
      <header class="board-header">
        <h2>{board.inquiry.topic}</h2>
        <small class="muted">
          {words.status[board.inquiry.status]} · {words.week(board.inquiry.week, board.inquiry.weeks)} ·{' '}
          {words.contributions(board.ledger.total)}
        </small>
      </header>
      <div
        class="tabs"
        role="tablist"
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') step(1);
          if (event.key === 'ArrowLeft') step(-1);
        }}
      >
        {TABS.map((it) => (
          <button
            key={it}
            id={`tab-${it}`}
            type="button"
            role="tab"
            aria-selected={it === tab}
            aria-controls="board-body"
            tabIndex={it === tab ? 0 : -1}
            onClick={() => setTab(it)}
          >
            {words[it]}
          </button>
        ))}
      </div>
      <div class="board-body" id="board-body" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        {tab === 'themes' && <Staircase board={board} />}
        {tab === 'digests' && <Digests board={board} />}
        {tab === 'rounds' && <Rounds board={board} />}
        {tab === 'commitments' && <Commitments board={board} />}
      </div>
    </div>
  );
}
