import type { Assignment } from '../../domain/contribution.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import type { Flow } from '../../flow/context.ts';
import type { TranscriptMessage } from '../../transcripts/transcript.ts';
import { jsonLines } from './json-text.ts';

/** `contributions.jsonl`: the input's fields as they were, and what each contribution was found to be. */
export async function contributionsFile(
  flow: Flow,
  inquiry: Inquiry,
  messages: readonly TranscriptMessage[],
): Promise<string> {
  const { id: inquiryId } = inquiry;
  const assignments = await flow.store.assignments.find({ inquiryId, supersededAt: null });
  const current = new Map(assignments.map((each) => [each.contributionId, each]));
  const labels = new Map((await flow.store.subThemes.find({ inquiryId })).map((each) => [each.id, each.label]));
  return jsonLines(
    messages.map((message) => ({ ...message.raw, analysis: analysisOf(current.get(message.id), labels) })),
  );
}

function analysisOf(assignment: Assignment | undefined, labels: Map<string, string>) {
  if (!assignment) return null;
  const { step, also, cross, signals, kind, buildsOn, subThemeId, confidence, why, by } = assignment;
  const subtheme = subThemeId === null ? null : { id: subThemeId, label: labels.get(subThemeId) ?? '' };
  return {
    step,
    also,
    cross,
    signals,
    kind,
    buildsOn,
    subtheme,
    confidence: Math.round(confidence * 1000) / 1000,
    why,
    by,
  };
}
