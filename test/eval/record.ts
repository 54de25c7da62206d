import { readGoldSet } from '../../eval/read-gold-set.ts';
import { readRecording, writeRecording } from '../../eval/recording/recording.ts';
import { runEval } from '../../eval/run-eval.ts';
import { startFakeOpenAi } from '../support/fake-openai/index.ts';
import { createGoldBrain } from './gold-brain.ts';
import { CUT, RECORDING } from './recorded-cut.ts';

// `npm run eval:record`: records the replies that test/eval replays. Needed whenever an instruction, the masking or the
// order of requests changes, since requests are known again by every word of them.
const fake = await startFakeOpenAi({ brain: createGoldBrain(await readGoldSet(CUT)) });
try {
  Object.assign(process.env, { OPENAI_BASE_URL: fake.baseUrl, PORRAS_MODEL: 'fake', AZURE_OPENAI_ENDPOINT: '' });
  const args = ['--only', '--gold', CUT, '--analyst', 'llm', '--record', RECORDING];
  console.log(await runEval(args, { from: CUT, tell: (line) => console.error(line) }));
  // Its port is another one each time.
  await writeRecording(RECORDING, { ...(await readRecording(RECORDING)), model: 'fake' });
} finally {
  await fake.close();
}
