import type { Inquiry } from '../../domain/inquiry.ts';
import type { Flow } from '../context.ts';
import { type Cause, tellPrivately } from '../say/tell-privately.ts';

/** What one can do here, in private; facilitators also see what only they can. */
export async function helpText(flow: Flow, cause: Cause, inquiry: Inquiry | null): Promise<void> {
  const facilitator = inquiry?.facilitators.includes(cause.by.address) ?? false;
  await tellPrivately(flow, cause, 'help', {
    topic: inquiry?.topic ?? '',
    has: inquiry ? 'inquiry' : 'none',
    who: facilitator ? 'facilitator' : 'participant',
  });
}
