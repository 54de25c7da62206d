import { fileURLToPath } from 'node:url';

/** The project's own folder; everything that Porras reads besides the configuration lies in it. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** Models, programmes, questions, instructions, messages and lexicons. */
export const PROMPTS = `${ROOT}/prompts`;
