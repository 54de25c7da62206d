import { describe, expect, it } from 'vitest';
import { renderForm } from '../../../adapters/slack/form.ts';
import type { Field, Form } from '../../../src/domain/message.ts';

const form = (fields: Field[], more: Partial<Form> = {}): Form => ({
  id: 'create-inquiry',
  title: 'A new inquiry',
  intro: 'It takes *two* minutes.',
  submit: 'Send',
  context: 'c-1',
  fields,
  ...more,
});
const element = (field: Field) => {
  const block = renderForm(form([field]), null).blocks.at(-1);
  return block?.type === 'input' ? block.element : null;
};
const base = { name: 'a', label: 'A', required: true };

describe('a form as a modal', () => {
  it('has its words, its fields by name, and what comes back', () => {
    const view = renderForm(form([{ ...base, type: 'text', hint: 'In your own words', required: false }]), {
      channel: 'slack:T1:C1',
      private: false,
    });
    expect(view).toMatchObject({
      type: 'modal',
      callback_id: 'porras:create-inquiry',
      title: { type: 'plain_text', text: 'A new inquiry' },
      submit: { text: 'Send' },
      blocks: [
        { type: 'rich_text', elements: [{ elements: [{ type: 'text', text: 'It takes *two* minutes.' }] }] },
        {
          type: 'input',
          block_id: 'a',
          label: { text: 'A' },
          hint: { text: 'In your own words' },
          optional: true,
          element: { type: 'plain_text_input', action_id: 'value' },
        },
      ],
    });
    expect(JSON.parse(view.private_metadata)).toEqual({
      context: 'c-1',
      place: { channel: 'slack:T1:C1', private: false },
    });
    expect(JSON.parse(renderForm(form([]), null).private_metadata)).toEqual({ context: 'c-1' });
  });

  it('asks for each kind of answer with what is made for it, beginning with what is there', () => {
    expect(element({ ...base, type: 'long-text', initial: 'Työ' })).toMatchObject({
      type: 'plain_text_input',
      multiline: true,
      initial_value: 'Työ',
    });
    expect(element({ ...base, type: 'date', initial: '2026-03-02' })).toMatchObject({
      type: 'datepicker',
      initial_date: '2026-03-02',
    });
    expect(element({ ...base, type: 'time', initial: '17:00' })).toMatchObject({
      type: 'timepicker',
      initial_time: '17:00',
    });
    const options = [
      { value: 'fi', label: 'Finnish' },
      { value: 'sv', label: 'x'.repeat(80) },
    ];
    expect(element({ ...base, type: 'select', options, initial: 'sv' })).toMatchObject({
      type: 'static_select',
      options: [
        { text: { text: 'Finnish' }, value: 'fi' },
        { text: { text: `${'x'.repeat(74)}…` }, value: 'sv' },
      ],
      initial_option: { value: 'sv' },
    });
    expect(element({ ...base, type: 'people', many: true, initial: 'slack:T1:U1,slack:T1:U2' })).toMatchObject({
      type: 'multi_users_select',
      initial_users: ['U1', 'U2'],
    });
    expect(element({ ...base, type: 'people', many: false, initial: 'slack:T1:U1' })).toMatchObject({
      type: 'users_select',
      initial_user: 'U1',
    });
  });

  it('begins empty where what is there is no answer', () => {
    const options = [{ value: 'fi', label: 'Finnish' }];
    expect(element({ ...base, type: 'date', initial: '2026-02-30' })).toEqual({
      type: 'datepicker',
      action_id: 'value',
    });
    expect(element({ ...base, type: 'time', initial: '25:00' })).toEqual({ type: 'timepicker', action_id: 'value' });
    expect(element({ ...base, type: 'select', options, initial: 'sv' })).not.toHaveProperty('initial_option');
  });

  it('says in full below what its title cannot hold', () => {
    const title = 'Tämä kuuluu toiseen kohtaan mallissa';
    const view = renderForm(form([], { title, intro: '' }), null);
    expect(view.title.text).toBe('Tämä kuuluu toiseen…');
    expect(view.blocks).toMatchObject([{ elements: [{ elements: [{ text: title, style: { bold: true } }] }] }]);
  });

  it('groups long lists, and leaves out empty ones', () => {
    const options = Array.from({ length: 130 }, (_, index) => ({ value: `c${index}`, label: `Contribution ${index}` }));
    expect(element({ ...base, type: 'select', options, initial: 'c120' })).toMatchObject({
      option_groups: [
        { label: { text: '1–100' }, options: expect.objectContaining({ length: 100 }) },
        { label: { text: '101–130' }, options: expect.objectContaining({ length: 30 }) },
      ],
      initial_option: { value: 'c120' },
    });
    expect(renderForm(form([{ ...base, type: 'select', options: [] }]), null).blocks).toHaveLength(1);
  });

  it.for<[string, Form]>([
    ['a context that does not come back', form([], { context: 'x'.repeat(3_000) })],
    [
      'too many fields',
      form(Array.from({ length: 100 }, (_, index) => ({ ...base, name: `f${index}`, type: 'text' }))),
    ],
    [
      'a value that Slack would refuse',
      form([{ ...base, type: 'select', options: [{ value: 'x'.repeat(151), label: 'x' }] }]),
    ],
    ['a name that Slack would refuse', form([{ ...base, name: 'x'.repeat(256), type: 'text' }])],
  ])('is refused with %s', ([, asked]) => {
    expect(() => renderForm(asked, null)).toThrow(expect.objectContaining({ code: 'form-too-long' }));
  });
});
