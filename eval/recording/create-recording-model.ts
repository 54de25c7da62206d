import type { LanguageModel } from '../../src/ports/language-model.ts';
import type { RecordedReply, Recording } from './recording.ts';
import { requestKey } from './request-key.ts';

/** The model, every reply of which is kept in the recording. Failures are not: they say nothing of what it would answer. */
export const createRecordingModel = (model: LanguageModel, recording: Recording): LanguageModel => ({
  describe: () => model.describe(),
  async structured(request) {
    const reply = await model.structured(request);
    const { task } = request;
    const key = requestKey(request);
    const known = recording.requests.get(key) ?? { key, task, replies: [] };
    recording.requests.set(key, { ...known, replies: [...known.replies, structuredClone(reply) as RecordedReply] });
    return reply;
  },
});
