import { inQuotes, timeText } from '../../domain/date-text.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import { asMarkdown } from '../../domain/plain-text.ts';
import { occasions } from '../../domain/plan.ts';
import { questionNumber } from '../../domain/question-number.ts';
import type { Lang } from '../../domain/words.ts';
import type { Flow } from '../context.ts';
import { questionText } from '../theme/labelled.ts';
import { modelOf, programmeOf } from '../theme/model-of.ts';
import { roundsOf } from './start-inquiry.ts';

/** Everything that Porras would say in an inquiry and when, for its creator to read before anything is said. */
export async function previewOf(flow: Flow, inquiry: Inquiry, lang: Lang): Promise<string> {
  const programme = programmeOf(flow, inquiry);
  const rounds = roundsOf(flow, inquiry, 1);
  const say = (key: string, params = {}) => flow.content.say(lang, key, params);
  const when = (at: Date) => timeText(lang, at, inquiry.timeZone);
  const lines = occasions({ inquiry, pace: programme.pace, rounds }).flatMap((occasion) => {
    if (occasion.what === 'digest')
      return [`- ${when(occasion.at)} · ${say('preview.digest', { week: occasion.week })}`];
    if (occasion.what === 'round-closes') return [];
    const { questionIds, setting } = occasion.round;
    const asked =
      setting === 'private' ? questionIds : questionIds.slice(occasion.what === 'reflection' ? 1 : 0).slice(0, 1);
    const questions = asked.map((id) => asMarkdown(questionText(flow, inquiry, { ownText: null, questionIds: [id] })));
    const said = occasion.what === 'nudge' ? '' : `: ${inQuotes(lang, questions.join(' '))}`;
    return [
      `- ${when(occasion.at)} · ${say(`preview.${occasion.what}`, { number: questionNumber(occasion.round, rounds), private: occasion.round.setting })}${said}`,
    ];
  });
  const { from, to } = inquiry.policy.quietHours;
  return [
    `**${asMarkdown(inquiry.topic)}**`,
    say('preview.intro', {
      programme: programme.name[lang],
      model: modelOf(flow, inquiry).name[lang],
      from,
      to,
      timeZone: inquiry.timeZone,
    }),
    lines.join('\n'),
    ...(programme.repeats ? [say('preview.repeats')] : []),
    say('preview.nothing-yet'),
  ].join('\n\n');
}
