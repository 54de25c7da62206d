import type { Form } from '../../src/domain/message.ts';
import type { Place } from '../../src/domain/platform-event.ts';
import { PorrasError } from '../../src/errors.ts';
import { type FieldBlock, renderField } from './form-field.ts';
import { type Block, LIMITS, plainText, richText, section } from './render-blocks.ts';
import { textInline } from './render-inline.ts';
import { splitBlock } from './split-block.ts';
import { shorten } from './shorten.ts';

export interface Modal {
  type: 'modal';
  callback_id: string;
  private_metadata: string;
  title: ReturnType<typeof plainText>;
  submit: ReturnType<typeof plainText>;
  blocks: (Block | FieldBlock)[];
}

const LONGEST_TITLE = 24;
const LONGEST_METADATA = 3_000;

/** A form as a modal of Slack's. What its narrow title cannot hold is said in full below it. */
export function renderForm(form: Form, place: Place | null): Modal {
  const title = form.title.toWellFormed().trim() || '…';
  const heading = title.length > LONGEST_TITLE ? text(title, true) : [];
  const blocks = [...heading, ...text(form.intro.toWellFormed()), ...form.fields.flatMap(renderField)];
  const metadata = JSON.stringify({ context: form.context, ...(place && { place }) });
  if (metadata.length > LONGEST_METADATA || blocks.length > LIMITS.viewBlocks)
    throw new PorrasError(
      'form-too-long',
      `The form "${form.id}" has ${blocks.length} blocks and a context of ${form.context.length} characters; Slack takes ${LIMITS.viewBlocks} and about ${LONGEST_METADATA}: ask for less at once, and give it an id as its context.`,
    );
  return {
    type: 'modal',
    callback_id: `porras:${form.id}`,
    private_metadata: metadata,
    title: plainText(shorten(title, LONGEST_TITLE)),
    submit: plainText(shorten(form.submit.toWellFormed().trim() || 'OK', LONGEST_TITLE)),
    blocks,
  };
}

const text = (words: string, bold = false): Block[] =>
  words.trim() === '' ? [] : splitBlock(richText(section(...textInline(words, bold ? { bold: true } : {}))));
