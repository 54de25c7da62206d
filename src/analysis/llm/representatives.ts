import type { Labelled } from '../../ports/analyst.ts';

/** How many contributions of a sub-theme a digest's writer gets to read at most, and of a step. */
const OF_SUB_THEME = 12;
const OF_STEP = 90;

/**
 * Of a step with very much talk, those that stand for all: of each sub-theme one by each speaker before a second one by
 * anybody, so that who spoke often weighs no more than who spoke once; the longest of each, which say most.
 */
export function representatives(contributions: readonly Labelled[]): Labelled[] {
  if (contributions.length <= OF_STEP) return [...contributions];
  const groups = [...Map.groupBy(contributions, (each) => each.subThemeId).values()];
  const most = Math.max(2, Math.min(OF_SUB_THEME, Math.floor(OF_STEP / groups.length)));
  const chosen = new Set(groups.flatMap((group) => roundRobin(group).slice(0, most)));
  return contributions.filter((each) => chosen.has(each)).slice(0, OF_STEP);
}

/** Speakers in turn; anonymous ones are a speaker each. */
function roundRobin(group: readonly Labelled[]): Labelled[] {
  const bySpeaker = [...Map.groupBy(group, (each) => each.speaker ?? each.id).values()].map((own) =>
    own.toSorted((a, b) => b.text.length - a.text.length),
  );
  const turns = Math.max(...bySpeaker.map((own) => own.length));
  return Array.from({ length: turns }, (_, turn) => bySpeaker.flatMap((own) => own[turn] ?? [])).flat();
}
