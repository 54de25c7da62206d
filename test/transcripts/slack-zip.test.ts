import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { readTranscript } from '../../src/transcripts/read-transcript.ts';
import { complaintOf, type Files, fileWith } from './support/folder.ts';
import { tamper, zipOf } from './support/zip.ts';

const MB = 1024 * 1024;
const day = [{ type: 'message', user: 'U1', text: 'Hei', ts: '1772431440.000100' }];
const files: Files = {
  'users.json': [{ id: 'U1', name: 'aino' }],
  'channels.json': [{ id: 'C1', name: 'työt' }],
  'työt/2026-03-02.json': day,
};
const complaint = async (zip: Uint8Array) => {
  const path = await fileWith('export.zip', zip);
  return (await complaintOf(readTranscript(path))).replaceAll(path, 'export.zip');
};
const textsOf = async (zip: Uint8Array, name = 'export.zip') =>
  (await readTranscript(await fileWith(name, zip))).messages.map(({ text }) => text);

test('an export is read from a zip, whatever the zip is called', async () => {
  expect(await textsOf(zipOf(files))).toEqual(['Hei']);
  expect(await textsOf(zipOf(files, { level: 0 }), 'export.data')).toEqual(['Hei']);
});

test('an export that was packed again with its folder, by a Mac', async () => {
  const nested = Object.fromEntries(Object.entries(files).map(([name, content]) => [`Our export/${name}`, content]));
  expect(await textsOf(zipOf({ ...nested, '__MACOSX/Our export/._users.json': 'x' }))).toEqual(['Hei']);
});

test('names that are UTF-8 without saying so', async () => {
  const unflagged = tamper(zipOf(files), (header, { flags }) =>
    header.setUint16(flags, header.getUint16(flags, true) & ~0x800, true),
  );
  expect(await textsOf(unflagged)).toEqual(['Hei']);
});

test.each([
  '../evil.json',
  'työt/../../evil.json',
  '/etc/evil.json',
  'C:/evil.json',
  '..\\evil.json',
  'a\0/../../b.json',
])('a path that leads out, %j', async (name) => {
  const said = await complaint(zipOf({ ...files, [name]: 'x' }));
  expect(said).toContain('export.zip: the zip holds a path that leads out of it, "');
  expect(said).toContain('do not unpack it');
});

test('a symbolic link', async () => {
  const link = zipOf({ 'työt/2026-03-03.json': '/etc/passwd' }, { os: 3, attrs: (0o120777 << 16) >>> 0 });
  expect(await complaint(link)).toContain('export.zip: the zip holds a symbolic link, "työt/2026-03-03.json"');
});

test('a bomb that says how much it unpacks to', async () => {
  const honest = tamper(zipOf(files), (header, { unpacked }) => header.setUint32(unpacked, 0xf0000000, true));
  expect(await complaint(honest)).toContain(
    'export.zip: unpacks to 11 GB, more than the 1 GB that are read from a zip',
  );
});

test('a bomb by its ratio, whichever file it is in', async () => {
  const bomb = zipOf({ ...files, 'readme.txt': new Uint8Array(80 * MB) });
  expect(bomb.length).toBeLessThan(MB);
  expect(await complaint(bomb)).toContain('export.zip: unpacks to more than 200 times its size, as a zip bomb does');
});

test('a bomb that lies about its size is stopped where the lie shows', async () => {
  const bomb = zipOf({ ...files, 'työt/2026-03-02.json': new Uint8Array(20 * MB) });
  const lying = tamper(bomb, (header, { unpacked }) => {
    if (header.getUint32(unpacked, true) === 20 * MB) header.setUint32(unpacked, 100, true);
  });
  const said = await complaint(lying);
  expect(said).toContain(
    'export.zip/työt/2026-03-02.json: the zip is damaged or incomplete (too many bytes in the stream',
  );
  expect(Number(/got at least (\d+)/.exec(said)?.[1])).toBeLessThan(MB);
});

test('a single file that is too big to be read whole', async () => {
  const noise = zipOf({ ...files, 'työt/2026-03-02.json': randomBytes(2 * MB) }, { level: 1 });
  const big = tamper(noise, (header, { unpacked }) => {
    if (header.getUint32(unpacked, true) === 2 * MB) header.setUint32(unpacked, 300 * MB, true);
  });
  expect(await complaint(big)).toContain('export.zip/työt/2026-03-02.json: 300 MB in one file, more than the 256 MB');
});

test('an encrypted zip', async () => {
  const encrypted = tamper(zipOf(files), (header, { flags }) =>
    header.setUint16(flags, header.getUint16(flags, true) | 1, true),
  );
  expect(await complaint(encrypted)).toMatch(
    /^export\.zip: "\S+" is encrypted; unpack the zip with its password and give the folder$/,
  );
});

test('a damaged zip', async () => {
  const zip = zipOf(files, { level: 0 });
  expect(await complaint(zip.slice(0, -30))).toContain('export.zip: the zip is damaged or incomplete');
  expect(await complaint(zip.slice(0, 10))).toContain('export.zip: the zip is damaged or incomplete');
  const flipped = zip.slice();
  const at = Buffer.from(zip).indexOf('Hei');
  flipped[at] = 'T'.charCodeAt(0);
  expect(await complaint(flipped)).toContain(
    'export.zip/työt/2026-03-02.json: the zip is damaged or incomplete (checksum differs); download or export it again',
  );
});

test('a file twice', async () => {
  const twice = Buffer.from(zipOf({ ...files, 'työt/2026-03-03.json': day }));
  const spelled = twice.toString('latin1').replaceAll('2026-03-03', '2026-03-02');
  expect(await complaint(Buffer.from(spelled, 'latin1'))).toContain(
    'export.zip/työt/2026-03-02.json: twice in the zip',
  );
});

test('a zip of something else, an empty zip, and a file that is only called one', async () => {
  expect(await complaint(zipOf({ 'report.docx': 'x' }))).toContain(
    'export.zip: not a Slack export, which has users.json',
  );
  expect(await complaint(zipOf({}))).toContain('export.zip: not a Slack export');
  expect(await complaint(Buffer.from('hello'))).toContain('export.zip: not a zip, whatever its name says');
  expect(await complaint(Buffer.from('PK, hello'))).toContain('export.zip: the zip is damaged or incomplete');
});

test('what is wrong inside is told with the path inside', async () => {
  const zip = zipOf({ ...files, 'työt/2026-03-02.json': '[\n{}\n]' });
  expect(await complaint(zip)).toBe(
    'export.zip/työt/2026-03-02.json:2: field "ts" is missing; export the channel again',
  );
});
