import type { Act } from '../../adapters/web/parse-event.ts';
import type { BoardView } from '../../src/ports/board-view.ts';

/** The chat page's own interface, as the page in the browser uses it. */
export interface PageApi {
  /** Whether it was stored; false may be tried again with the same id. @throws when it was refused for good */
  send: (act: Act) => Promise<boolean>;
  board: () => Promise<BoardView>;
}

export function pageApi(base: string): PageApi {
  return {
    async send(act) {
      const response = await fetch(`${base}/api/acts`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(act),
      }).catch(() => null);
      if (!response || response.status >= 500) return false;
      if (!response.ok) throw new Error(`${act.type}: ${response.status} ${await response.text()}`);
      return true;
    },
    async board() {
      const response = await fetch(`${base}/api/board`);
      return ((await response.json()) as { board: BoardView }).board;
    },
  };
}
