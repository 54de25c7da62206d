import { z } from 'zod';
import { decodeUtf8 } from '../utf8.ts';
import type { Exported } from '../from-export.ts';
import { listOf } from '../from-export.ts';
import { linesOfItems, parseJson } from '../json.ts';
import { must, shaped } from '../shape.ts';
import { cleaned } from '../text.ts';
import type { ExportSource } from './export-source.ts';

const text = z.string({ error: must('text') });
const PROFILE = z.object({ display_name: text.nullish(), real_name: text.nullish(), title: text.nullish() });
const USER = z.object({
  id: text,
  name: text.nullish(),
  real_name: text.nullish(),
  tz: text.nullish(),
  is_bot: z.boolean().nullish(),
  profile: PROFILE.nullish(),
});

export interface SlackPeople {
  people: Exported['people'];
  bots: ReadonlySet<string>;
}

/** Slackbot is a user like any other in an export, and not marked as a bot. */
const SLACKBOT = 'USLACKBOT';

/** Reads `users.json`, deactivated people included; an export without one names nobody. */
export const readSlackPeople = async (source: ExportSource, file: string): Promise<SlackPeople> => {
  const shown = `${source.name}/${file}`;
  const people: Exported['people'] = [];
  const bots = new Set([SLACKBOT]);
  if (!source.files.includes(file)) return { people, bots };
  const content = decodeUtf8(await source.read(file), shown);
  const users = listOf(parseJson(content, shown), `${shown}:1`, 'a list of users');
  const lines = linesOfItems(content, shown);
  for (const [index, value] of users.entries()) {
    const user = shaped(USER, value, `${shown}:${lines.get(String(index)) ?? 1}`, 'export again');
    if (user.is_bot) bots.add(user.id);
    people.push({ id: user.id, names: namesOf(user), title: user.profile?.title || null, timeZone: user.tz || null });
  }
  return { people, bots };
};

/** The name that Slack shows comes first. */
export const namesOf = (user: Omit<z.infer<typeof USER>, 'is_bot' | 'tz'>): [string, ...string[]] => {
  const known = [user.profile?.display_name, user.profile?.real_name, user.real_name, user.name, user.id];
  const names = [...new Set(known.map((name) => cleaned(name ?? '').trim()).filter((name) => name !== ''))];
  const [first = user.id, ...others] = names;
  return [first, ...others];
};
