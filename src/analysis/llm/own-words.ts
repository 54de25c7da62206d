import { z } from 'zod';
import type { FollowUpRequest, Labelled, Note, ObservationNotes, WordNudgeRequest } from '../../ports/analyst.ts';
import type { Asker } from './asker.ts';
import { describeSteps, LANGUAGE_NAMES } from './describe-model.ts';
import { lineOf, Numbering, quotedText, SAID } from './frame.ts';

const NUDGE_LENGTH = 400;
const QUESTION_LENGTH = 250;
const ANSWERS = 60;

const nudgeSchema = z.object({ text: z.string() });
const followUpSchema = z.object({ question: z.string(), citations: z.array(z.number().int()) });
const noteSchema = z.object({ text: z.string(), citations: z.array(z.number().int()) });
const observationSchema = z.object({
  value: z.array(noteSchema),
  momentums: z.array(noteSchema),
  opposing: z.array(noteSchema),
  shared: z.array(noteSchema),
});

/** Nothing that Porras would not say itself: no links, no calls to people, no exclamation, in one paragraph. */
const isCalm = (text: string, length: number): boolean =>
  text !== '' && text.length <= length && !/!|https?:|www\.|[@<>{}[\]`]/i.test(text);

/** The wording of a private invitation; null when it is not fit to be sent. @throws what the asker throws */
export async function wordNudge(
  { language, reason, role, topic, question }: WordNudgeRequest,
  asker: Asker,
): Promise<string | null> {
  const reply = await asker.ask({
    task: 'nudge',
    fills: { language: LANGUAGE_NAMES[language], reason, role },
    blocks: [{ title: 'Topic, then question', columns: 'text', lines: [quotedText(topic), quotedText(question)] }],
    schema: nudgeSchema,
  });
  const text = reply?.text.replace(/\s+/g, ' ').trim() ?? '';
  return isCalm(text, NUDGE_LENGTH) ? text : null;
}

/** One question that takes further what was answered; null when it is none. @throws what the asker throws */
export async function followUpQuestion(
  request: FollowUpRequest,
  contributions: readonly Labelled[],
  asker: Asker,
): Promise<string | null> {
  const shown = contributions.slice(0, ANSWERS);
  const numbering = new Numbering(shown.map((each) => each.id));
  const present = new Set(shown.map((each) => each.id));
  const reply = await asker.ask({
    task: 'follow-up',
    fills: { language: LANGUAGE_NAMES[request.language] },
    blocks: [
      { title: 'The question of the round', columns: 'text', lines: [quotedText(request.question)] },
      { title: 'Answers', columns: SAID, lines: shown.map((each) => lineOf(each, numbering, present)) },
    ],
    schema: followUpSchema,
  });
  const question = reply?.question.replace(/\s+/g, ' ').trim() ?? '';
  const grounded = numbering.ids(reply?.citations ?? []).length > 0;
  return grounded && question.endsWith('?') && isCalm(question, QUESTION_LENGTH) ? question : null;
}

/** Notes for the observation sheet; those that rest on nothing are left out. @throws what the asker throws */
export async function observe(
  request: FollowUpRequest,
  contributions: readonly Labelled[],
  asker: Asker,
): Promise<ObservationNotes | null> {
  const shown = contributions.slice(0, ANSWERS);
  const numbering = new Numbering(shown.map((each) => each.id));
  const present = new Set(shown.map((each) => each.id));
  const lines = shown.map((each) => {
    const { step, kind, signals, buildsOn } = each.label;
    const source = buildsOn && present.has(buildsOn) ? String(numbering.number(buildsOn)) : '-';
    return lineOf(each, numbering, present, [step, kind, signals.join(',') || '-', source]);
  });
  const reply = await asker.ask({
    task: 'observe',
    fills: { language: LANGUAGE_NAMES[request.language] },
    blocks: [
      { title: 'The question of the round', columns: 'text', lines: [quotedText(request.question)] },
      {
        title: 'The steps of the model',
        columns: 'key and what belongs there',
        lines: describeSteps(request.model).split('\n'),
      },
      { title: 'Contributions', columns: 'number|speaker|answers number|step|kind|signals|builds on|text', lines },
    ],
    schema: observationSchema,
  });
  if (!reply) return null;
  const notes = (list: z.infer<typeof noteSchema>[]): Note[] =>
    list
      .map(({ text, citations }) => ({ text: text.replace(/\s+/g, ' ').trim(), citations: numbering.ids(citations) }))
      .filter(({ text, citations }) => citations.length > 0 && !/https?:|www\.|[@<>]/i.test(text));
  return {
    value: notes(reply.value),
    momentums: notes(reply.momentums),
    opposing: notes(reply.opposing),
    shared: notes(reply.shared),
  };
}
