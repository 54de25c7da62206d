import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createPainter } from '../../src/picture/create-painter.ts';
import { aStaircase } from './a-staircase.ts';
import { anyStaircase } from './any-staircase.ts';

const painter = createPainter();
const size = (png: Uint8Array): { width: number; height: number } => {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
};
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('createPainter', { timeout: 60_000 }, () => {
  it('paints a PNG 1,600 pixels wide', async () => {
    const png = await painter.paint(aStaircase());
    expect(Array.from(png.subarray(0, 8))).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(size(png).width).toBe(1600);
    expect(size(png).height).toBeGreaterThan(800);
  });

  it('paints the same bytes for the same staircase, also with another painter and after other pictures', async () => {
    const before = hash(await painter.paint(aStaircase()));
    const other = hash(await painter.paint(aStaircase({ title: 'Another' })));
    expect(hash(await createPainter().paint(aStaircase()))).toBe(before);
    expect(other).not.toBe(before);
  });

  it('paints the same bytes in another process', async () => {
    const script = fileURLToPath(new URL('print-hash.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script]);
    expect(stdout).toBe(hash(await painter.paint(aStaircase())));
  });

  it('paints whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(anyStaircase, async (staircase) => {
        expect(size(await painter.paint(staircase)).width).toBe(1600);
      }),
      { numRuns: 12 },
    );
  });
});
