import type { Form } from '../../domain/message.ts';
import { PorrasError } from '../../errors.ts';
import { platformOf, type Flow } from '../context.ts';
import { beginSession } from './form-session.ts';
import { type Cause, languageOf } from '../say/tell-privately.ts';
import { can } from '../who/workspaces.ts';

/** What asks for a form: the platform's trigger, where it gives one, lets it be shown as a form. */
export type FormCause = Cause & { trigger: string | null };

/**
 * Opens a form; where the platform has none, or took it for too late to open one, asks its questions one by one in
 * private (`src/domain/degrade.ts`).
 */
export async function openForm(flow: Flow, cause: FormCause, form: Form): Promise<void> {
  const platform = platformOf(flow, cause.by.address);
  if (cause.trigger === null || !can(flow, cause.by.address, 'form')) return beginSession(flow, cause, form);
  const lang = await languageOf(flow, cause.by.address);
  try {
    await platform.openForm(cause.by.address, cause.trigger, { ...form, lang });
  } catch (thrown) {
    if (!(thrown instanceof PorrasError) || thrown.code !== 'trigger-expired') throw thrown;
    flow.warn('refused', { eventId: cause.id, code: thrown.code });
    await beginSession(flow, cause, form, 'form.too-late');
  }
}
