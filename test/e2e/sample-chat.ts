import { readFile } from 'node:fs/promises';
import {
  createMemoryChatLog,
  createWebPlatform,
  type WebPlatform,
  type WebPlatformOptions,
} from '../../adapters/web/index.ts';
import type { Form } from '../../src/domain/message.ts';
import type { PlatformEvent } from '../../src/domain/platform-event.ts';
import type { Outgoing } from '../../src/ports/chat-platform.ts';
import { type RunningServer, startServer } from '../../src/http/server.ts';
import { SAMPLE_BOARD } from './sample-board.ts';

export const PEOPLE = [
  { id: 'maija', name: 'Maija Korpi', role: 'specialist' as const, unit: 'Records', lang: 'fi' as const },
  { id: 'pekka', name: 'Pekka Salo', role: 'supervisor' as const, unit: 'Finance', lang: 'fi' as const },
  { id: 'asa', name: 'Åsa Lindholm', role: 'specialist' as const, unit: 'Schools', lang: 'sv' as const },
  { id: 'olli', name: 'Olli Niemi', role: 'leader' as const, unit: 'Administration', lang: 'fi' as const },
];

export const FORM: Form = {
  id: 'new',
  title: 'A new inquiry',
  intro: 'Takes **two minutes**. Nothing is sent before you have seen it.',
  submit: 'Preview',
  context: 'from the command',
  fields: [
    { type: 'text', name: 'topic', label: 'Topic', required: true, hint: 'As you would say it over coffee' },
    { type: 'long-text', name: 'why', label: 'Why now', required: false },
    { type: 'date', name: 'starts', label: 'Starts on', required: true, initial: '2026-11-30' },
    { type: 'time', name: 'quiet', label: 'Quiet from', required: true, initial: '17:00' },
    {
      type: 'select',
      name: 'language',
      label: 'Language',
      required: true,
      options: [
        { value: 'fi', label: 'Suomi' },
        { value: 'en', label: 'English' },
      ],
    },
    { type: 'people', name: 'owner', label: 'Owner', required: true, many: false },
    { type: 'people', name: 'facilitators', label: 'Facilitators', required: true, many: true },
  ],
};

export interface SampleChat {
  platform: WebPlatform;
  server: RunningServer;
  events: PlatformEvent[];
  /** While true, what people do is refused as if the database were down. */
  down: boolean;
  stop(): Promise<void>;
}

let keys = 0;
export const say = (markdown: string, extra: Partial<Outgoing['message']> = {}): Outgoing => {
  keys += 1;
  return {
    key: `sample-${keys}`,
    picture: null,
    message: { text: markdown.replaceAll('*', ''), markdown, lang: 'en', ...extra },
  };
};

/** A chat where Porras only echoes: for trying the page without the rest of Porras. */
export async function startSampleChat(
  options: { port?: number } & Partial<WebPlatformOptions> = {},
): Promise<SampleChat> {
  const { port = 0, ...rest } = options;
  const platform = createWebPlatform({
    log: createMemoryChatLog(),
    people: PEOPLE,
    channels: [{ id: 'office', name: 'half-empty-office' }],
    board: async () => SAMPLE_BOARD,
    ...rest,
  });
  const sample: SampleChat = {
    platform,
    events: [],
    down: false,
    server: await startServer({ port, routes: [platform.routes], graceMs: 100 }),
    stop,
  };
  await platform.start(async (event) => {
    if (sample.down) throw new Error('down on purpose');
    if (sample.events.some((it) => it.id === event.id)) return;
    sample.events.push(event);
    setTimeout(() => void echo(platform, event), 20);
  });
  async function stop(): Promise<void> {
    await platform.stop();
    await sample.server.stop();
  }
  return sample;
}

async function echo(platform: WebPlatform, event: PlatformEvent): Promise<void> {
  switch (event.type) {
    case 'message-posted':
      if (event.place.private)
        await platform.post(event.place.channel, say(`I heard you: *${event.text.slice(0, 40)}*`));
      else await platform.react(event.ref, '🌱');
      return platform.notifyBoardChanged();
    case 'command-invoked':
      if (event.text.startsWith('new')) return platform.openForm(event.by.address, event.trigger ?? '', FORM);
      return platform.whisper(event.place.channel, event.by.address, say('Say **new** to start an inquiry.'));
    case 'choice-pressed':
      await platform.directMessage(event.by.address, say(`You pressed **${event.action}**.`));
      return;
    case 'form-submitted':
      await platform.directMessage(
        event.by.address,
        say(
          `You answered:\n\n${Object.entries(event.answers)
            .map(([name, it]) => `- ${name}: ${it}`)
            .join('\n')}`,
        ),
      );
      return;
    default:
  }
}

/** A few messages of a morning, so that there is something to look at. */
export async function fillSampleChat({ platform }: SampleChat): Promise<void> {
  const channel = 'web:channel/office';
  const png = await readFile(new URL('./sample-picture.png', import.meta.url));
  await platform.post(
    channel,
    say(
      '**Round 2: sharing what we know**\n\nWhat have you learned from somebody here without a course? A small thing will do: a shortcut, a phone number, a way to calm an upset caller.',
      {
        choices: [
          { action: 'answer-anonymously', value: 'r2', label: 'Answer anonymously' },
          { action: 'why-asked', value: 'r2', label: 'Why this question?' },
        ],
      },
    ),
  );
  await platform.post(channel, {
    ...say('**Digest, week 1.** Most of what you said was about *competence*. “Pekka let me do it while he watched.”', {
      picture: { id: 'stairs-1', alt: 'A staircase of five steps' },
    }),
    picture: { png, alt: 'A staircase of five steps' },
  });
  await platform.directMessage(
    'web:person/maija',
    say(
      'Hei Maija! This week’s question is about what you learned from a colleague. One sentence is plenty, here or in the channel.\n\nI write because you have not been heard in this round yet; nobody else knows that.',
      {
        choices: [
          { action: 'elsewhere', value: 'r2', label: 'I contributed elsewhere' },
          { action: 'snooze', value: 'r2', label: 'Not this week' },
          { action: 'stop', value: 'r2', label: 'Stop these', style: 'danger' },
        ],
      },
    ),
  );
}

if (import.meta.main) {
  const sample = await startSampleChat({ port: Number(process.env['PORT'] ?? 3000) });
  await fillSampleChat(sample);
  console.log(`A sample chat that only echoes: ${sample.server.url}`);
}
