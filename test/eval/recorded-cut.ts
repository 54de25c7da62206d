import { ROOT } from '../../src/paths.ts';

/** A small gold set, the first weeks of `test/fixtures/inquiries/university`, and what a fake model said of it. */
export const CUT = `${ROOT}/eval/recorded/university-cut`;
export const RECORDING = `${ROOT}/eval/recorded/university-cut.jsonl`;
