import { type ZipOptions, zipSync } from 'fflate';
import { contentOf, type Files } from './folder.ts';

/** A zip of these files. */
export const zipOf = (files: Files, options: ZipOptions = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => {
        const bytes = contentOf(content);
        return [name, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes];
      }),
    ),
    options,
  );

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Changes a zip as an attacker would: `patch` gets a view on every header, and where its fields are.
 * Field offsets are those of the zip format (APPNOTE.TXT 4.3.7 and 4.3.12).
 */
export const tamper = (
  zip: Uint8Array,
  patch: (header: DataView, fields: { flags: number; packed: number; unpacked: number; crc: number }) => void,
): Uint8Array => {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at += 1) {
    const signature = view.getUint32(at, true);
    if (signature !== CENTRAL && signature !== LOCAL) continue;
    const start = signature === CENTRAL ? 8 : 6;
    const header = new DataView(copy.buffer, at);
    patch(header, { flags: start, crc: start + 8, packed: start + 12, unpacked: start + 16 });
  }
  return copy;
};
