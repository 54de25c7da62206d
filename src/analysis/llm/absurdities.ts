import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Lang } from '../../domain/words.ts';
import { InputError, messageOf } from '../../errors.ts';

const absurdities = z.array(z.strictObject({ sentence: z.string().min(1), name: z.string().min(1) })).min(1);
const fileSchema = z.strictObject({ fi: absurdities, sv: absurdities, en: absurdities });

/** Something that nobody says, put among what the model is asked about to see whether it reads (`prompts/controls.yaml`). */
export type Absurdity = z.infer<typeof absurdities>[number];
export type Absurdities = Record<Lang, readonly Absurdity[]>;

/** @throws InputError that names the file and what is wrong with it */
export async function loadAbsurdities(file: string): Promise<Absurdities> {
  try {
    return fileSchema.parse(parse(await readFile(file, 'utf8')));
  } catch (cause) {
    const why = messageOf(cause).replace(/\s+/g, ' ').slice(0, 200);
    throw new InputError(file, `is not a list of sentences and names for each language (${why})`, { cause });
  }
}

/** One of them, and where to put it among so many texts: another for other texts, the same for the same. */
export function absurdityAmong(all: readonly Absurdity[], texts: readonly string[]): Absurdity & { at: number } {
  const hash = createHash('sha256').update(JSON.stringify(texts)).digest();
  return { ...all[hash.readUInt32BE(0) % all.length]!, at: hash.readUInt32BE(4) % (texts.length + 1) };
}
