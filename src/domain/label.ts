import type { Contribution, Label } from './contribution.ts';
import type { Model } from './model.ts';
import { NONE } from './words.ts';

/** How much of a reason is kept, in characters: it is one line. */
const REASON_LENGTH = 300;

/**
 * A label with everything taken out that the model, the inquiry, or the order of time does not allow: unknown steps
 * become `none`, a contribution builds only on an earlier one of somebody else.
 */
export function checkLabel(
  label: Label,
  {
    model,
    contribution,
    earlier,
  }: { model: Model; contribution: Contribution; earlier: ReadonlyMap<string, Contribution> },
): Label {
  const steps = new Set([NONE, ...model.steps.map((step) => step.key)]);
  const crossCutting = new Set(model.crossCutting.map((each) => each.key));
  const step = steps.has(label.step) ? label.step : NONE;
  const source = label.buildsOn ? earlier.get(label.buildsOn) : undefined;
  const buildsOn = source && isEarlierOfAnother(source, contribution) ? source.id : null;
  return {
    step,
    also: [...new Set(label.also)].filter((also) => steps.has(also) && also !== step),
    cross: [...new Set(label.cross)].filter((cross) => crossCutting.has(cross)),
    kind: label.kind,
    signals: [...new Set(label.signals)],
    buildsOn,
    confidence: Number.isFinite(label.confidence) ? Math.min(1, Math.max(0, label.confidence)) : 0,
    why: label.why.replace(/\s+/g, ' ').trim().slice(0, REASON_LENGTH),
  };
}

const isEarlierOfAnother = (source: Contribution, contribution: Contribution): boolean =>
  source.id !== contribution.id &&
  source.sentAt <= contribution.sentAt &&
  (source.participantId === null || source.participantId !== contribution.participantId);
