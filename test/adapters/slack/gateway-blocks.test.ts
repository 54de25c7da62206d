import { describe, expect, it } from 'vitest';
import { validateBlocks } from '../../support/slack/blocks/validate-blocks.ts';
import { validateView } from '../../support/slack/blocks/validate-view.ts';

const x = (length: number) => 'x'.repeat(length);
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain('Go'), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const option = (value: string, text = 'One') => ({ text: plain(text), value });
const options = (count: number) => Array.from({ length: count }, (_, index) => option(String(index)));
const select = (more: object) => ({ type: 'static_select', action_id: 's', options: options(1), ...more });
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain('Label'), element, ...more });
const text = (more: object = {}) => ({ type: 'plain_text_input', action_id: 'value', ...more });
const image = { type: 'image', image_url: 'https://example.com/p.png', alt_text: 'Steps' };
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** At each limit: what is just taken, what is just refused, and where Slack points. */
const LIMITS: [string, object[], object[], string][] = [
  ['50 blocks', times(50, () => ({ type: 'divider' })), times(51, () => ({ type: 'divider' })), '/blocks'],
  ['section text 3,000', [section(x(3_000))], [section(x(3_001))], '/blocks/0/text/text'],
  ['section text not empty', [section(' ')], [section('')], '/blocks/0/text/text'],
  [
    'section fields 10',
    [{ type: 'section', fields: times(10, () => mrkdwn(x(2_000))) }],
    [{ type: 'section', fields: times(11, () => mrkdwn('x')) }],
    '/blocks/0/fields',
  ],
  ['section text or fields', [section('x')], [{ type: 'section' }], '/blocks/0'],
  [
    'header 150, plain',
    [{ type: 'header', text: plain(x(150)) }],
    [{ type: 'header', text: plain(x(151)) }],
    '/blocks/0/text/text',
  ],
  [
    'header plain',
    [{ type: 'header', text: plain('x') }],
    [{ type: 'header', text: mrkdwn('x') }],
    '/blocks/0/text/type',
  ],
  [
    'block_id 255',
    [{ ...section('x'), block_id: x(255) }],
    [{ ...section('x'), block_id: x(256) }],
    '/blocks/0/block_id',
  ],
  [
    'block_id unique',
    [
      { ...section('x'), block_id: 'a' },
      { ...section('x'), block_id: 'b' },
    ],
    [
      { ...section('x'), block_id: 'a' },
      { ...section('x'), block_id: 'a' },
    ],
    '/blocks/1/block_id',
  ],
  [
    '25 elements',
    [actions(...times(25, (index) => button({ action_id: String(index) })))],
    [actions(...times(26, (index) => button({ action_id: String(index) })))],
    '/blocks/0/elements',
  ],
  [
    'action_id unique in a block',
    [actions(button()), actions(button())],
    [actions(button(), button())],
    '/blocks/0/elements/1/action_id',
  ],
  [
    'action_id 255',
    [actions(button({ action_id: x(255) }))],
    [actions(button({ action_id: x(256) }))],
    '/blocks/0/elements/0/action_id',
  ],
  [
    'button text 75',
    [actions(button({ text: plain(x(75)) }))],
    [actions(button({ text: plain(x(76)) }))],
    '/blocks/0/elements/0/text/text',
  ],
  [
    'button text plain',
    [actions(button())],
    [actions(button({ text: mrkdwn('x') }))],
    '/blocks/0/elements/0/text/type',
  ],
  [
    'button value 2,000',
    [actions(button({ value: x(2_000) }))],
    [actions(button({ value: x(2_001) }))],
    '/blocks/0/elements/0/value',
  ],
  [
    'button style',
    [actions(button({ style: 'danger' }))],
    [actions(button({ style: 'green' }))],
    '/blocks/0/elements/0/style',
  ],
  [
    'button url',
    [actions(button({ url: 'https://example.com' }))],
    [actions(button({ url: 'javascript:alert(1)' }))],
    '/blocks/0/elements/0/url',
  ],
  [
    'select 100 options',
    [actions(select({ options: options(100) }))],
    [actions(select({ options: options(101) }))],
    '/blocks/0/elements/0/options',
  ],
  [
    'option text 75',
    [actions(select({ options: [option('1', x(75))] }))],
    [actions(select({ options: [option('1', x(76))] }))],
    '/blocks/0/elements/0/options/0/text/text',
  ],
  [
    'option value 150',
    [actions(select({ options: [option(x(150))] }))],
    [actions(select({ options: [option(x(151))] }))],
    '/blocks/0/elements/0/options/0/value',
  ],
  [
    'initial option',
    [actions(select({ initial_option: option('0') }))],
    [actions(select({ initial_option: option('9') }))],
    '/blocks/0/elements/0/initial_option',
  ],
  [
    'overflow 5 options',
    [{ ...section('x'), accessory: { type: 'overflow', action_id: 'o', options: options(5) } }],
    [{ ...section('x'), accessory: { type: 'overflow', action_id: 'o', options: options(6) } }],
    '/blocks/0/accessory/options',
  ],
  [
    'context 10 elements',
    [{ type: 'context', elements: times(10, () => mrkdwn('x')) }],
    [{ type: 'context', elements: times(11, () => mrkdwn('x')) }],
    '/blocks/0/elements',
  ],
  ['image alt 2,000', [{ ...image, alt_text: x(2_000) }], [{ ...image, alt_text: x(2_001) }], '/blocks/0/alt_text'],
  ['image alt not empty', [image], [{ ...image, alt_text: '' }], '/blocks/0/alt_text'],
  ['image url', [image], [{ ...image, image_url: 'p.png' }], '/blocks/0/image_url'],
  [
    'markdown 12,000 together',
    [{ type: 'markdown', text: x(12_000) }],
    [
      { type: 'markdown', text: x(6_000) },
      { type: 'markdown', text: x(6_001) },
    ],
    '/blocks',
  ],
  ['known blocks', [{ type: 'divider' }], [{ type: 'banner' }], '/blocks/0/type'],
  ['known fields', [{ type: 'divider' }], [{ type: 'divider', text: 'x' }], '/blocks/0/text'],
  ['elements in their place', [actions(button())], [actions(text())], '/blocks/0/elements/0/type'],
  [
    'input label 2,000',
    [input(text(), { label: plain(x(2_000)) })],
    [input(text(), { label: plain(x(2_001)) })],
    '/blocks/0/label/text',
  ],
  [
    'input max_length',
    [input(text({ max_length: 3_000 }))],
    [input(text({ max_length: 3_001 }))],
    '/blocks/0/element/max_length',
  ],
  [
    'date format',
    [input({ type: 'datepicker', action_id: 'v', initial_date: '2026-03-02' })],
    [input({ type: 'datepicker', action_id: 'v', initial_date: '2.3.2026' })],
    '/blocks/0/element/initial_date',
  ],
  [
    'time format',
    [input({ type: 'timepicker', action_id: 'v', initial_time: '17:00' })],
    [input({ type: 'timepicker', action_id: 'v', initial_time: '25:00' })],
    '/blocks/0/element/initial_time',
  ],
];

