import { z } from 'zod';
import type { ReframeRequest } from '../../ports/analyst.ts';
import type { Asker } from './asker.ts';
import { LANGUAGE_NAMES } from './describe-model.ts';
import { Numbering, quotedText } from './frame.ts';

const reframingsSchema = z.object({ questions: z.array(z.object({ n: z.number().int(), question: z.string() })) });
const LENGTH = 250;

/** @returns null when the answer is not one question that could be put to a group. @throws what the asker throws */
export async function reframeWithModel({ concern, language }: ReframeRequest, asker: Asker): Promise<string | null> {
  const numbering = new Numbering([concern.id]);
  const reply = await asker.ask({
    task: 'reframe',
    fills: { language: LANGUAGE_NAMES[language] },
    blocks: [
      {
        title: 'Concerns',
        columns: 'number|text',
        lines: [`${numbering.number(concern.id)}|${quotedText(concern.text)}`],
      },
    ],
    schema: reframingsSchema,
  });
  const question =
    reply?.questions
      .find((each) => each.n === 1)
      ?.question.replace(/\s+/g, ' ')
      .trim() ?? '';
  return question.endsWith('?') && question.length <= LENGTH && !/https?:|www\.|[@<>{}]/i.test(question)
    ? question
    : null;
}
