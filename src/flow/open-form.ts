import type { Form } from '../domain/message.ts';
import { platformOf, type Flow } from './context.ts';
import { beginSession } from './form-session.ts';
import type { Cause } from './tell-privately.ts';

/** What asks for a form: the platform's trigger, where it gives one, lets it be shown as a form. */
export type FormCause = Cause & { trigger: string | null };

/** Opens a form; where the platform has none, asks its questions one by one in private (DESIGN 4: degrade). */
export async function openForm(flow: Flow, cause: FormCause, form: Form): Promise<void> {
  const platform = platformOf(flow, cause.by.address);
  if (cause.trigger !== null && platform.capabilities(cause.workspaceId).has('form')) {
    return platform.openForm(cause.by.address, cause.trigger, form);
  }
  await beginSession(flow, cause, form);
}
