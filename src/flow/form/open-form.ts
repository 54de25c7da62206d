import type { Form } from '../../domain/message.ts';
import type { Lang } from '../../domain/words.ts';
import { PorrasError } from '../../errors.ts';
import { platformOf, type Flow } from '../context.ts';
import { beginSession } from './form-session.ts';
import type { SayHere } from '../say/say-here.ts';
import { type Cause, languageOf } from '../say/tell-privately.ts';
import { can } from '../who/workspaces.ts';

/** What asks for a form: the platform's trigger, where it gives one, lets it be shown as a form. */
export type FormCause = Cause & { trigger: string | null };

/** A form in the language of whoever it is for. */
type Worded = (say: SayHere, lang: Lang) => Omit<Form, 'lang'>;

/**
 * Opens a form; where the platform has none, or took it for too late to open one, asks its questions one by one in
 * private (`src/domain/degrade.ts`).
 */
export async function openForm(flow: Flow, cause: FormCause, worded: Worded): Promise<void> {
  const platform = platformOf(flow, cause.by.address);
  const lang = await languageOf(flow, cause.by.address);
  const form = worded((key, params = {}) => flow.content.say(lang, key, params), lang);
  if (cause.trigger === null || !can(flow, cause.by.address, 'form')) return beginSession(flow, cause, form);
  try {
    await platform.openForm(cause.by.address, cause.trigger, { ...form, lang });
  } catch (thrown) {
    if (!(thrown instanceof PorrasError) || thrown.code !== 'trigger-expired') throw thrown;
    flow.warn('refused', { eventId: cause.id, code: thrown.code });
    await beginSession(flow, cause, form, 'form.too-late');
  }
}
