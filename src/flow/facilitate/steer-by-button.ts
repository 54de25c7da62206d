import type { Pressed } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { steer, type Steering } from './steering.ts';
import { isAnswered, refuse } from '../say/tell-privately.ts';

/** Steers the inquiry that the button names, as the command of the same name does where it is said. */
export const steerByButton =
  (name: Exclude<Steering, 'skip' | 'close'>) =>
  async (flow: Flow, event: Pressed): Promise<void> => {
    const inquiry = await flow.store.inquiries.get(event.value);
    if (inquiry?.status !== 'running' && inquiry?.status !== 'paused') return refuse(flow, event, 'choice.expired');
    await steer(flow, event, inquiry, name);
  };

/** The button names a round, so that pressing it late does not skip the one after it. */
export async function skipByButton(flow: Flow, event: Pressed): Promise<void> {
  const round = await flow.store.rounds.get(event.value);
  const inquiry = round && (await flow.store.inquiries.get(round.inquiryId));
  const isAhead = round?.status === 'open' || round?.status === 'planned';
  // A run that died after skipping has planned its word, and is completed.
  if (!inquiry || (!isAhead && !(await isAnswered(flow, event)))) return refuse(flow, event, 'choice.expired');
  await steer(flow, event, inquiry, 'skip', round.id);
}
