import type { Labelled, Utterance } from '../../ports/analyst.ts';
import type { Reading } from './reading.ts';

type Earlier = { utterance: Utterance; label: Labelled['label'] | null; reading: Reading };

/** Words seen in more of the earlier ones than this are no sign of taking one of them up. */
const COMMON = 3;
const ENOUGH = 2;

/**
 * An earlier contribution of another person that a new one takes up without answering it: the one with which it
 * shares most rare words, names and numbers.
 */
export class Sources {
  readonly #byStem = new Map<string, Earlier[]>();

  add(earlier: Earlier): void {
    for (const stem of earlier.reading.stems) {
      const list = this.#byStem.get(stem) ?? [];
      // One more than common is enough to know that it is common.
      if (list.length <= COMMON) list.push(earlier);
      this.#byStem.set(stem, list);
    }
  }

  find(utterance: Utterance, reading: Reading): Utterance | null {
    const shared = new Map<Earlier, number>();
    for (const stem of reading.stems) {
      const list = this.#byStem.get(stem) ?? [];
      if (list.length > COMMON) continue;
      for (const earlier of list) {
        if (earlier.utterance.speaker !== null && earlier.utterance.speaker === utterance.speaker) continue;
        shared.set(earlier, (shared.get(earlier) ?? 0) + 1 / list.length);
      }
    }
    const [best] = [...shared].sort((a, b) => b[1] - a[1]);
    return best && best[1] >= ENOUGH ? best[0].utterance : null;
  }
}
