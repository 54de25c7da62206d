import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replay, type ReplayOptions } from '../../src/commands/replay.ts';
import type { DigestContent, Ledger } from '../../src/domain/digest.ts';
import { isVerbatim } from '../../src/domain/grounding.ts';
import { complaintOf, fileWith, folderWith } from '../transcripts/support/folder.ts';
import { inputs, people, PEOPLE_CSV, TALK } from './support/a-talk.ts';

type Form = keyof typeof inputs;

async function optionsFor(form: Form, more: Partial<ReplayOptions> = {}): Promise<ReplayOptions> {
  return {
    input: await inputs[form](),
    people: await people(),
    programme: 'co-development',
    model: 'value-co-creation',
    start: '2026-03-02',
    out: join(await folderWith({}), 'out'),
    ...more,
  };
}

async function filesOf(folder: string): Promise<Map<string, Buffer>> {
  const names = (await readdir(folder)).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)));
}

async function replayed(form: Form, more: Partial<ReplayOptions> = {}): Promise<Map<string, Buffer>> {
  const options = await optionsFor(form, more);
  expect(await replay(options)).toContain(`${TALK.length} contributions`);
  return filesOf(options.out);
}

const json = <T>(files: Map<string, Buffer>, name: string): T => JSON.parse(String(files.get(name))) as T;
const lines = <T>(files: Map<string, Buffer>, name: string): T[] =>
  String(files.get(name))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

interface Line {
  id: string;
  ts: string;
  author: string;
  text: string;
  replyTo: string | null;
  analysis: { step: string; kind: string; why: string; by: string; subtheme: { id: string; label: string } | null };
}

const addsUp = ({ total, ...parts }: Ledger): boolean => Object.values(parts).reduce((sum, n) => sum + n, 0) === total;

