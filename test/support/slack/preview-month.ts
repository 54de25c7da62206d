/**
 * What Porras says in Slack, as a page and as pictures to look at:
 * `node test/support/slack/preview-month.ts FOLDER [BROWSER]`. Without a browser (the path of a Chromium) only the page.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Place } from '../../flow/support/slack-place.ts';
import { liveAMonth } from '../../flow/support/slack-month.ts';
import { htmlOf, pageOf } from './preview-html.ts';
import type { SeenMessage } from './see.ts';
import type { Slack } from './start-slack.ts';

interface Sheet {
  id: string;
  name: string;
  html: string;
}

const [folder = 'preview', browser] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const { world, places } = await liveAMonth();
const sheets = places.flatMap(({ place, trace }) => [
  ...sheetsOf(world.slack, place),
  ...trace.homes.map(({ who, blocks }, index) => ({
    id: `${place.seed.name}-home-${index}`,
    name: `home of ${who}`,
    html: htmlOf(blocks),
  })),
]);
await world.close();
const page = join(folder, 'index.html');
await writeFile(page, pageOf(sheets));
if (browser) await photograph(sheets, browser);

/** The first message of each kind, told apart by its buttons and where it stands; and every modal once. */
function sheetsOf(slack: Slack, { seed, channel, users, modals }: Place): Sheet[] {
  const files = slack.files(seed.team);
  const ofEach = new Map<string, Sheet>();
  const add = (id: string, name: string, html: string) => {
    if (!ofEach.has(id)) ofEach.set(id, { id: `${seed.name}-${id}`.replaceAll(/[^\w-]+/g, '-'), name, html });
  };
  const show = (messages: readonly SeenMessage[], where: string) => {
    for (const each of messages.filter((one) => one.byBot)) {
      const buttons = each.actions.map(({ actionId }) => actionId.split(':')[1]).join('-');
      const day = buttons.includes('fix-theme') ? new Date(Number(each.ts) * 1_000).toISOString().slice(0, 10) : '';
      add(`${where}-${buttons || each.text.slice(0, 20)}${day}`, where, htmlOf(each.blocks, files));
    }
  };
  show(slack.messages(seed.team, channel), 'channel');
  for (const { name, lang } of seed.people) show(slack.dms(seed.team, users[name] ?? ''), `private-${lang}`);
  for (const { view } of modals)
    add(
      `modal-${view.callbackId}-${view.title}`,
      `modal: ${view.title}`,
      `${htmlOf(view.blocks)}<div class="actions"><button class="primary">${view.submit}</button></div>`,
    );
  return [...ofEach.values()];
}

async function photograph(all: readonly Sheet[], executablePath: string): Promise<void> {
  const opened = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const view = await opened.newPage({ viewport: { width: 720, height: 900 }, deviceScaleFactor: 1 });
  await view.goto(pathToFileURL(resolve(page)).href);
  for (const { id } of all) await view.locator(`[id="${id}"]`).screenshot({ path: join(folder, `${id}.png`) });
  await opened.close();
}
