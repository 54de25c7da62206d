import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../adapters/teams/card.ts';
import { renderButtons } from '../../../adapters/teams/render-buttons.ts';
import { shorten } from '../../../adapters/teams/shorten.ts';

const choice = (index: number, more: object = {}) => ({ action: 'a', value: `${index}`, label: `L${index}`, ...more });

describe('buttons', () => {
  it('are an Action.Execute with an Action.Submit that says the same', () => {
    expect(renderButtons([choice(1, { style: 'danger' })], 'fi')).toEqual([
      {
        type: 'ActionSet',
        actions: [
          {
            type: 'Action.Execute',
            verb: 'porras:a',
            title: 'L1',
            data: { action: 'a', value: '1', lang: 'fi' },
            style: 'destructive',
            associatedInputs: 'none',
            fallback: {
              type: 'Action.Submit',
              title: 'L1',
              data: { action: 'a', value: '1', lang: 'fi' },
              style: 'destructive',
              associatedInputs: 'none',
            },
          },
        ],
      },
    ]);
  });

  it('stand in rows of what Teams shows', () => {
    const rows = renderButtons(
      Array.from({ length: 14 }, (_, index) => choice(index)),
      'fi',
    );
    expect(rows.map((row) => (row.type === 'ActionSet' ? row.actions.length : 0))).toEqual([6, 6, 2]);
  });

  it('a long label is told in full where one points at it', () => {
    const label = 'Sana '.repeat(40).trim();
    const [row] = renderButtons([choice(1, { label })], 'fi');
    const action = row?.type === 'ActionSet' ? row.actions[0] : undefined;
    expect(JSON.stringify(action?.title).length).toBeLessThanOrEqual(LIMITS.actionTitle);
    expect(action?.tooltip).toBe(label);
  });

  it('a value that is too long is refused', () => {
    expect(() => renderButtons([choice(1, { value: 'x'.repeat(2_001) })], 'fi')).toThrow(
      expect.objectContaining({ code: 'button-too-long' }),
    );
  });
});

describe('shortening a text', () => {
  it('leaves room for its size as JSON', () => {
    expect(shorten('lyhyt', 80)).toBe('lyhyt');
    expect(shorten('yksi kaksi kolme neljä', 16)).toBe('yksi kaksi…');
    expect(JSON.stringify(shorten('\0'.repeat(200), 100)).length).toBeLessThanOrEqual(100);
  });
});
