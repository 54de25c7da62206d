import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personAddress } from '../../../adapters/teams/address.ts';
import { readForm } from '../../../adapters/teams/form-answers.ts';
import { decodeTrigger, encodeTrigger } from '../../../adapters/teams/form-trigger.ts';
import { renderForm, sentForm } from '../../../adapters/teams/form.ts';
import { plainOf } from '../../../adapters/teams/render-plain.ts';
import type { Field, Form } from '../../../src/domain/message.ts';
import { cardShape, nodesIn } from '../../support/teams/card-shape.ts';
import { actionsIn } from '../../support/teams/see.ts';

const PLACE = { channel: 'teams:t:c:19%3Ax', private: false };
const form = (fields: Field[], more: Partial<Form> = {}): Form => ({
  id: 'f-1',
  title: 'Uusi kysely',
  intro: 'Kaksi minuuttia.',
  submit: 'Lähetä',
  context: 'c|1',
  fields,
  ...more,
});
const text = (name: string, more: object = {}): Field => ({
  type: 'text',
  name,
  label: name,
  required: false,
  ...more,
});

/** What comes back: the data of the button, with what was filled in. */
const sent = (asked: Form, inputs: Record<string, unknown>) => ({
  ...actionsIn(renderForm(asked, PLACE, 'once-1'))[0]?.data,
  ...inputs,
});

describe('a form as a card', () => {
  it('has an input for each kind of field', () => {
    const people = [personAddress('t', 'o-1'), personAddress('t', 'o-2')];
    const { body } = renderForm(
      form([
        text('a', { required: true, initial: 'alku', hint: 'vihje' }),
        { type: 'long-text', name: 'b', label: 'B', required: false },
        { type: 'date', name: 'c', label: 'C', required: true, initial: '2026-03-02' },
        { type: 'time', name: 'd', label: 'D', required: true, initial: '17:00' },
        {
          type: 'select',
          name: 'e',
          label: 'E',
          required: true,
          options: [{ value: 'fi', label: 'Suomi' }],
          initial: 'fi',
        },
        { type: 'people', name: 'f', label: 'F', required: true, many: true, initial: people.join(',') },
      ]),
      PLACE,
      'o',
    );
    expect(nodesIn(body).filter((node) => String(node.type).startsWith('Input.'))).toMatchObject([
      { type: 'Input.Text', id: 'field:a', label: 'a', isRequired: true, value: 'alku' },
      { type: 'Input.Text', id: 'field:b', isMultiline: true, isRequired: false },
      { type: 'Input.Date', id: 'field:c', value: '2026-03-02' },
      { type: 'Input.Time', id: 'field:d', value: '17:00' },
      { type: 'Input.ChoiceSet', id: 'field:e', choices: [{ title: 'Suomi', value: 'fi' }], value: 'fi' },
      {
        type: 'Input.ChoiceSet',
        id: 'field:f',
        isMultiSelect: true,
        'choices.data': { dataset: 'graph.microsoft.com/users' },
        value: 'o-1,o-2',
      },
    ]);
    expect(plainOf(body)).toBe('Uusi kysely\nKaksi minuuttia.\nvihje');
  });

  it('says that a field may not be empty in its own language, which comes back with it', () => {
    const asked = form([text('a', { required: true }), text('b')], { lang: 'fi' });
    const inputs = nodesIn(renderForm(asked, PLACE, 'o')).filter(({ type }) => type === 'Input.Text');
    expect(inputs.map(({ errorMessage }) => errorMessage)).toEqual(['Tähän tarvitaan vastaus.', undefined]);
    expect(readForm(sent(asked, {}), 't')?.lang).toBe('fi');
    expect(readForm(sent(form([text('a')]), {}), 't')?.lang).toBeNull();
  });

  it('says a hint below its own field, and above the next', () => {
    const { body } = renderForm(form([text('a', { hint: 'vihje' }), text('b')]), PLACE, 'o');
    const from = body.findIndex((each) => 'id' in each && each.id === 'field:a');
    expect(body.slice(from, from + 3)).toMatchObject([
      { type: 'Input.Text', id: 'field:a' },
      { type: 'TextBlock', text: 'vihje', isSubtle: true, spacing: 'Small' },
      { type: 'Input.Text', id: 'field:b' },
    ]);
  });

  it('offers those at once whom it knows, where people are asked for', () => {
    const field: Field = { type: 'people', name: 'f', label: 'F', required: true, many: false };
    const people = Array.from({ length: 100 }, (_, index) => ({
      address: personAddress('t', `o-${index}`),
      name: `Henkilö ${index}`,
      isBot: false,
    }));
    const [input] = nodesIn(renderForm(form([field]), PLACE, 'o', people)).filter((node) => node.id === 'field:f');
    expect(input?.choices).toHaveLength(60);
    expect(input?.choices).toContainEqual({ title: 'Henkilö 0', value: 'o-0' });
  });

  it('wrong beginnings are left out, and so is a list without options', () => {
    const { body } = renderForm(
      form([
        { type: 'date', name: 'c', label: 'C', required: true, initial: '2026-02-31' },
        { type: 'time', name: 'd', label: 'D', required: true, initial: '25:00' },
        { type: 'select', name: 'e', label: 'E', required: true, options: [] },
      ]),
      PLACE,
      'o',
    );
    const inputs = nodesIn(body).filter((node) => String(node.type).startsWith('Input.'));
    expect(inputs.map((node) => [node.id, node.value])).toEqual([
      ['field:c', undefined],
      ['field:d', undefined],
    ]);
  });

  it('one that Teams would not take says so', () => {
    const options = Array.from({ length: 2_000 }, (_, index) => ({ value: `${index}`, label: `Vaihtoehto ${index}` }));
    const asked = form([{ type: 'select', name: 'e', label: 'E', required: true, options }]);
    expect(() => renderForm(asked, PLACE, 'o')).toThrow(expect.objectContaining({ code: 'form-too-long' }));
  });

  it('is a card that Teams takes, whatever is in it', () => {
    const words = fc.string({ unit: 'binary', maxLength: 300 });
    const fields = fc.uniqueArray(
      fc.record({
        type: fc.constantFrom('text', 'long-text', 'date', 'time'),
        name: fc.stringMatching(/^[a-z]{1,10}$/),
        label: words,
        hint: words,
        initial: words,
        required: fc.boolean(),
      }),
      { selector: (field) => field.name, maxLength: 8 },
    );
    fc.assert(
      fc.property(fields, words, words, words, (each, title, intro, submit) => {
        const asked = form(each as Field[], { title, intro, submit });
        const card = renderForm(asked, null, 'o');
        expect(cardShape.safeParse(card).error).toBeUndefined();
        expect(cardShape.safeParse(sentForm(title)).error).toBeUndefined();
        expect(nodesIn(card).filter((node) => 'selectAction' in node)).toEqual([]);
      }),
    );
  });
});

