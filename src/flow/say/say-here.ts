import type { Params } from '../../ports/content.ts';

/** Says a phrase of `prompts/messages` in a language that is settled. */
export type SayHere = (key: string, params?: Params) => string;
