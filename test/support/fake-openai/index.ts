export { type Brain, defaultBrain } from './default-brain.ts';
export type { FakeRequest, JsonSchema } from './fake-request.ts';
export { type Chances, type Fault, FAULTS, type FaultKind } from './fault.ts';
export type { Abilities } from './refuse.ts';
export { type Exchange, type FakeOpenAi, type FakeOptions, startFakeOpenAi } from './start-fake-openai.ts';
export type { Count, Tally } from './tally.ts';