describe('a form that was sent', () => {
  it('comes back with its context, its place and its answers', () => {
    const asked = form([text('a'), { type: 'people', name: 'p', label: 'P', required: false, many: true }]);
    expect(readForm(sent(asked, { 'field:a': 'x\ny', 'field:p': 'o-1,o-2' }), 't')).toEqual({
      formId: 'f-1',
      context: 'c|1',
      place: PLACE,
      title: 'Uusi kysely',
      once: 'once-1',
      lang: null,
      answers: { a: 'x\ny', p: 'teams:t:p:o-1,teams:t:p:o-2' },
    });
  });

  it('what was left empty is an empty text, and what was not asked is not an answer', () => {
    const asked = form([text('a'), text('b')]);
    expect(readForm(sent(asked, { 'field:b': null, 'field:z': 'x' }), 't')?.answers).toEqual({ a: '', b: '' });
  });

  it.for([null, 'x', {}, { action: 'a', value: 'b' }, { form: 1 }])('other data is no form: %j', (data) => {
    expect(readForm(data, 't')).toBeNull();
  });
});

describe('a trigger', () => {
  it('carries what asked for a form, and where', () => {
    expect(decodeTrigger(encodeTrigger('e|1', PLACE))).toEqual({ id: 'e|1', place: PLACE });
    expect(decodeTrigger(encodeTrigger('e', { ...PLACE, private: true })).place).toEqual({ ...PLACE, private: true });
    expect(decodeTrigger('anything')).toEqual({ id: 'anything', place: null });
  });
});
