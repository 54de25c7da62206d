import { beforeAll, expect, it } from 'vitest';
import { createLabelCache, throughCache } from '../../../src/analysis/llm/label-cache.ts';
import { loadContent } from '../../../src/content/load-content.ts';
import type { Label } from '../../../src/domain/contribution.ts';
import type { Model } from '../../../src/domain/model.ts';
import type { ClassifyRequest, Utterance } from '../../../src/ports/analyst.ts';

let model: Model;
beforeAll(async () => {
  model = (await loadContent('prompts')).models.get('value-co-creation')!;
});

const said = (id: string, text: string, replyTo: string | null = null): Utterance => ({
  id,
  text,
  replyTo,
  speaker: 'a',
  role: null,
  lang: 'en',
  question: null,
});

const request = (batch: Utterance[], topic = 'How we work'): ClassifyRequest => ({
  workspaceId: 'w',
  model,
  language: 'en',
  names: [],
  topic,
  batch,
  context: [],
});

/** Labels each by its text and as building on what it answers, and notes what it was asked for. */
function reader() {
  const asked: string[] = [];
  const read = async ({ batch }: ClassifyRequest, labels: Map<string, Label>) => {
    for (const { id, text, replyTo } of batch) {
      asked.push(id);
      labels.set(id, {
        step: 'needs',
        also: [],
        cross: [],
        kind: 'comment',
        signals: [],
        buildsOn: replyTo,
        confidence: 1,
        why: text,
      });
    }
  };
  return { asked, read };
}

it('the same words in the same place are read once, whatever their ids', async () => {
  const cache = createLabelCache(() => 'reader 1');
  const { asked, read } = reader();
  await throughCache(cache, request([said('a', 'The rota'), said('b', 'I can do Fridays', 'a')]), read);
  const again = await throughCache(cache, request([said('x', 'The rota'), said('y', 'I can do Fridays', 'x')]), read);
  expect(asked).toEqual(['a', 'b']);
  expect(again.get('y')).toMatchObject({ why: 'I can do Fridays', buildsOn: 'x' });
});

it.each<[string, Utterance[], string]>([
  ['other words', [said('x', 'The rota!')], 'How we work'],
  ['another thread', [said('r', 'Who helps?'), said('x', 'The rota', 'r')], 'How we work'],
  ['another topic', [said('x', 'The rota')], 'How we rest'],
])('%s are read anew', async (_, batch, topic) => {
  const cache = createLabelCache(() => 'reader 1');
  const { asked, read } = reader();
  await throughCache(cache, request([said('a', 'The rota')]), read);
  await throughCache(cache, request(batch, topic), read);
  expect(asked).toContain('x');
});

it('another model or another version of the instruction reads anew', async () => {
  let version = 'reader 1';
  const cache = createLabelCache(() => version);
  const { asked, read } = reader();
  await throughCache(cache, request([said('a', 'The rota')]), read);
  version = 'reader 2';
  await throughCache(cache, request([said('b', 'The rota')]), read);
  expect(asked).toEqual(['a', 'b']);
});

it('what was read before a failure is not read again', async () => {
  const cache = createLabelCache(() => 'reader 1');
  const { asked, read } = reader();
  const batch = [said('a', 'The rota'), said('b', 'The folder')];
  await throughCache(cache, request(batch), (rest, labels) => read({ ...rest, batch: rest.batch.slice(0, 1) }, labels));
  const labels = await throughCache(cache, request(batch), read);
  expect(asked).toEqual(['a', 'b']);
  expect([...labels.keys()].sort()).toEqual(['a', 'b']);
});
