import { z } from 'zod';
import { LANGUAGES, type Lang, ROLES, type Role } from '../../domain/words.ts';
import { InputError } from '../../errors.ts';
import { LIMITS } from '../limits.ts';
import { didYouMean } from '../nearest.ts';
import { must, shaped } from '../shape.ts';
import { shown } from '../shown.ts';
import { checkCharacters } from '../text.ts';
import { type Absence, parseAbsences } from './absences.ts';

/** A person of an inquiry, as the people file has them. */
export interface PersonRecord {
  id: string;
  /** Null where the file gives no name. */
  name: string | null;
  role: Role;
  unit: string | null;
  lang: Lang;
  /** IANA name; null where the file gives none: the inquiry's own then. */
  timeZone: string | null;
  absences: Absence[];
  /** `file:line`, for errors. */
  where: string;
}

const text = z.string({ error: must('text') }).max(LIMITS.name, `is longer than ${LIMITS.name} characters`);
const oneOf = <const T extends readonly string[]>(words: T) =>
  z.enum(words, {
    error: ({ input }) =>
      typeof input === 'string'
        ? `must be one of ${words.join(', ')}, not ${shown(input)}${didYouMean(input, words)}`
        : must(`one of ${words.join(', ')}`)({ input }),
  });

const PERSON = z.object({
  id: text,
  name: text.optional(),
  role: oneOf(ROLES),
  unit: text.optional(),
  lang: oneOf(LANGUAGES),
  timezone: text.optional(),
  absent: z.unknown().optional(),
});
const HINT = 'a person is id, role, unit, lang, and if wanted timezone, absent, name';

/** @throws InputError that names the field and what it must be. */
export const toPersonRecord = (value: unknown, where: string): PersonRecord => {
  const { id, name, role, unit, lang, timezone, absent } = shaped(PERSON, filled(value), where, HINT);
  for (const [field, cell] of Object.entries({ id, name, unit })) checkCharacters(cell ?? '', field, where);
  return {
    id,
    name: name ?? null,
    role,
    unit: unit ?? null,
    lang,
    timeZone: timezone === undefined ? null : checkedTimeZone(timezone, where),
    absences: parseAbsences(absent, where),
    where,
  };
};

/** A cell that was left empty is the same as one that is not there. */
const filled = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([, cell]) => cell !== '' && cell !== null))
    : value;

const checkedTimeZone = (zone: string, where: string): string => {
  try {
    // An offset such as +02:00 is accepted by Intl, and wrong for half of the year in most places.
    if (!/^[A-Za-z]/.test(zone)) throw new RangeError(zone);
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch (cause) {
    const near = didYouMean(zone, Intl.supportedValuesOf('timeZone'));
    throw new InputError(
      where,
      `field "timezone" ${shown(zone)} is no time zone; write it like Europe/Helsinki${near}`,
      { cause },
    );
  }
};