describe('porras replay', () => {
  it('writes every file with its fields, and the same bytes each time', async () => {
    const files = await replayed('jsonl');
    expect([...files.keys()]).toEqual([
      'contributions.jsonl',
      'digest-1.json',
      'digest-1.md',
      'digest-1.png',
      'digest-2.json',
      'digest-2.md',
      'digest-2.png',
      'ledger.json',
      'momentums.json',
      'nudges.jsonl',
      'observations-1.md',
      'observations-2.md',
      'observations-3.md',
      'rounds.json',
      'usage.json',
    ]);
    expect(files.get('digest-1.png')?.subarray(1, 4).toString()).toBe('PNG');
    expect(lines<Line>(files, 'contributions.jsonl')).toHaveLength(TALK.length);
    for (const each of lines<Line>(files, 'contributions.jsonl')) {
      expect(Object.keys(each.analysis)).toEqual([
        'step',
        'also',
        'cross',
        'signals',
        'kind',
        'buildsOn',
        'subtheme',
        'confidence',
        'why',
        'by',
      ]);
      expect(each.analysis).toMatchObject({ by: 'lexical', why: expect.stringMatching(/\S/) });
    }
    const rounds = json<object[]>(files, 'rounds.json');
    expect(rounds).toHaveLength(3);
    for (const round of rounds)
      expect(Object.keys(round)).toEqual(
        expect.arrayContaining([
          'question',
          'opened',
          'closed',
          'answered',
          'quiet',
          'responseCoverage',
          'gini',
          'shareByRole',
        ]),
      );
    const nudges = lines<{ to: string }>(files, 'nudges.jsonl');
    expect(nudges.length).toBeGreaterThan(0);
    for (const nudge of nudges)
      expect(Object.keys(nudge)).toEqual(['ts', 'to', 'round', 'reason', 'text', 'lang', 'outcome']);
    // Away in the first week, and nobody tells her in the second that she was silent.
    expect(nudges.filter((each) => each.to === 'Frida')).toMatchObject([
      { round: 3, reason: 'not-yet-this-round', lang: 'sv', outcome: 'answered' },
    ]);
    for (const momentum of json<object[]>(files, 'momentums.json'))
      expect(Object.keys(momentum)).toEqual(expect.arrayContaining(['contributions', 'step', 'summary']));
    expect(await replayed('jsonl')).toEqual(files);
  });

  it('keeps its word in digests: every citation exists, every quote is verbatim, every ledger adds up', async () => {
    const files = await replayed('jsonl');
    const said = new Map(lines<Line>(files, 'contributions.jsonl').map((each) => [each.id, each]));
    const ledger = json<Ledger>(files, 'ledger.json');
    expect(addsUp(ledger)).toBe(true);
    expect(ledger).toMatchObject({ total: TALK.length, unprocessed: 0, withdrawn: 0 });
    const counted: string[] = [];
    for (const week of [1, 2]) {
      const digest = json<DigestContent>(files, `digest-${week}.json`);
      expect(addsUp(digest.ledger)).toBe(true);
      expect(digest.week).toBe(week);
      counted.push(...Object.keys(digest.contributions));
      const claims = digest.sections.flatMap((section) => section.claims);
      expect(claims.length).toBeGreaterThan(0);
      for (const claim of claims) {
        expect(claim.citations.length).toBeGreaterThan(0);
        for (const id of claim.citations) expect(said.has(id)).toBe(true);
        for (const quote of claim.quotes)
          expect(isVerbatim(quote.text, said.get(quote.contribution)?.text ?? '')).toBe(true);
      }
      for (const { contributions } of digest.sections.flatMap((section) => section.subThemes))
        for (const id of contributions) expect(said.get(id)?.analysis.subtheme).not.toBeNull();
      for (const { contributions } of digest.momentums) for (const id of contributions) expect(said.has(id)).toBe(true);
    }
    expect(counted.sort()).toEqual([...said.keys()].sort());
    // In Finnish, as most of its people speak.
    expect(String(files.get('digest-1.md'))).toContain('viikko');
  });

  it('finds the same in a Slack export, as a folder or a zip, and in a Teams export', async () => {
    const found = async (form: Form) =>
      lines<Line>(await replayed(form), 'contributions.jsonl').map(({ author, text, analysis }) => ({
        author,
        text,
        step: analysis.step,
        kind: analysis.kind,
        subtheme: analysis.subtheme?.label,
      }));
    const expected = await found('jsonl');
    for (const form of ['slack folder', 'slack zip', 'teams'] as const) expect(await found(form)).toEqual(expected);
  });

  it('begins when the first word was said, where that was before the start', async () => {
    const files = await replayed('jsonl', { start: '2026-03-09' });
    expect(json<Ledger>(files, 'ledger.json')).toMatchObject({ total: TALK.length, unprocessed: 0 });
  });

  it.each([
    ['a start that is no date', { start: 'Monday' }, /--start.*"Monday"/],
    ['a start that is not in the calendar', { start: '2026-02-30' }, /--start/],
    ['an unknown programme', { programme: 'nope' }, /--programme.*"nope".*co-development/],
    ['an unknown model', { model: 'nope' }, /--model.*"nope".*value-co-creation/],
    ['an unknown language', { lang: 'tlh' }, /--lang.*"tlh".*fi, sv, en/],
    ['a time zone that is none', { timezone: 'Mars/Olympus' }, /--timezone.*"Mars\/Olympus".*Europe\/Helsinki/],
    ['an input that is not there', { input: '/nowhere/talk.jsonl' }, /talk\.jsonl/],
    ['people that are not there', { people: '/nowhere/people.csv' }, /people\.csv/],
  ])('with %s says so in one line, and leaves what is there', async (_, wrong, complaint) => {
    const out = await folderWith({ 'digest-1.md': 'as it was' });
    const line = await complaintOf(replay({ ...(await optionsFor('jsonl')), out, ...wrong }));
    expect(line).toMatch(complaint);
    expect(line).not.toContain('\n');
    expect(await filesOf(out)).toEqual(new Map([['digest-1.md', Buffer.from('as it was')]]));
  });

  it('with somebody missing from the people file says who and where', async () => {
    const without = await fileWith('people.csv', PEOPLE_CSV.replace(/^Carol.*\n/m, ''));
    const options = await optionsFor('jsonl', { people: without });
    expect(await complaintOf(replay(options))).toMatch(/talk\.jsonl:1.*Carol/);
    await expect(readdir(options.out)).rejects.toThrow('ENOENT');
  });

  it('where it may not write says so, and leaves nothing beside it', async () => {
    const folder = await folderWith({ out: 'a file, not a folder' });
    const options = await optionsFor('jsonl', { out: join(folder, 'out') });
    expect(await complaintOf(replay(options))).toContain('cannot be written');
    expect(await readdir(folder)).toEqual(['out']);
  });

  it('replaces what an earlier run wrote', async () => {
    const out = join(await folderWith({}), 'out');
    await mkdir(out);
    await writeFile(join(out, 'ledger.json'), 'old');
    await replayed('jsonl', { out });
    expect(String(await readFile(join(out, 'ledger.json')))).toContain('"total": 12');
  });
});
