import type { Assignment, Contribution } from '../../domain/contribution.ts';
import { currentAssignments } from '../../domain/current-assignments.ts';
import { dateText } from '../../domain/date-text.ts';
import { excerpt } from '../../domain/excerpt.ts';
import type { Inquiry, Participant } from '../../domain/inquiry.ts';
import type { Message } from '../../domain/message.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import { NONE } from '../../domain/words.ts';
import { choice } from '../say/choice.ts';
import type { HomeParts } from './home-parts.ts';
import { modelOf } from '../theme/model-of.ts';

const SHOWN = 5;
const EXCERPT = 200;

/** The person's own latest contributions and where each was placed; also of inquiries that are over. */
export async function contributionsOf(home: HomeParts, participants: readonly Participant[]): Promise<Message[]> {
  const { flow, lang, say } = home;
  if (participants.length === 0) return [];
  const own = await flow.store.contributions.find(
    { participantId: participants.map((each) => each.id), status: ['live', 'held'] },
    { by: 'sentAt', descending: true, limit: SHOWN },
  );
  const head = markdownMessage(lang, `## ${say('home.mine')}`);
  if (own.length === 0) return [head, markdownMessage(lang, say('mine.none'))];
  const labels = currentAssignments(
    await flow.store.assignments.find({ contributionId: own.map((each) => each.id), supersededAt: null }),
  );
  const inquiries = await flow.store.inquiries.find({ id: [...new Set(own.map((each) => each.inquiryId))] });
  const themes = await flow.store.subThemes.find({ id: [...labels.values()].flatMap((each) => each.subThemeId ?? []) });
  const names = new Map(themes.map((each) => [each.id, each.label]));
  return [
    head,
    ...own.map((each) => {
      const inquiry = inquiries.find(({ id }) => id === each.inquiryId);
      const place = placeOf(home, each, inquiry, labels.get(each.id), names);
      return {
        ...markdownMessage(lang, `> ${asMarkdown(excerpt(each.text, EXCERPT))}\n\n${place}`),
        choices: [
          choice('correct', each.id, say('choice.correct')),
          choice('withdraw', each.id, say('choice.withdraw')),
        ],
      };
    }),
  ];
}

function placeOf(
  { flow, lang, say }: HomeParts,
  contribution: Contribution,
  inquiry: Inquiry | undefined,
  label: Assignment | undefined,
  themes: ReadonlyMap<string, string>,
): string {
  if (contribution.status === 'held') return say('home.held');
  if (!label || !inquiry) return say('mine.waiting');
  const known = modelOf(flow, inquiry).steps.find((each) => each.key === label.step);
  const step = label.step === NONE ? say('step.none') : (known?.name[lang] ?? label.step);
  const theme = label.subThemeId && themes.get(label.subThemeId);
  return theme ? say('home.placed-theme', { step, theme: asMarkdown(theme) }) : say('home.placed', { step });
}

/** What the person has taken on and not settled yet. */
export async function commitmentsOf(home: HomeParts, participants: readonly Participant[]): Promise<Message[]> {
  const { flow, lang, say } = home;
  const ownerId = participants.map((each) => each.id);
  if (ownerId.length === 0) return [];
  const open = await flow.store.commitments.find({ ownerId, status: 'open' }, { by: 'dueOn' });
  if (open.length === 0) return [];
  return [
    markdownMessage(lang, `## ${say('home.commitments')}`),
    ...open.map((each) => ({
      ...markdownMessage(
        lang,
        say('home.commitment', { text: asMarkdown(each.text), due: dateText(lang, each.dueOn) }),
      ),
      choices: [
        choice('commitment-done', each.id, say('choice.commitment-done'), 'primary'),
        choice('commitment-later', each.id, say('choice.commitment-later')),
        choice('commitment-drop', each.id, say('choice.commitment-drop')),
      ],
    })),
  ];
}
