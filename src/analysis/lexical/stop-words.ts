import { stopwords as english } from '@orama/stopwords/english';
import { stopwords as finnish } from '@orama/stopwords/finnish';
import { stopwords as swedish } from '@orama/stopwords/swedish';
import type { Lang } from '../../domain/words.ts';

/** Words that carry no content, from the library; lexicons add spoken ones. */
export const STOP_WORDS: Record<Lang, ReadonlySet<string>> = {
  en: new Set(english),
  fi: new Set(finnish),
  sv: new Set(swedish),
};
