import type { Model } from '../../domain/model.ts';
import type { Lang } from '../../domain/words.ts';

/** Instructions are in English, whatever people write in. */
export const LANGUAGE_NAMES: Record<Lang, string> = { fi: 'Finnish', sv: 'Swedish', en: 'English' };

export const describeSteps = (model: Model): string =>
  model.steps.map((step) => `${step.key}: ${step.belongs.en} Not: ${step.excludes.en}`).join('\n');

export const describeCrossCutting = (model: Model): string =>
  model.crossCutting.map((each) => `${each.key}: ${each.description.en}`).join('\n');

export function describeStep(model: Model, key: string): string {
  const step = model.steps.find((each) => each.key === key);
  return step ? `${step.name.en}. ${step.belongs.en} Not: ${step.excludes.en}` : key;
}
