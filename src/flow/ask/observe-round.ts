import type { Assignment, Contribution } from '../../domain/contribution.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import { asMarkdown } from '../../domain/plain-text.ts';
import { questionNumber } from '../../domain/question-number.ts';
import type { Round } from '../../domain/round.ts';
import { firstSentences } from '../../domain/sentences.ts';
import { NONE } from '../../domain/words.ts';
import type { Note } from '../../ports/analyst.ts';
import type { SayHere } from '../say/say-here.ts';
import type { Flow } from '../context.ts';
import { currentAssignments, labelledOf, questionText, settingOf } from '../theme/labelled.ts';
import { modelOf, programmeOf } from '../theme/model-of.ts';

const QUOTE_LENGTH = 160;
/** How many people make a thought shared. */
const SHARED_BY = 3;

/**
 * The facilitator's observation sheet of a round (MODEL.md section 5) as Markdown: what Porras saw, with ids that lead
 * to the words, and room for what a person saw.
 */
export async function observeRound(flow: Flow, inquiry: Inquiry, round: Round): Promise<string> {
  const contributions = await flow.store.contributions.find({ roundId: round.id, status: 'live' }, { by: 'sentAt' });
  const labels = await currentAssignments(flow, inquiry.id, contributions);
  const say = (key: string, params = {}) => flow.content.say(inquiry.language, key, params);
  const rounds = await flow.store.rounds.find({ inquiryId: inquiry.id });
  const planned = programmeOf(flow, inquiry).rounds.find((each) => each.key === round.key);
  const notes = await flow.analyst.observe({
    ...(await settingOf(flow, inquiry)),
    question: questionText(flow, inquiry, round),
    contributions: await labelledOf(flow, inquiry, contributions),
  });
  const noted = notes && Object.fromEntries(Object.entries(notes).map(([list, all]) => [list, all.map(noteLine)]));
  const lists = {
    value: valueCreation(say, contributions, labels),
    momentums: await momentumLines(flow, inquiry, contributions),
    opposing: ofKind(contributions, labels, 'concern').map(
      (each) => `- ${stepName(flow, inquiry, labels.get(each.id))}: ${quoted(each)}`,
    ),
    shared: await sharedThoughts(flow, inquiry, contributions, labels),
    ...noted,
  };
  const orNothing = (lines: string[]) => (lines.length > 0 ? lines.join('\n') : say('observation.nothing'));
  return [
    `# ${say('observation.title', { number: questionNumber(round, rounds), private: round.setting, name: planned?.name[inquiry.language] ?? '' })}`,
    `> ${asMarkdown(questionText(flow, inquiry, round))}`,
    planned?.purpose[inquiry.language] ?? '',
    `## ${say('observation.value')}`,
    orNothing(lists.value),
    `## ${say('observation.momentums')}`,
    orNothing(lists.momentums),
    `## ${say('observation.other')}`,
    `**${say('observation.opposing')}**`,
    orNothing(lists.opposing),
    `**${say('observation.shared')}**`,
    orNothing(lists.shared),
    `## ${say('observation.own')}`,
    say('observation.own-hint'),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

const noteLine = ({ text, citations }: Note): string => `- ${asMarkdown(text)} [${citations.join(', ')}]`;

/** New ideas and solutions, who took them up, and what they grew into: only what has an id to show for it. */
function valueCreation(say: SayHere, contributions: Contribution[], labels: Map<string, Assignment>): string[] {
  const takenUp = Map.groupBy(
    contributions.filter((each) => labels.get(each.id)?.buildsOn),
    (each) => labels.get(each.id)?.buildsOn ?? '',
  );
  const ideas = [...ofKind(contributions, labels, 'idea'), ...ofKind(contributions, labels, 'solution')];
  return ideas
    .sort(
      (a, b) =>
        (takenUp.get(b.id)?.length ?? 0) - (takenUp.get(a.id)?.length ?? 0) || a.sentAt.getTime() - b.sentAt.getTime(),
    )
    .map((each) => {
      const builders = takenUp.get(each.id) ?? [];
      const people = new Set(builders.map((one) => one.participantId)).size;
      const carried =
        builders.length > 0
          ? ` ${say('observation.taken-up', { people })} [${builders.map((one) => one.id).join(', ')}]`
          : '';
      return `- ${quoted(each)}${carried}`;
    });
}

async function momentumLines(flow: Flow, inquiry: Inquiry, contributions: Contribution[]): Promise<string[]> {
  const ids = new Set(contributions.map((each) => each.id));
  const digests = await flow.store.digests.find({ inquiryId: inquiry.id }, { by: 'at' });
  return digests
    .flatMap((digest) => digest.content.momentums)
    .filter((momentum) => momentum.contributions.some((id) => ids.has(id)))
    .map((momentum) => `- ${asMarkdown(momentum.summary)} [${momentum.contributions.join(', ')}]`);
}

async function sharedThoughts(
  flow: Flow,
  inquiry: Inquiry,
  contributions: Contribution[],
  labels: Map<string, Assignment>,
): Promise<string[]> {
  const subThemes = await flow.store.subThemes.find({ inquiryId: inquiry.id, mergedInto: null }, { by: 'createdAt' });
  return subThemes.flatMap((subTheme) => {
    const within = contributions.filter((each) => labels.get(each.id)?.subThemeId === subTheme.id);
    const people = new Set(within.map((each) => each.participantId)).size;
    if (people < SHARED_BY) return [];
    return [
      `- ${asMarkdown(subTheme.label)} (${flow.content.say(inquiry.language, 'observation.people', { people })}) [${within.map((each) => each.id).join(', ')}]`,
    ];
  });
}

const ofKind = (
  contributions: Contribution[],
  labels: Map<string, Assignment>,
  kind: Assignment['kind'],
): Contribution[] => contributions.filter((each) => labels.get(each.id)?.kind === kind);

/** An anonymous one is named by its id only: the sheet is read by people who know the group. */
const quoted = (each: Contribution): string =>
  each.visibility === 'anonymous'
    ? `[${each.id}]`
    : `“${asMarkdown(firstSentences(each.text, QUOTE_LENGTH))}” [${each.id}]`;

const stepName = (flow: Flow, inquiry: Inquiry, label: Assignment | undefined): string =>
  modelOf(flow, inquiry).steps.find((step) => step.key === label?.step)?.shortName[inquiry.language] ??
  flow.content.say(inquiry.language, `step.${NONE}`);
