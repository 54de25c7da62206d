import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { openChatPage } from './chat-page.ts';
import { fillSampleChat, type SampleChat, say, startSampleChat } from './sample-chat.ts';

let browser: Browser;
let sample: SampleChat;
beforeAll(async () => {
  browser = await launchBrowser();
  sample = await startSampleChat();
  await fillSampleChat(sample);
});
afterAll(async () => {
  await browser.close();
  await sample.stop();
});

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What WCAG 2.2 A and AA say against the page, as far as a program can tell. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'));
  const results = await page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: typeof axe };
    return run.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
  });
  return results.violations.flatMap((it) =>
    it.nodes.map((node) => `${it.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 380, height: 760 };

describe.each([
  { name: 'desktop, light', viewport: DESKTOP, colorScheme: 'light' as const, touch: false },
  { name: 'desktop, dark', viewport: DESKTOP, colorScheme: 'dark' as const, touch: false },
  { name: 'phone, light', viewport: PHONE, colorScheme: 'light' as const, touch: true },
  { name: 'phone, dark', viewport: PHONE, colorScheme: 'dark' as const, touch: true },
])('on a $name', ({ viewport, colorScheme, touch }) => {
  it('everyone can read and reach everything, and nothing runs over the edge', async () => {
    const chat = await openChatPage(browser, sample.server.url, { viewport, colorScheme, touch });
    const { page } = chat;
    const found: string[] = [];
    const look = async (where: string): Promise<void> => {
      found.push(...(await faults(page)).map((it) => `${where}: ${it}`));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) found.push(`${where}: ${over} px too wide`);
    };
    await page.locator('.picker').waitFor();
    await look('picker');
    await chat.be('Maija Korpi');
    await chat.message('Round 2').waitFor();
    await look('channel');
    await chat.write('/porras help');
    await chat.message('Only you see this').first().waitFor();
    await chat.openPrivate();
    await chat.message('you have not been heard').waitFor();
    await look('private');
    await chat.stair('Competence');
    await look('stairs');
    for (const tab of ['Digests', 'Rounds', 'Commitments'] as const) {
      await chat.board(tab);
      await look(tab);
    }
    await sample.platform.openForm('web:person/maija', '', (await import('./sample-chat.ts')).FORM);
    await chat.form().waitFor();
    await look('form');
    await page.keyboard.press('Escape');
    await chat.form().waitFor({ state: 'detached' });
    await chat.close();
    expect(found).toEqual([]);
  });
});

it.each([
  ['fi-FI', 'Kuka haluat olla?', 'fi'],
  ['sv-SE', 'Vem vill du vara?', 'sv'],
  ['de-DE', 'Who would you like to be?', 'en'],
])('a browser of %s reads "%s"', async (locale, heading, lang) => {
  const chat = await openChatPage(browser, sample.server.url, { locale });
  await chat.page.getByRole('heading', { name: heading }).waitFor();
  expect(await chat.page.evaluate(() => document.documentElement.lang)).toBe(lang);
  await chat.page.getByRole('button', { name: 'FI', exact: true }).click();
  await chat.page.getByRole('heading', { name: 'Kuka haluat olla?' }).waitFor();
  await chat.close();
});

it('what is said while the page is still reading is there in the end', async () => {
  const chat = await openChatPage(browser, sample.server.url);
  let held = false;
  await chat.page.route(/\/api\/messages\?.*channel/, async (route) => {
    const read = await route.fetch();
    if (!held) {
      held = true;
      await sample.platform.post('web:channel/office', say('said in between'));
      // The page asks for the board once it has heard of all that was told before.
      const heard = chat.page.waitForRequest(/\/api\/board/);
      sample.platform.notifyBoardChanged();
      await heard;
    }
    await route.fulfill({ response: read });
  });
  // The form is read when the messages have been.
  const done = chat.page.waitForResponse(/\/api\/form/);
  await chat.be('Maija Korpi');
  await done;
  await chat.page.evaluate(() => new Promise(requestAnimationFrame));
  expect(held).toBe(true);
  expect(await chat.message('said in between').isVisible()).toBe(true);
  await chat.close();
});

it('with the keyboard alone one can become somebody, write, and react', async () => {
  const chat = await openChatPage(browser, sample.server.url);
  const { page } = chat;
  await page.locator('.picker input').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.main .composer textarea').focus();
  await page.keyboard.type('without a mouse');
  await page.keyboard.press('Enter');
  await chat.message('without a mouse').locator('.reactions').waitFor();
  // Back from the composer to the newest message, whose tools are the last things to stop at before it.
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Shift+Tab');
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    if (label === 'React') break;
  }
  await page.keyboard.press('Enter');
  await chat.message('without a mouse').getByRole('button', { name: 'React with 👏' }).focus();
  await page.keyboard.press('Enter');
  await chat.message('without a mouse').locator('.reactions', { hasText: '👏' }).waitFor();
  expect(sample.events.slice(-2)).toMatchObject([{ text: 'without a mouse' }, { type: 'reaction-added', emoji: '👏' }]);
  await chat.close();
});
