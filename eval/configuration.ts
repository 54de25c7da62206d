import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import type { Parts } from '../src/assemble-flow.ts';
import { bareModel, chooseAnalyst } from '../src/choose-analyst.ts';
import { type LanguageModelConfig, readConfig } from '../src/config.ts';
import { InputError, messageOf } from '../src/errors.ts';
import type { Analyst } from '../src/ports/analyst.ts';
import { systemClock } from '../src/ports/clock.ts';
import type { LanguageModel } from '../src/ports/language-model.ts';
import { createMemoryStore } from '../src/store/memory-store.ts';
import { createRecordingModel } from './recording/create-recording-model.ts';
import { createReplayingModel } from './recording/create-replaying-model.ts';
import { emptyRecording, readRecording, writeRecording } from './recording/recording.ts';

/** An analyst that can be had anew for each gold set. */
export interface Configuration {
  /** @param onAway told why rules stand in for the language model */
  analyst(onAway: (code: string) => void): Promise<Analyst>;
  /** Called when all is run, however it ended. @throws InputError when a recording lacked something */
  done(): Promise<void>;
}

export const lexicalConfiguration = (parts: Parts): Configuration => ({
  analyst: async () => parts.lexical,
  done: async () => undefined,
});

/** The language model of the settings; with `record`, every reply of it goes to that file. */
export function modelConfiguration(config: LanguageModelConfig, parts: Parts, record: string | null): Configuration {
  const bare = bareModel(config, systemClock);
  const recording = emptyRecording(bare.describe());
  const model = record === null ? bare : createRecordingModel(bare, recording);
  return {
    analyst: (onAway) => analystOver(model, parts, onAway),
    async done() {
      if (record !== null) await writeRecording(record, recording);
    },
  };
}

/** The language model as it was recorded. */
export async function replayedConfiguration(file: string, parts: Parts): Promise<Configuration> {
  const model = createReplayingModel(await readRecording(file), file);
  return {
    analyst: (onAway) => analystOver(model, parts, onAway),
    async done() {
      model.check();
    },
  };
}

/** @throws InputError where the environment, or the file of settings if one is given, has no language model */
export async function modelOfSettings(file: string | null): Promise<LanguageModelConfig> {
  const config = readConfig(file === null ? process.env : await settingsOf(file)).languageModel;
  if (config) return config;
  throw new InputError(
    file ?? '--analyst llm',
    'no language model is configured: set OPENAI_API_KEY, or OPENAI_BASE_URL and PORRAS_MODEL (see "Configuration" in README.md)',
  );
}

async function settingsOf(file: string): Promise<NodeJS.ProcessEnv> {
  try {
    return parseEnv(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new InputError(
      file,
      `cannot be read (${messageOf(cause)}); --against takes lexical, a file of settings, or a report's JSON`,
      { cause },
    );
  }
}

/** It costs what it costs once: it counts into nobody's monthly budget. */
const analystOver = (model: LanguageModel, parts: Parts, onAway: (code: string) => void): Promise<Analyst> =>
  chooseAnalyst({
    config: null,
    model,
    lexical: parts.lexical,
    store: createMemoryStore(),
    clock: systemClock,
    onAway,
  });
