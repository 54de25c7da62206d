import { z } from 'zod';
import type { Place } from '../../src/domain/platform-event.ts';
import { LANGUAGES, type Lang } from '../../src/domain/words.ts';
import { personAddress } from './address.ts';
import { FIELD } from './form-field.ts';

export interface SentForm {
  formId: string;
  context: string;
  place: Place | null;
  title: string;
  /** The same on every press of the same card. */
  once: string;
  /** Of its words; null where it did not say. */
  lang: Lang | null;
  answers: Record<string, string>;
}

const shape = z.looseObject({
  form: z.string(),
  context: z.string(),
  place: z.object({ channel: z.string(), private: z.boolean() }).nullable(),
  title: z.string(),
  once: z.string(),
  lang: z.enum(LANGUAGES).nullish(),
  fields: z.array(z.string()),
  people: z.array(z.string()),
});

/**
 * What was filled into a form, from the data of its Action.Execute or Action.Submit; null for other data. Fields that were
 * left empty are empty texts, people are addresses with a comma between them (see `Field`).
 */
export function readForm(data: unknown, tenant: string): SentForm | null {
  const { success, data: read } = shape.safeParse(data);
  if (!success) return null;
  const { form: formId, context, place, title, once, lang = null } = read;
  const answers = Object.fromEntries(
    read.fields.map((name): [string, string] => {
      const given = read[`${FIELD}${name}`];
      const text = typeof given === 'string' ? given : typeof given === 'number' ? String(given) : '';
      return [name, read.people.includes(name) ? peopleIn(text, tenant) : text];
    }),
  );
  return { formId, context, place, title, once, lang, answers };
}

const peopleIn = (text: string, tenant: string): string =>
  text
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean)
    .map((id) => personAddress(tenant, id))
    .join(',');
