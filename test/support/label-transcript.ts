import { readFileSync } from 'node:fs';
import { loadModelFile } from '../../src/content/load-models.ts';
import { createLexicalAnalyst } from '../../src/analysis/lexical/lexical-analyst.ts';
import { loadLexicons } from '../../src/analysis/lexical/load-lexicons.ts';
import type { Momentum } from '../../src/domain/digest.ts';
import type { Model } from '../../src/domain/model.ts';
import type { SubTheme } from '../../src/domain/theme.ts';
import type { Lang } from '../../src/domain/words.ts';
import type { Analyst, Labelled, Utterance } from '../../src/ports/analyst.ts';

/** A line of a transcript. */
export interface Line {
  id: string;
  ts: string;
  author: string;
  text: string;
  lang: Lang;
  role?: Utterance['role'];
  replyTo?: string | null;
}

const WEEK = 7 * 24 * 60 * 60 * 1000;
const BATCH = 50;

/** Labels a transcript as the flow would: in batches, sub-themes week by week. */
export async function labelTranscript(
  lines: Line[],
  { analyst, model, language }: { analyst: Analyst; model: Model; language: Lang },
) {
  const setting = { workspaceId: 'w', names: [], model, language };
  const done = new Map<string, Labelled>();
  const themes = new Map<string, SubTheme>();
  const momentums: Momentum[] = [];
  for (const week of weeksOf(lines)) {
    for (let at = 0; at < week.length; at += BATCH) {
      const batch = week.slice(at, at + BATCH).map(utterance);
      const labels = await analyst.classify({ ...setting, topic: '', batch, context: threadsOf(batch, done) });
      for (const each of batch) done.set(each.id, { ...each, label: labels.get(each.id)!, subThemeId: null });
    }
    for (const { key: step } of model.steps) {
      const own = [...done.values()].filter(({ label }) => label.step === step);
      const known = [...themes.values()].filter((each) => each.step === step && each.mergedInto === null);
      const plan = await analyst.subThemes({
        ...setting,
        weekly: true,
        step,
        known,
        fresh: own.filter((each) => each.subThemeId === null),
        placed: own.filter((each) => each.subThemeId !== null),
      });
      const ids = new Map(known.map(({ id }) => [id, id]));
      for (const [key, label] of Object.entries(plan.proposed)) {
        const id = `${step}-${themes.size + 1}`;
        ids.set(key, id);
        themes.set(id, {
          id,
          inquiryId: 'i',
          step,
          label,
          labelBy: 'lexical',
          mergedInto: null,
          history: [],
          createdAt: new Date(0),
        });
      }
      for (const [id, place] of Object.entries(plan.placements)) done.get(id)!.subThemeId = ids.get(place)!;
      for (const [id, { label }] of Object.entries(plan.renames)) themes.get(id)!.label = label;
      for (const { from, into } of plan.merges) {
        themes.get(from)!.mergedInto = into;
        for (const each of own) if (each.subThemeId === from) each.subThemeId = into;
      }
    }
    const ids = new Set(week.map(({ id }) => id));
    momentums.push(
      ...(await analyst.momentums({
        ...setting,
        contributions: [...done.values()].filter(({ id }) => ids.has(id)),
      })),
    );
  }
  return { labelled: [...done.values()], themes, momentums };
}

const utterance = ({ id, author, role, text, lang, replyTo }: Line): Utterance => ({
  id,
  speaker: author,
  role: role ?? null,
  text,
  lang,
  replyTo: replyTo ?? null,
  question: null,
});

function weeksOf(lines: Line[]): Line[][] {
  const start = Date.parse(lines[0]?.ts ?? '');
  return [...Map.groupBy(lines, ({ ts }) => Math.floor((Date.parse(ts) - start) / WEEK)).values()];
}

function threadsOf(batch: Utterance[], done: Map<string, Labelled>): Labelled[] {
  const wanted = new Set<string>();
  for (const { replyTo } of batch)
    for (let at = replyTo; at !== null && done.has(at) && !wanted.has(at); at = done.get(at)!.replyTo) wanted.add(at);
  return [...done.values()].filter(({ id }) => wanted.has(id));
}

export const readLines = (file: string): Line[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

export async function shippedAnalyst(): Promise<{ analyst: Analyst; model: Model }> {
  return {
    analyst: createLexicalAnalyst(await loadLexicons('prompts/lexicons')),
    model: await loadModelFile('prompts/models/value-co-creation.yaml'),
  };
}
