import { z } from 'zod';
import { type AdaptiveCard, CARD_TYPE } from '../../../adapters/teams/card.ts';
import type { Activity } from '../../../adapters/teams/transport.ts';

export const cardIn = (activity: Activity): AdaptiveCard => {
  const attachments = activity.attachments as { contentType: string; content: AdaptiveCard }[];
  const found = attachments.find((each) => each.contentType === CARD_TYPE);
  if (!found) throw new Error('no card in the activity');
  return found.content;
};

type Node = Record<string, unknown>;

/** Every object in a card, from the outside in. */
export function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesIn)];
}

const pictureless = (_: string, value: unknown): unknown =>
  typeof value === 'string' && value.startsWith('data:image/') ? '' : value;

/** Bytes in UTF-16, as Teams counts them. */
export const bytesOf = (activity: Activity): number => 2 * JSON.stringify(activity, pictureless).length;

export const depthOf = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
};

const some = z.string().refine((text) => text.trim() !== '', 'is empty');
const styled = { style: z.enum(['positive', 'destructive']).optional(), tooltip: some.optional() };
const submit = z.strictObject({
  type: z.literal('Action.Submit'),
  title: some,
  data: z.record(z.string(), z.unknown()),
  associatedInputs: z.literal('none').optional(),
  ...styled,
});
const execute = submit.extend({ type: z.literal('Action.Execute'), verb: some, fallback: submit });
const spacing = z.enum(['None', 'Small', 'Medium']).optional();
const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: some,
  wrap: z.literal(true),
  id: z.string().optional(),
  style: z.literal('heading').optional(),
  size: z.string().optional(),
  weight: z.string().optional(),
  isSubtle: z.boolean().optional(),
  spacing,
});
const run = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string().min(1),
  size: z.string().optional(),
  weight: z.literal('Bolder').optional(),
  italic: z.literal(true).optional(),
  strikethrough: z.literal(true).optional(),
  fontType: z.literal('Monospace').optional(),
  selectAction: z
    .strictObject({
      type: z.literal('Action.OpenUrl'),
      url: z
        .string()
        .regex(/^(?:https?|mailto):/i)
        .max(2_000),
    })
    .optional(),
});
const richText = z.strictObject({ type: z.literal('RichTextBlock'), inlines: z.array(run).min(1), spacing });
const text = z.discriminatedUnion('type', [textBlock, richText]);
const image = z.strictObject({
  type: z.literal('Image'),
  url: z.string().startsWith('data:image/png;base64,'),
  altText: some,
  size: z.literal('Stretch'),
  msteams: z.strictObject({ allowExpand: z.literal(true) }),
});
const input = z.looseObject({
  type: z.enum(['Input.Text', 'Input.Date', 'Input.Time', 'Input.ChoiceSet']),
  id: some,
  label: some,
  isRequired: z.boolean(),
});
const column = z.strictObject({
  type: z.literal('Column'),
  width: z.enum(['auto', 'stretch']),
  items: z.array(text).min(1),
});
const columnSet = z.strictObject({ type: z.literal('ColumnSet'), columns: z.array(column).min(1), spacing });
const container = z.strictObject({
  type: z.literal('Container'),
  style: z.literal('emphasis').optional(),
  separator: z.literal(true).optional(),
  spacing,
  items: z.array(z.union([text, columnSet])).min(1),
});
const actionSet = z.strictObject({ type: z.literal('ActionSet'), actions: z.array(execute).min(1).max(6) });

/** What of Adaptive Cards 1.5 Porras may use; what people wrote has no place in it but texts. */
export const cardShape = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.string(),
  version: z.literal('1.5'),
  lang: z.string().optional(),
  speak: z.string(),
  fallbackText: z.string(),
  // Nobody is named in it.
  refresh: z
    .strictObject({
      action: z.strictObject({
        type: z.literal('Action.Execute'),
        title: some,
        verb: some,
        data: z.strictObject({}),
      }),
    })
    .optional(),
  body: z.array(z.union([text, image, input, columnSet, container, actionSet])).min(1),
  msteams: z.strictObject({ width: z.literal('Full') }),
});
