import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { disguise } from './disguise.ts';

export type Half = 'dev' | 'held-out';
export const HALVES: readonly Half[] = ['dev', 'held-out'];

export interface Attack {
  lang: string;
  /** What it tries to change. */
  wants: string;
  disguise: string;
  /** As it arrives, disguise and all. */
  text: string;
}
export interface SplitAttack {
  lang: string;
  wants: string;
  parent: string;
  reply: string;
}
export interface Benign {
  lang: string;
  kind: 'talk' | 'trap';
  text: string;
}

const read = <T>(half: Half, name: string): T[] =>
  parse(readFileSync(new URL(`./${half}/${name}.yaml`, import.meta.url), 'utf8'));

export const readAttacks = (half: Half): Attack[] =>
  read<Attack>(half, 'attacks').map((attack) => ({ ...attack, text: disguise(attack.text, attack.disguise) }));
export const readSplitAttacks = (half: Half): SplitAttack[] => read(half, 'split-attacks');
export const readBenign = (half: Half): Benign[] => read(half, 'benign');
