import { tokenise } from './tokenise.ts';

/** How one word of a cue is compared (prompts/lexicons/README.md). */
export interface Element {
  kind: 'word' | 'exact' | 'prefix' | 'part' | 'suffix' | 'number';
  text: string;
}

export interface CuePattern {
  elements: Element[];
  /** For each element, how many other words may stand before it: 0, or 3 after `..`. */
  gaps: number[];
  weight: number;
}

const GAP = 3;

function parseElement(written: string, exact: boolean): Element {
  if (written === '#') return { kind: 'number', text: '' };
  if (written.startsWith('=')) return { kind: 'exact', text: written.slice(1) };
  const starred = written.endsWith('*');
  const hyphened = written.startsWith('-') && written.length > 1;
  const text = written.slice(hyphened ? 1 : 0, starred ? -1 : undefined);
  if (hyphened) return { kind: starred ? 'part' : 'suffix', text };
  return { kind: starred ? 'prefix' : exact ? 'exact' : 'word', text };
}

/** Words of a cue, cut as the words of a contribution are: `e-mail` becomes two, `e` and `mail*` keep their marks. */
function cut(written: string): string[] {
  if (written === '#' || written === '+1') return [written];
  const mark = /^[=-]/.exec(written)?.[0] ?? '';
  const star = written.endsWith('*') ? '*' : '';
  const body = written.slice(mark.length, star ? -1 : undefined);
  const words = tokenise(body.normalize('NFC')).map((token) => token.word);
  if (words.length === 0) return [];
  return words.map((word, at) => (at === 0 ? mark : '') + word + (at === words.length - 1 ? star : ''));
}

/**
 * @param written a cue as in the YAML files; an empty list of elements means that nothing of it can be matched
 * @param exact whether words without a star match in this form only, and not in others with the same stem
 */
export function parseCue(written: string, exact = false): CuePattern {
  const mark = /[!~]$/.exec(written)?.[0];
  const body = mark ? written.slice(0, -1) : written;
  const elements: Element[] = [];
  const gaps: number[] = [];
  let gap = 0;
  for (const part of body.trim().toLowerCase().split(/\s+/)) {
    if (part === '..') {
      gap = GAP;
      continue;
    }
    for (const word of cut(part)) {
      elements.push(parseElement(word, exact));
      gaps.push(gap);
      gap = 0;
    }
  }
  return { elements, gaps, weight: mark === '!' ? 2 : mark === '~' ? 0.5 : 1 };
}
