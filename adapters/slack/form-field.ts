import { isDate, isTime } from '../../src/domain/local-time.ts';
import type { Field } from '../../src/domain/message.ts';
import { PorrasError } from '../../src/errors.ts';
import { decodePerson } from './address.ts';
import { type PlainText, plainText } from './render-blocks.ts';
import { shorten } from './shorten.ts';

export interface FieldBlock {
  type: 'input';
  block_id: string;
  label: PlainText;
  hint?: PlainText;
  optional: boolean;
  element: { type: string; action_id: 'value' } & Record<string, unknown>;
}

type Select = Extract<Field, { type: 'select' }>;
interface Option {
  text: PlainText;
  value: string;
}

/** @source docs.slack.dev/reference/block-kit */
const LONGEST = { label: 2_000, hint: 2_000, option: 75, value: 150, initial: 3_000, name: 255, options: 100 } as const;

/** A field as a block of a modal; a list without options cannot be shown and is left out. */
export function renderField(field: Field): FieldBlock[] {
  if (field.name.length > LONGEST.name || field.name === '')
    throw tooLong(field, `a name of ${field.name.length} characters`);
  const element = elementOf(field);
  if (!element) return [];
  const label = field.label.toWellFormed().trim() || '…';
  const hint = field.hint?.toWellFormed().trim();
  return [
    {
      type: 'input',
      block_id: field.name,
      label: plainText(shorten(label, LONGEST.label)),
      ...(hint && { hint: plainText(shorten(hint, LONGEST.hint)) }),
      optional: !field.required,
      element: { ...element, action_id: 'value' },
    },
  ];
}

function elementOf(field: Field): ({ type: string } & Record<string, unknown>) | null {
  const { initial = '' } = field;
  switch (field.type) {
    case 'text':
    case 'long-text': {
      const multiline = field.type === 'long-text';
      const value = shorten(initial.toWellFormed(), LONGEST.initial);
      return {
        type: 'plain_text_input',
        ...(multiline && { multiline }),
        ...(value !== '' && { initial_value: value }),
      };
    }
    case 'date':
      return { type: 'datepicker', ...(isDate(initial) && { initial_date: initial }) };
    case 'time':
      return { type: 'timepicker', ...(isTime(initial) && { initial_time: initial }) };
    case 'select':
      return selectOf(field);
    case 'people': {
      const ids = initial
        .split(',')
        .filter(Boolean)
        .map((address) => decodePerson(address).id);
      if (field.many) return { type: 'multi_users_select', ...(ids.length > 0 && { initial_users: ids }) };
      return { type: 'users_select', ...(ids[0] && { initial_user: ids[0] }) };
    }
  }
}

/** Long lists are cut into groups, headed by their numbers. */
function selectOf(field: Select): ({ type: string } & Record<string, unknown>) | null {
  const byValue = new Map(field.options.map((each) => [each.value, each.label]));
  const options = [...byValue].map(([value, label]): Option => {
    if (value.length > LONGEST.value || value === '') throw tooLong(field, `an option "${value}"`);
    return { text: plainText(shorten(label.toWellFormed().trim() || '…', LONGEST.option)), value };
  });
  if (options.length === 0) return null;
  if (options.length > LONGEST.options ** 2) throw tooLong(field, `${options.length} options`);
  const initial = options.find((each) => each.value === field.initial);
  const groups = Array.from({ length: Math.ceil(options.length / LONGEST.options) }, (_, index) =>
    options.slice(index * LONGEST.options, (index + 1) * LONGEST.options),
  );
  return {
    type: 'static_select',
    ...(groups.length === 1 ? { options } : { option_groups: groups.map(groupOf) }),
    ...(initial && { initial_option: initial }),
  };
}

const groupOf = (options: Option[], index: number) => ({
  label: plainText(`${index * LONGEST.options + 1}–${index * LONGEST.options + options.length}`),
  options,
});

const tooLong = (field: Field, what: string): PorrasError =>
  new PorrasError(
    'form-too-long',
    `The field "${field.name}" has ${what}; Slack takes names of 1 to ${LONGEST.name} characters, and 10,000 options with values of 1 to ${LONGEST.value}: give it ids as values.`,
  );
