import type { Contribution } from '../../domain/contribution.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import { choice } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { type Cause, languageOf, tellPrivately } from '../say/tell-privately.ts';

/** What is in now can be moved and taken back like everything else. */
export async function tellAdded(
  flow: Flow,
  cause: Cause,
  { topic }: Inquiry,
  { id }: Contribution,
  key = 'pick.added',
): Promise<void> {
  const lang = await languageOf(flow, cause.by.address);
  const say = (phrase: string) => flow.content.say(lang, phrase);
  const choices = [choice('correct', id, say('choice.correct')), choice('withdraw', id, say('choice.withdraw'))];
  await tellPrivately(flow, cause, key, { topic }, { choices });
}
