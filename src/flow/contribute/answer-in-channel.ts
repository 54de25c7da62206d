import type { Address, Inquiry } from '../../domain/inquiry.ts';
import { asMarkdown } from '../../domain/plain-text.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import { questionNumber } from '../../domain/question-number.ts';
import { answerIn, openAnswerForm, roundAskedBy } from './answer-by-button.ts';
import { questionCause } from '../ask/ask-in-channel.ts';
import type { Pressed } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { nameIn } from '../who/find-inquiry.ts';
import type { Handled } from '../receive-event.ts';
import { recordContribution } from './record-contribution.ts';
import { showInThread } from './show-in-thread.ts';
import { tellAdded } from './tell-added.ts';
import { refuse } from '../say/tell-privately.ts';

/** The round that is answered, and the message in whose thread the answer belongs, with its channel. */
interface About {
  roundId: string;
  channel: Address;
  ref: string | null;
}

/** "Answer in the channel": for where Porras may not hear what is written below its question. */
export async function openChannelForm(flow: Flow, event: Pressed): Promise<void> {
  if (!(await roundAskedBy(flow, event))) return;
  const about: About = { roundId: event.value, channel: event.place.channel, ref: event.ref };
  await openAnswerForm(
    flow,
    event,
    (say) => ({
      id: 'answer-in-channel',
      title: say('answer-in-channel.title'),
      intro: say('answer-in-channel.intro'),
      label: say('answer.field'),
      submit: say('answer.submit'),
    }),
    JSON.stringify(about),
  );
}

/** Records an answer with its author's name, and shows it below the question, since nobody can post as somebody else. */
export async function answerInChannel(flow: Flow, event: Handled<EventOf<'form-submitted'>>): Promise<void> {
  const about = aboutIn(event.context);
  if (!about) return refuse(flow, event, 'form.expired');
  const answer = await answerIn(flow, event, about.roundId);
  if (!answer) return;
  const { inquiry, text, roundId } = answer;
  const question = roundId ? await questionOf(flow, inquiry, roundId, about) : null;
  const contribution = await recordContribution(flow, inquiry, event, {
    text,
    roundId,
    via: 'channel',
    visibility: 'named',
  });
  if (question) {
    const name = asMarkdown(await nameIn(flow, inquiry, event.by, inquiry.language));
    const said = flow.content.say(inquiry.language, 'answer-in-channel.said', { name, number: question.number });
    const place = { ref: question.ref, threadRef: null, channel: about.channel };
    await showInThread(flow, inquiry, place, contribution, said);
  }
  await tellAdded(flow, event, inquiry, contribution, 'build.done');
}

/** What was answered, as it stands in the channel: the round's further question, or its first. */
async function questionOf(
  flow: Flow,
  inquiry: Inquiry,
  roundId: string,
  { channel, ref: pressed }: About,
): Promise<{ ref: string; number: number } | null> {
  const rounds = await flow.store.rounds.find({ inquiryId: inquiry.id });
  const round = rounds.find(({ id }) => id === roundId);
  const posted = await flow.store.deliveries.find({ roundId, recipient: channel, status: 'sent' }, { by: 'id' });
  const questions = posted.filter(({ message }) => message.views);
  const first = questions.find(({ id }) => id.startsWith(questionCause(roundId)));
  const ref = (questions.find((each) => each.ref === pressed) ?? first)?.ref;
  return round && ref ? { ref, number: questionNumber(round, rounds) } : null;
}

/** A form of an older version, or a forged one, may carry anything. */
function aboutIn(context: string): About | null {
  try {
    const { roundId, channel, ref } = JSON.parse(context) as Partial<About>;
    return typeof roundId === 'string' && typeof channel === 'string'
      ? { roundId, channel, ref: typeof ref === 'string' ? ref : null }
      : null;
  } catch {
    return null;
  }
}
