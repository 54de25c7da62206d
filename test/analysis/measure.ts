/** Writes what the lexical analyst says of a transcript, for a scorer: `measure.ts TRANSCRIPT OUT MOMENTUMS [LANG]`. */
import { writeFileSync } from 'node:fs';
import type { Lang } from '../../src/domain/words.ts';
import { labelTranscript, readLines, shippedAnalyst } from '../support/label-transcript.ts';

const [transcript, out, momentumsOut, language = 'fi'] = process.argv.slice(2);
if (!transcript || !out || !momentumsOut) throw new Error('usage: measure.ts TRANSCRIPT OUT MOMENTUMS [LANG]');
const lines = readLines(transcript);
const { labelled, themes, momentums } = await labelTranscript(lines, {
  ...(await shippedAnalyst()),
  language: language as Lang,
});
const text = labelled.map(({ label, subThemeId, ...said }) => {
  const subtheme = subThemeId === null ? null : { id: subThemeId, label: themes.get(subThemeId)?.label };
  return JSON.stringify({ ...said, analysis: { ...label, subtheme, by: 'lexical' } });
});
writeFileSync(out, `${text.join('\n')}\n`);
writeFileSync(momentumsOut, JSON.stringify(momentums, null, 2));
