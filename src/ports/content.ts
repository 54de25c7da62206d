import type { Model } from '../domain/model.ts';
import type { Programme, Question } from '../domain/programme.ts';
import type { Lang } from '../domain/words.ts';

export type Params = Record<string, string | number>;

/** Says a phrase of `prompts/messages/{lang}.json` by its key; throws `PorrasError` when the key is not there. */
export type Say = (lang: Lang, key: string, params?: Params) => string;

/** The words and models that Porras works with, read from `prompts/` and validated before anything starts. */
export interface Content {
  models: ReadonlyMap<string, Model>;
  programmes: ReadonlyMap<string, Programme>;
  questions: ReadonlyMap<string, Question>;
  say: Say;
}
