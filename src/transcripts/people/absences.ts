import { z } from 'zod';
import { InputError } from '../../errors.ts';
import { shown } from '../shown.ts';

/** Local dates (YYYY-MM-DD), both included. */
export interface Absence {
  from: string;
  to: string;
}

const date = z.iso.date();
const SPELLED = z.union([z.string(), z.array(z.union([z.string(), z.object({ from: z.string(), to: z.string() })]))]);

/**
 * Days away, as a text (`2026-03-09..2026-03-13; 2026-03-20`), a list of such texts, or a list of `{from, to}`.
 * @returns them in date order; none where the field is empty.
 */
export const parseAbsences = (value: unknown, where: string): Absence[] => {
  if (value === undefined || value === null) return [];
  const spelled = SPELLED.safeParse(value);
  if (!spelled.success) throw wrong(JSON.stringify(value) ?? '', where);
  const given = typeof spelled.data === 'string' ? [spelled.data] : spelled.data;
  return given
    .flatMap((part): (string | Absence)[] =>
      typeof part === 'string' ? part.split(';').map((day) => day.trim()) : [part],
    )
    .filter((part) => part !== '')
    .map((part) => toAbsence(part, where))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
};

const toAbsence = (part: string | Absence, where: string): Absence => {
  const [from = '', to = from, ...more] =
    typeof part === 'string' ? part.split('..').map((day) => day.trim()) : [part.from, part.to];
  const spelled = typeof part === 'string' ? part : `${part.from}..${part.to}`;
  if (more.length > 0 || !date.safeParse(from).success || !date.safeParse(to).success) throw wrong(spelled, where);
  if (from > to)
    throw new InputError(where, `field "absent" ${shown(spelled)} ends before it begins; swap the two dates`);
  return { from, to };
};

const wrong = (spelled: string, where: string): InputError =>
  new InputError(
    where,
    `field "absent" ${shown(spelled)} is no date or range of dates; write it like 2026-03-09..2026-03-13; 2026-03-20`,
  );
