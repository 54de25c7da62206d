import type { Kind, Signal } from '../../domain/words.ts';
import { SIGNALS } from '../../domain/words.ts';
import type { Reading } from './reading.ts';

export interface SignalContext {
  kind: Kind;
  /** Answers another person's message. */
  answersAnother: boolean;
  /** Answers one's own message: whatever it says is never a signal. */
  answersOwn: boolean;
  /** Kind of what is answered. */
  answered: Kind | null;
  /** An earlier contribution of another person that this one takes up without answering it. */
  takesUp: boolean;
}

/** Visible acts of appreciation towards another person (MODEL.md section 3): each needs somebody whom it is for. */
export function chooseSignals(reading: Reading, context: SignalContext): Signal[] {
  const { kind, answersAnother, answersOwn, takesUp } = context;
  if (answersOwn) return [];
  const weight = (signal: Signal) => reading.signals.get(signal) ?? 0;
  const addressed = answersAnother || reading.mentions;
  const found = new Set<Signal>();
  if (weight('thank') >= 1 && (addressed || reading.content >= 3)) found.add('thank');
  if (weight('encourage') >= 1.5 && answersAnother && reading.opening.has('encourage') && isWarm(reading, kind))
    found.add('encourage');
  if (weight('raise') >= 1.5 && addressed) found.add('raise');
  if (answersAnother && isInterest(reading, kind)) found.add('interest');
  if ((answersAnother || takesUp) && isBuild(reading, context)) found.add('build');
  return SIGNALS.filter((signal) => found.has(signal));
}

/** A cheer that goes on with an objection or a complaint is a way to begin, not a cheer. */
const isWarm = (reading: Reading, kind: Kind): boolean =>
  kind !== 'concern' && kind !== 'question' && (reading.stance.get('dissent') ?? 0) < 1;

function isInterest(reading: Reading, kind: Kind): boolean {
  const cue = reading.signals.get('interest') ?? 0;
  if (cue >= 1.5) return true;
  return (
    kind === 'question' &&
    reading.endsInQuestion &&
    (reading.kinds.get('question') ?? 0) >= 1 &&
    (reading.kinds.get('concern') ?? 0) < 3
  );
}

/** With fewer words beside the thanks and cheers nothing can be added. */
const FEWEST_WORDS = 4;

/** Adds content to another's idea; agreeing, answering or thanking is not building (MODEL.md section 4). */
function isBuild(reading: Reading, { kind, answered }: SignalContext): boolean {
  if (kind === 'appreciation' || kind === 'question' || reading.rest < FEWEST_WORDS) return false;
  if (kind === 'idea' || kind === 'solution') return answered !== 'question' && answered !== 'appreciation';
  return (reading.signals.get('build') ?? 0) >= 1.5;
}
