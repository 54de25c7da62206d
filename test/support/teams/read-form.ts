import { readForm } from '../../../adapters/teams/form-answers.ts';
import type { AdaptiveCard, Element, Input } from '../../../adapters/teams/card.ts';
import type { Field, Form } from '../../../src/domain/message.ts';
import { actionsIn } from './see.ts';

type Kind =
  | { type: 'text' | 'long-text' | 'date' | 'time' }
  | { type: 'select'; options: { value: string; label: string }[] }
  | { type: 'people'; many: boolean };

/** A card with inputs as the form that somebody sees; null for another card. */
export function formIn(card: AdaptiveCard): Form | null {
  const [action] = actionsIn(card);
  const sent = readForm(action?.data, '');
  if (!action || !sent) return null;
  const fields: Field[] = [];
  const before: string[] = [];
  for (const element of card.body) {
    const last = fields.at(-1);
    if (isInput(element)) {
      const label = { name: element.id.replace('field:', ''), label: element.label, required: element.isRequired };
      const value = element.value === undefined ? {} : { initial: element.value };
      fields.push({ ...label, ...value, ...kindOf(element) });
    } else if (last && element.type !== 'ActionSet') {
      last.hint = [last.hint, textIn(element)].filter(Boolean).join('\n');
    } else before.push(textIn(element));
  }
  const [title = '', ...intro] = before;
  const { formId: id, context } = sent;
  return { id, title, intro: intro.join('\n'), submit: action.title, context, fields };
}

function kindOf(input: Input): Kind {
  switch (input.type) {
    case 'Input.Date':
      return { type: 'date' };
    case 'Input.Time':
      return { type: 'time' };
    case 'Input.Text':
      return { type: input.isMultiline ? 'long-text' : 'text' };
    case 'Input.ChoiceSet':
      if (input['choices.data']) return { type: 'people', many: input.isMultiSelect === true };
      return { type: 'select', options: (input.choices ?? []).map(({ title, value }) => ({ value, label: title })) };
  }
}

const isInput = (element: Element): element is Input => element.type.startsWith('Input.');

const textIn = (element: Element): string =>
  element.type === 'TextBlock'
    ? element.text
    : element.type === 'RichTextBlock'
      ? element.inlines.map((run) => run.text).join('')
      : '';
