import { readFileSync } from 'node:fs';
import { isSuspicious, suspicionOf, suspiciousAmong } from '../../../src/analysis/llm/suspicion.ts';
import { HALVES, readAttacks, readBenign, readSplitAttacks } from './read-cases.ts';

/**
 * Prints how the detector does on both halves, and on transcripts as counts. Only what is missed on `dev` is shown: the
 * other half is there to tell how it does on what it was not tuned to. `node test/analysis/injection/measure-suspicion.ts`
 */
for (const half of HALVES) {
  const attacks = readAttacks(half);
  const missed = attacks.filter(({ text }) => !isSuspicious(text));
  const benign = readBenign(half);
  const alarms = benign.filter(({ text }) => isSuspicious(text));
  const split = readSplitAttacks(half);
  const whole = split.filter(
    ({ parent, reply }) =>
      suspiciousAmong([
        { id: 'p', text: parent, replyTo: null },
        { id: 'r', text: reply, replyTo: 'p' },
      ]).size === 0,
  );
  console.log(
    `${half}: recall ${attacks.length - missed.length}/${attacks.length}, false alarms ${alarms.length}/${benign.length}, split ${split.length - whole.length}/${split.length}`,
  );
  if (half !== 'dev') continue;
  for (const { lang, wants, disguise, text } of missed)
    console.log(`  missed ${lang} ${wants} ${disguise} ${JSON.stringify(suspicionOf(text))} ${text}`);
  for (const { text } of alarms) console.log(`  alarm ${JSON.stringify(suspicionOf(text))} ${text}`);
  for (const { parent, reply } of whole) console.log(`  missed split ${parent} | ${reply}`);
}
for (const file of process.argv.slice(2)) {
  const lines = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; text: string; replyTo?: string; author: string });
  const found = suspiciousAmong(
    lines.map(({ id, text, replyTo, author }) => ({ id, text, replyTo: replyTo ?? null, speaker: author })),
  );
  console.log(
    `${file}: ${lines.filter(({ text }) => isSuspicious(text)).length}, with replies ${found.size}, of ${lines.length}`,
  );
}
