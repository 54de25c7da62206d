import { timeText } from '../../domain/date-text.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import type { Message } from '../../domain/message.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import { type Occasion, occasions } from '../../domain/plan.ts';
import { questionNumber } from '../../domain/question-number.ts';
import type { Round } from '../../domain/round.ts';
import { lastWeek, weekOf } from '../../domain/weeks.ts';
import { choice } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import type { HomeParts } from './home-parts.ts';
import { programmeOf } from '../theme/model-of.ts';

/** The inquiries that the person leads: how each stands, what goes out next and when, and what they may do. */
export async function facilitating(home: HomeParts, led: readonly Inquiry[]): Promise<Message[]> {
  if (led.length === 0) return [];
  const sections = await Promise.all(led.map((inquiry) => ofInquiry(home, inquiry)));
  return [markdownMessage(home.lang, `## ${home.say('home.facilitating')}`), ...sections];
}

async function ofInquiry({ flow, lang, say }: HomeParts, inquiry: Inquiry): Promise<Message> {
  const { id, status } = inquiry;
  const contributions = await flow.store.contributions.count({ inquiryId: id, status: 'live' });
  const rounds = await flow.store.rounds.find({ inquiryId: id }, { by: 'opensAt' });
  const head = say('status.head', { topic: asMarkdown(inquiry.topic), status, contributions });
  const next = status === 'running' ? nextMessage(flow, inquiry, rounds) : null;
  const ahead = next
    ? say('home.next', { what: whatIt(next, rounds, say), at: timeText(lang, next.at, inquiry.timeZone) })
    : say(status === 'paused' ? 'home.next-paused' : 'home.next-none');
  return { ...markdownMessage(lang, `${head}\n\n${ahead}`), choices: steeringOf(inquiry, rounds, say) };
}

function nextMessage(flow: Flow, inquiry: Inquiry, rounds: readonly Round[]): Occasion | null {
  const now = flow.clock.now();
  const { pace, repeats } = programmeOf(flow, inquiry);
  const going = rounds.filter((each) => each.status === 'planned' || each.status === 'open');
  const all = occasions({
    inquiry,
    pace,
    rounds: going,
    untilWeek: repeats ? weekOf(inquiry, now) + 1 : lastWeek(inquiry, rounds),
  });
  return all.find((each) => each.at > now && each.what !== 'round-closes') ?? null;
}

const whatIt = (occasion: Occasion, rounds: readonly Round[], say: HomeParts['say']): string =>
  occasion.what === 'digest'
    ? say('preview.digest', { week: occasion.week })
    : say(`preview.${occasion.what}`, {
        number: questionNumber(occasion.round, rounds),
        private: occasion.round.setting,
      });

function steeringOf({ id, status }: Inquiry, rounds: readonly Round[], say: HomeParts['say']) {
  const close = choice('close', id, say('choice.close'), 'danger');
  if (status === 'paused') return [choice('resume', id, say('choice.resume'), 'primary'), close];
  const open = rounds.findLast((each) => each.status === 'open' && each.setting === 'channel');
  const skippable = open ?? rounds.find((each) => each.status === 'open' || each.status === 'planned');
  return [
    choice('ask', id, say('choice.ask')),
    choice('digest', id, say('choice.digest')),
    choice('nudge', id, say('choice.nudge')),
    ...(skippable ? [choice('skip', skippable.id, say('choice.skip'))] : []),
    choice('pause', id, say('choice.pause')),
    close,
  ];
}
