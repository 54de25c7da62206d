import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { KINDS, LANGUAGES, NONE, ROLES, SIGNALS } from '../../src/domain/words.ts';

const root = join(import.meta.dirname, '../fixtures/inquiries');
const STEPS = ['competence', 'needs', 'interfaces', 'processes', 'information'] as const;

const line = z.strictObject({
  id: z.string(),
  ts: z.iso.datetime({ offset: true }),
  author: z.string(),
  role: z.enum(ROLES),
  unit: z.string().min(1),
  lang: z.enum(LANGUAGES),
  text: z.string().min(1),
  replyTo: z.string().nullable(),
});
const gold = line.extend({
  week: z.number().int().min(1).max(4),
  gold: z.strictObject({
    step: z.enum([...STEPS, NONE]),
    also: z.array(z.enum(STEPS)),
    cross: z.array(z.enum(['openness', 'technology', 'security'])),
    signals: z.array(z.enum(SIGNALS)),
    kind: z.enum(KINDS),
    buildsOn: z.string().nullable(),
    subtheme: z.string().nullable(),
  }),
});
const person = z.strictObject({
  id: z.string(),
  role: z.enum(ROLES),
  unit: z.string().min(1),
  lang: z.enum(LANGUAGES),
  timezone: z.string(),
  absent: z.string().regex(/^(\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d)?$/),
});
const momentumFile = z.strictObject({
  momentums: z.array(z.array(z.string()).min(2)).min(3),
  possibleMomentums: z.array(z.array(z.string()).min(2)),
});

const text = (name: string, file: string) => readFileSync(join(root, name, file), 'utf8');
const jsonLines = (name: string, file: string): unknown[] =>
  text(name, file)
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row) as unknown);

const names = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

it('has the held-out inquiries', () => {
  expect(names).toEqual(['sairaala', 'university']);
});

describe.each(names)('held-out inquiry %s', (name) => {
  const transcript = z.array(line).parse(jsonLines(name, 'transcript.jsonl'));
  const labelled = z.array(gold).parse(jsonLines(name, 'gold.jsonl'));
  const people = z.array(person).parse(parseCsv(text(name, 'people.csv'), { columns: true }));
  const byId = new Map(labelled.map((item) => [item.id, item]));
  const place = new Map(transcript.map((item, index) => [item.id, index]));

  it('has unique ids in the order of time', () => {
    expect(place.size).toBe(transcript.length);
    const times = transcript.map((item) => Date.parse(item.ts));
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('has the same contributions in the transcript and in gold', () => {
    expect(labelled.map(({ gold: _gold, week: _week, ...rest }) => rest)).toEqual(transcript);
  });

  it('answers only what was said before', () => {
    const wrong = transcript.filter(
      (item, index) => item.replyTo !== null && !((place.get(item.replyTo) ?? index) < index),
    );
    expect(wrong).toEqual([]);
  });

  it('has every author among the people, with the same role and unit', () => {
    const known = new Map(people.map((p) => [p.id, `${p.role} ${p.unit}`]));
    expect(known.size).toBe(people.length);
    expect(transcript.filter((item) => known.get(item.author) !== `${item.role} ${item.unit}`)).toEqual([]);
  });

  it('has two or three people who never write, one of them absent for a while', () => {
    const silent = people.filter((p) => !transcript.some((item) => item.author === p.id));
    expect(silent.length).toBeGreaterThanOrEqual(2);
    expect(silent.length).toBeLessThanOrEqual(3);
    expect(silent.filter((p) => p.absent !== '')).toHaveLength(1);
  });

  it('builds only on what another person said before, and says so in the signals', () => {
    const wrong = labelled.filter(({ author, gold: { buildsOn, signals } }, index) => {
      if (signals.includes('build') !== (buildsOn !== null)) return true;
      if (buildsOn === null) return false;
      return !((place.get(buildsOn) ?? index) < index) || byId.get(buildsOn)?.author === author;
    });
    expect(wrong).toEqual([]);
  });

  it('names no step or signal twice, and a sub-theme exactly where there is a step', () => {
    const wrong = labelled.filter(({ gold: { step, also, signals, subtheme } }) => {
      const repeats = new Set([step, ...also]).size !== also.length + 1 || new Set(signals).size !== signals.length;
      return repeats || (subtheme === null) !== (step === NONE);
    });
    expect(wrong).toEqual([]);
  });

  it('has three to seven sub-themes in a step, each in one step only', () => {
    const pairs = new Set(labelled.filter((i) => i.gold.subtheme).map((i) => `${i.gold.step}/${i.gold.subtheme}`));
    const subThemes = [...pairs].map((pair) => pair.split('/')[1]);
    expect(new Set(subThemes).size).toBe(subThemes.length);
    const perStep = STEPS.map((step) => [...pairs].filter((pair) => pair.startsWith(`${step}/`)).length);
    expect(Math.min(...perStep)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...perStep)).toBeLessThanOrEqual(7);
  });

  it('gives no signal to oneself', () => {
    const own = labelled.filter((item) => {
      const target = item.replyTo === null ? undefined : byId.get(item.replyTo);
      return target?.author === item.author && item.gold.signals.length > 0 && item.gold.buildsOn === null;
    });
    expect(own).toEqual([]);
  });

  it('has momentums of at least two people and one build', () => {
    const { momentums, possibleMomentums } = momentumFile.parse(JSON.parse(text(name, 'momentums.json')));
    const wrong = [...momentums, ...possibleMomentums].filter((ids) => {
      const items = ids.map((id) => byId.get(id));
      const people = new Set(items.map((item) => item?.author));
      return items.includes(undefined) || people.size < 2 || !items.some((item) => item?.gold.buildsOn);
    });
    expect(wrong).toEqual([]);
  });
});