describe('blocks', () => {
  it.for(LIMITS)('%s', ([, good, bad, path]) => {
    expect(validateBlocks(good)).toEqual([]);
    expect(validateBlocks(bad).map((it) => it.path)).toContain(path);
  });

  it('characters are what people see as letters, not halves of them', () => {
    expect(validateBlocks([{ type: 'header', text: plain('👏'.repeat(150)) }])).toEqual([]);
  });

  it('what is no list of blocks is refused', () => {
    for (const bad of [null, {}, 'x', [null], ['x'], [{}]]) expect(validateBlocks(bad)).not.toEqual([]);
  });

  it('markdown is for messages; views take 100 blocks', () => {
    expect(validateBlocks([{ type: 'markdown', text: 'x' }], 'home')).not.toEqual([]);
    const dividers = times(100, () => ({ type: 'divider' }));
    expect(validateBlocks(dividers, 'modal')).toEqual([]);
    expect(validateBlocks([...dividers, { type: 'divider' }], 'modal')).not.toEqual([]);
  });
});

describe('views', () => {
  const modal = { type: 'modal', title: plain(x(24)), submit: plain('Send'), blocks: [input(text())] };
  it.for([
    ['title 24', { title: plain(x(25)) }, '/view/title/text'],
    ['title there', { title: undefined }, '/view/title'],
    ['submit 24', { submit: plain(x(25)) }, '/view/submit/text'],
    ['submit where there is an input', { submit: undefined }, '/view/submit'],
    ['callback_id 255', { callback_id: x(256) }, '/view/callback_id'],
    ['private_metadata 3,000', { private_metadata: x(3_001) }, '/view/private_metadata'],
    ['known fields', { colour: 'red' }, '/view/colour'],
    ['one focus', { blocks: times(2, () => input(text({ focus_on_load: true }))) }, '/view/blocks'],
    ['type', { type: 'dialog' }, '/view/type'],
  ] as const)('%s', ([, change, path]) => {
    expect(validateView({ ...modal, callback_id: x(255), private_metadata: x(3_000) })).toEqual([]);
    expect(validateView({ ...modal, ...change }).map((it) => it.path)).toContain(path);
  });
});
