import { caseOf } from './endings.ts';
import { weaken } from './name-stems.ts';

/** Surnames of the landscape whose i becomes e. */
const E_SURNAME = /(?:järvi|niemi|lahti|mäki|joki|salmi|koski|saari|vuori|lampi)$/;
/** Two vowels in one syllable: Kai, Kaihin, Kaita; but Rautio, Rautioon. */
const LONG_END = /(?:[aeouyäö]i|aa|ee|oo|uu|ää|öö|ie|uo|yö|au|eu|ou)$/i;

/**
 * A name with an ending that a language model put behind its placeholder: ("Maija Mattila", "lle") is "Maija
 * Mattilalle", ("Matti", "n") is "Matin", ("John", "lta") is "Johnilta". The last word takes the ending.
 */
export function inflect(name: string, ending: string): string {
  const [, before = '', last = ''] = /^([^]*?)([^\s]*)$/.exec(name) ?? [];
  const kind = caseOf(ending);
  if (/\d$/.test(last)) return `${name}${ending.startsWith("'") ? '' : ':'}${ending}`;
  if (kind === 'none') return name + (ending === 's' && /[sxz]$/i.test(name) ? '' : ending);
  const { strong, weak, partitive } = oblique(last);
  const harmonised = /[aouå]/i.test(last) ? ending.replaceAll('ä', 'a').replaceAll('ö', 'o') : ending;
  if (kind === 'partitive') return before + partitive + harmonised.replace(/^t(?=[aä])/, '');
  if (kind === 'illative') return before + strong + illative(strong, harmonised);
  return before + (kind === 'strong' ? strong : weak) + harmonised;
}

/** The stems of the one form that written Finnish prefers. */
function oblique(word: string): { strong: string; weak: string; partitive: string } {
  const lower = word.toLowerCase();
  if (lower.endsWith('nen')) {
    const stem = word.slice(0, -'nen'.length);
    return { strong: `${stem}se`, weak: `${stem}se`, partitive: `${stem}st` };
  }
  if (/(?:tuomas|kangas)$/.test(lower)) {
    const long = `${word.slice(0, -1)}a`.replace(/ngaa$/, 'nkaa');
    return { strong: long, weak: long, partitive: `${word}t` };
  }
  if (/[aeiouyäö]s$/.test(lower)) {
    const stem = `${word.slice(0, -1)}kse`;
    return { strong: stem, weak: stem, partitive: `${word}t` };
  }
  if (!/[aeiouyäöåé]$/.test(lower)) return { strong: `${word}i`, weak: `${word}i`, partitive: `${word}i` };
  const strong = E_SURNAME.test(lower) ? `${word.slice(0, -1)}e` : word;
  // A single stop between vowels stays in names: Mika, Mikan; but Mäki, Mäen.
  const stays = strong === word && /[aeiouyäö][kpt][aeiouyäö]$/.test(lower);
  const weak = stays ? word : (weaken(strong)[0] ?? strong);
  return { strong, weak, partitive: LONG_END.test(word) ? `${word}t` : word };
}

function illative(stem: string, ending: string): string {
  const tail = ending.replace(/^(?:seen|h?[aeiouyäöåé]{1,2}n)/, '');
  const vowel = stem.slice(-1);
  if (stem.endsWith('aa')) return `seen${tail}`;
  return `${LONG_END.test(stem) ? 'h' : ''}${vowel}n${tail}`;
}
