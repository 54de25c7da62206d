import type { Label } from '../../src/domain/contribution.ts';
import type { Lang } from '../../src/domain/words.ts';
import type { Labelled, Utterance } from '../../src/ports/analyst.ts';
import { shippedAnalyst } from '../support/label-transcript.ts';

export const { analyst, model } = await shippedAnalyst();
export const setting = { workspaceId: 'w', names: [], model, topic: '' };

/** An utterance; people differ by id unless `speaker` says otherwise. */
export const say = (id: string, lang: Lang, text: string, more: Partial<Utterance> = {}): Utterance => ({
  id,
  speaker: `speaker of ${id}`,
  role: null,
  text,
  lang,
  replyTo: null,
  question: null,
  ...more,
});

export const classify = (batch: Utterance[], language: Lang = 'fi', context: Labelled[] = []) =>
  analyst.classify({ ...setting, language, batch, context });

/** The label of the last of a conversation. */
export async function labelOfLast(batch: Utterance[], language: Lang = 'fi'): Promise<Label> {
  return (await classify(batch, language)).get(batch.at(-1)!.id)!;
}

export const labelOf = (lang: Lang, text: string, language: Lang = lang): Promise<Label> =>
  labelOfLast([say('only', lang, text)], language);

export async function labelled(batch: Utterance[], language: Lang = 'fi'): Promise<Labelled[]> {
  const labels = await classify(batch, language);
  return batch.map((each) => ({ ...each, label: labels.get(each.id)!, subThemeId: null }));
}
