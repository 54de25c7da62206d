import { z } from 'zod';
import { InputError } from '../../errors.ts';
import { listOf } from '../from-export.ts';
import { linesOfItems, parseJson } from '../json.ts';
import { must, shaped } from '../shape.ts';
import { decodeUtf8 } from '../utf8.ts';
import type { ExportSource } from './export-source.ts';

/** A channel with its day files, in date order. */
export interface SlackChannel {
  id: string;
  name: string;
  days: string[];
}

export interface SlackLayout {
  /** Folder inside the export that everything stands in, with its slash; empty at the top. */
  root: string;
  channels: SlackChannel[];
  /** Names of channels by their ids, those without messages included. */
  names: ReadonlyMap<string, string>;
}

const LISTS = ['channels.json', 'groups.json', 'mpims.json', 'dms.json'];
const CHANNEL = z.object({ id: z.string({ error: must('text') }), name: z.string({ error: must('text') }).nullish() });

/**
 * Where things stand in a Slack export: `users.json`, `channels.json` and a folder of day files for each channel.
 * @throws InputError when this is no Slack export.
 */
export const layoutOf = async (source: ExportSource): Promise<SlackLayout> => {
  // Packing a folder on a Mac adds a shadow of every file.
  const files = source.files.filter((file) => !file.startsWith('__MACOSX/'));
  const lists = files
    .filter((file) => /(^|\/)(channels|users)\.json$/.test(file))
    .toSorted((a, b) => depth(a) - depth(b));
  const root = lists[0]?.replace(/[^/]*$/, '');
  const days =
    root === undefined ? [] : files.filter((file) => file.startsWith(root) && DAY.test(file.slice(root.length)));
  if (root === undefined || days.length === 0) {
    throw new InputError(
      source.name,
      'not a Slack export, which has users.json, channels.json and a folder of day files for each channel; give the zip that Slack wrote, or the folder that it unpacks to',
    );
  }
  const names = await namesOfChannels(source, files, root);
  const ids = new Map([...names].map(([id, name]) => [name, id]));
  const folders = Map.groupBy(days, (day) => day.slice(root.length, day.lastIndexOf('/')));
  const channels = [...folders].map(([folder, own]) => ({
    id: ids.get(folder) ?? folder,
    name: folder,
    days: own.toSorted(),
  }));
  return { root, channels, names };
};

const DAY = /^[^/]+\/\d{4}-\d{2}-\d{2}\.json$/;
const depth = (file: string): number => file.split('/').length;

const namesOfChannels = async (source: ExportSource, files: string[], root: string): Promise<Map<string, string>> => {
  const names = new Map<string, string>();
  for (const file of LISTS.map((list) => root + list).filter((list) => files.includes(list))) {
    const shown = `${source.name}/${file}`;
    const content = decodeUtf8(await source.read(file), shown);
    const items = listOf(parseJson(content, shown), `${shown}:1`, 'a list of channels');
    const lines = linesOfItems(content, shown);
    for (const [index, item] of items.entries()) {
      const channel = shaped(CHANNEL, item, `${shown}:${lines.get(String(index)) ?? 1}`, 'export again');
      names.set(channel.id, channel.name || channel.id);
    }
  }
  return names;
};
