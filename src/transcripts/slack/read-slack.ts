import { fromExport, oneChannel, type Exported } from '../from-export.ts';
import type { Transcript } from '../transcript.ts';
import type { ExportSource } from './export-source.ts';
import { layoutOf, type SlackChannel } from './slack-channels.ts';
import { instantOfTs, readSlackDay, type SlackDay } from './slack-messages.ts';
import { readSlackPeople } from './slack-people.ts';

/**
 * Reads one channel of a Slack export.
 * @param wanted name or id of the channel; null when the export has messages of people in one channel only.
 */
export const readSlack = async (source: ExportSource, wanted: string | null): Promise<Transcript> => {
  const layout = await layoutOf(source);
  const { people, bots } = await readSlackPeople(source, `${layout.root}users.json`);
  const userNames = new Map(people.map(({ id, names }) => [id, names[0]]));
  const names = {
    user: (id: string) => userNames.get(id) ?? null,
    channel: (id: string) => layout.names.get(id) ?? null,
  };
  const readDay = (file: string) => readSlackDay(source, file, { bots, names });

  const channels = wanted === null ? await withMessages(layout.channels, readDay) : layout.channels;
  const channel = oneChannel(channels, wanted, source.name);
  const days: SlackDay[] = [];
  for (const day of channel.days) days.push(await readDay(day));
  return fromExport('slack', together(days, people), instantOfTs);
};

/** An export has every public channel of its workspace; most hold nothing but people joining. */
const withMessages = async (
  channels: readonly SlackChannel[],
  readDay: (file: string) => Promise<SlackDay>,
): Promise<SlackChannel[]> => {
  if (channels.length === 1) return [...channels];
  const found: SlackChannel[] = [];
  for (const channel of channels) {
    for (const day of channel.days) {
      if ((await readDay(day)).messages.length === 0) continue;
      found.push(channel);
      break;
    }
  }
  return found;
};

const together = (days: readonly SlackDay[], people: Exported['people']): Exported => {
  const deleted = new Set(days.flatMap((day) => day.deleted));
  const guests = new Map(days.flatMap((day) => [...day.guests]));
  for (const { id } of people) guests.delete(id);
  return {
    messages: days.flatMap((day) => day.messages.filter(({ id }) => !deleted.has(id))),
    leftOut: [
      ...days.flatMap((day) => day.leftOut),
      ...days.flatMap((day) => day.messages.filter(({ id }) => deleted.has(id))),
    ],
    people: [...people, ...[...guests].map(([id, names]) => ({ id, names, title: null, timeZone: null }))],
  };
};
