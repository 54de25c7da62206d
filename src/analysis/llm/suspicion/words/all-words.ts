import type { Words } from '../concept.ts';
import { ENGLISH_ORDERS } from './en-orders.ts';
import { ENGLISH_LABELS } from './en-labels.ts';
import { ENGLISH_DIGEST } from './en-digest.ts';
import { ENGLISH_SECRETS } from './en-secrets.ts';
import { FINNISH_ORDERS } from './fi-orders.ts';
import { FINNISH_LABELS } from './fi-labels.ts';
import { FINNISH_DIGEST } from './fi-digest.ts';
import { FINNISH_SECRETS } from './fi-secrets.ts';
import { SWEDISH_ORDERS } from './sv-orders.ts';
import { SWEDISH_LABELS } from './sv-labels.ts';
import { SWEDISH_DIGEST } from './sv-digest.ts';
import { SWEDISH_SECRETS } from './sv-secrets.ts';
import { OTHER_LANGUAGES } from './other-languages.ts';

/** All words of all languages: people mix them, and a machine reads them all. */
export const ALL_WORDS: readonly Words[] = [
  ENGLISH_ORDERS,
  ENGLISH_LABELS,
  ENGLISH_DIGEST,
  ENGLISH_SECRETS,
  FINNISH_ORDERS,
  FINNISH_LABELS,
  FINNISH_DIGEST,
  FINNISH_SECRETS,
  SWEDISH_ORDERS,
  SWEDISH_LABELS,
  SWEDISH_DIGEST,
  SWEDISH_SECRETS,
  OTHER_LANGUAGES,
];
