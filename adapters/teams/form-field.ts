import { isDate, isTime } from '../../src/domain/local-time.ts';
import type { Field } from '../../src/domain/message.ts';
import type { Person } from '../../src/domain/platform-event.ts';
import type { Lang } from '../../src/domain/words.ts';
import { PorrasError } from '../../src/errors.ts';
import { decodePerson } from './address.ts';
import { type Element, type Input, LIMITS } from './card.ts';
import { wordsFor } from './inbound-words.ts';
import { renderLines } from './render-elements.ts';
import { textLines } from './render-lines.ts';
import { shorten } from './shorten.ts';

/** Before the name of a field in the id of its input: what is filled in comes back beside data of ours. */
export const FIELD = 'field:';

/** Lists longer than this can be searched in. */
const LONG_LIST = 10;
const LONGEST_INITIAL = 4_000;
const LONGEST_NAME = 100;
const MOST_PEOPLE = 60;

/**
 * A field as an input of a card, its hint below it; a list without options cannot be shown and is left out.
 * @param people who is offered at once where people are asked for; in Teams everybody can be searched for
 */
export function renderField(field: Field, people: readonly Person[] = [], lang?: Lang): Element[] {
  const kind = field.type === 'people' ? peopleOf(field, people) : kindOf(field);
  if (!kind) return [];
  const label = shorten(field.label.toWellFormed().trim() || '…', LIMITS.altText);
  const hint = field.hint?.toWellFormed().trim();
  const input: Input = {
    ...kind,
    id: `${FIELD}${field.name}`,
    label,
    isRequired: field.required,
    ...(field.required && { errorMessage: lang ? wordsFor(lang).required : label }),
  };
  return [input, ...(hint ? renderLines(textLines(shorten(hint, LIMITS.altText))).map(asHint) : [])];
}

/** Near to its input, since what stands above the next label would be read with that. */
const asHint = (element: Element): Element =>
  element.type === 'TextBlock' ? { ...element, size: 'Small', isSubtle: true, spacing: 'Small' } : element;

type Kind = Omit<Input, 'id' | 'label' | 'isRequired' | 'errorMessage'>;

function kindOf(field: Exclude<Field, { type: 'people' }>): Kind | null {
  const { initial = '' } = field;
  const value = initial === '' ? {} : { value: initial };
  switch (field.type) {
    case 'text':
    case 'long-text': {
      const text = shorten(initial.toWellFormed(), LONGEST_INITIAL);
      const multiline = field.type === 'long-text';
      return { type: 'Input.Text', ...(text !== '' && { value: text }), ...(multiline && { isMultiline: true }) };
    }
    case 'date':
      return { type: 'Input.Date', ...(isDate(initial) && value) };
    case 'time':
      return { type: 'Input.Time', ...(isTime(initial) && value) };
    case 'select':
      return selectOf(field);
  }
}

function peopleOf({ initial = '', many }: Extract<Field, { type: 'people' }>, people: readonly Person[]): Kind {
  const ids = initial
    .split(',')
    .filter(Boolean)
    .map((address) => decodePerson(address).id);
  return {
    type: 'Input.ChoiceSet',
    style: 'filtered',
    isMultiSelect: many,
    choices: people.slice(0, MOST_PEOPLE).map(({ address, name }) => ({
      title: shorten(name.toWellFormed().trim() || '…', LONGEST_NAME),
      value: decodePerson(address).id,
    })),
    'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    ...(ids.length > 0 && { value: (many ? ids : ids.slice(0, 1)).join(',') }),
  };
}

function selectOf(field: Extract<Field, { type: 'select' }>): Kind | null {
  const byValue = new Map(field.options.map((each) => [each.value, each.label]));
  if (byValue.has(''))
    throw new PorrasError('form-too-long', `The field "${field.name}" has an option without a value: give it an id.`);
  const choices = [...byValue].map(([value, label]) => ({
    title: shorten(label.toWellFormed().trim() || '…', LIMITS.altText),
    value,
  }));
  if (choices.length === 0) return null;
  const initial = choices.find(({ value }) => value === field.initial);
  return {
    type: 'Input.ChoiceSet',
    style: choices.length > LONG_LIST ? 'filtered' : 'compact',
    choices,
    ...(initial && { value: initial.value }),
  };
}
