import { describe, expect, it } from 'vitest';
import { createSeal } from '../../../adapters/slack/seal.ts';

const OLD = 'the old secret, which is long enough for it';
const NEW = 'the new secret, which is long enough for it';
const ABOUT = 'slack:T1';

describe('what is sealed', () => {
  it('opens again, looks different each time, and shows nothing of what is in it', () => {
    const seal = createSeal([NEW]);
    const [one, two] = [seal.seal('xoxb-secret ä', ABOUT), seal.seal('xoxb-secret ä', ABOUT)];
    expect(seal.open(one, ABOUT)).toBe('xoxb-secret ä');
    expect(seal.open(two, ABOUT)).toBe('xoxb-secret ä');
    expect(one).not.toBe(two);
    expect(`${one}${Buffer.from(one.split('.').at(-1) ?? '', 'base64url').toString('latin1')}`).not.toContain('xoxb');
  });

  it('opens with the key before this one, and is then known to be old', () => {
    const sealed = createSeal([OLD]).seal('token', ABOUT);
    const seal = createSeal([NEW, OLD]);
    expect(seal.open(sealed, ABOUT)).toBe('token');
    expect(seal.isOld(sealed)).toBe(true);
    expect(seal.isOld(seal.seal('token', ABOUT))).toBe(false);
  });

  it('does not open with another key, for another workspace, or when any part of it was changed', () => {
    const seal = createSeal([NEW]);
    const sealed = seal.seal('token', ABOUT);
    const spoilt = sealed
      .split('.')
      .map((part, at, all) => all.with(at, part.startsWith('A') ? `B${part.slice(1)}` : `A${part.slice(1)}`).join('.'));
    for (const bad of [...spoilt, '', 'v1', sealed.slice(0, -3), sealed.split('.').slice(0, 4).join('.')]) {
      expect(() => seal.open(bad, ABOUT)).toThrow(expect.objectContaining({ code: 'secret-key' }));
    }
    expect(() => seal.open(sealed, 'slack:T2')).toThrow(/slack:T2/);
    expect(() => createSeal([OLD]).open(sealed, ABOUT)).toThrow(/PORRAS_SECRET_KEY_OLD/);
  });
});
