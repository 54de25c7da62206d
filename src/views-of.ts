import { viewForPerson } from './flow/ask/view-for-person.ts';
import type { Flow } from './flow/context.ts';
import type { ViewOf } from './ports/chat-platform.ts';
import { realTimer, type Timer } from './ports/timer.ts';

/** Teams gives up after five seconds, and its answer has still to be made. */
const PATIENCE_MS = 2_500;
const LOOK_MS = 40;

/** Views as platforms ask for them. An event is waited for outside the flow, whose time may be another than people's. */
export const viewsOf =
  (flow: Flow, timer: Timer = realTimer): ViewOf =>
  async (ref, person, after) => {
    if (after !== undefined) await handled(flow, after, timer);
    return viewForPerson(flow, ref, person);
  };

async function handled(flow: Flow, eventId: string, timer: Timer): Promise<void> {
  const until = timer.now() + PATIENCE_MS;
  while (timer.now() < until) {
    const event = await flow.store.events.get(eventId);
    if (!event || event.handledAt || event.error !== null) return;
    await timer.sleep(LOOK_MS);
  }
}
