import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { loadContent } from '../../src/content/load-content.ts';
import { PROMPTS, ROOT } from '../../src/paths.ts';
import type { Say } from '../../src/ports/content.ts';
import { createShiftedClock } from '../support/shifted-clock.ts';
import { launchBrowser } from './browser.ts';
import { openChatPage } from './chat-page.ts';
import { type RunningChat, startEmptyChat } from './running-demo.ts';

const SCREENS = `${ROOT}/out/screens`;
/** A Monday in Helsinki, half past eight: the first question is due at eight. */
const MONDAY = new Date('2026-03-09T06:30:00Z');

let browser: Browser;
let chat: RunningChat;
let say: Say;
beforeAll(async () => {
  mkdirSync(SCREENS, { recursive: true });
  [browser, chat, { say }] = await Promise.all([
    launchBrowser(),
    startEmptyChat(createShiftedClock(MONDAY)),
    loadContent(PROMPTS),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await chat?.stop();
});

it('where nothing has been asked yet, a form makes an inquiry, shows what would be said, and starts it', async () => {
  const [maija, pekka] = [
    await openChatPage(browser, chat.url, { as: 'Maija Korpi' }),
    await openChatPage(browser, chat.url, { as: 'Pekka Salo' }),
  ];
  await maija.page.getByText('/porras new').first().waitFor();
  await maija.screenshot(`${SCREENS}/new-1-empty.png`);
  await maija.write('/porras new');
  const form = maija.form();
  await form.getByLabel(say('en', 'create.topic')).fill('Fridays in the *half-empty* office');
  await maija.screenshot(`${SCREENS}/new-2-form.png`);
  await form.getByLabel(say('en', 'create.programme')).selectOption('weekly-reflection');
  await form.getByLabel('Pekka Salo').first().check();
  await form.locator('button[type=submit]').scrollIntoViewIfNeeded();
  await maija.screenshot(`${SCREENS}/new-3-form-end.png`);
  await form.locator('button[type=submit]').click();
  await form.waitFor({ state: 'detached' });

  await maija.openPrivate();
  const preview = maija.message(say('en', 'preview.nothing-yet'));
  await preview.waitFor();
  expect(await preview.textContent()).toContain('Fridays in the *half-empty* office');
  await maija.screenshot(`${SCREENS}/new-4-preview.png`);
  expect(await pekka.page.locator('.main .message').count()).toBe(0);

  await maija.press(preview, say('en', 'choice.start-inquiry'));
  await pekka.message(say('en', 'choice.answer-anonymously')).waitFor();
  expect(await pekka.page.locator('.main .message').count()).toBe(2);
  await pekka.page.locator('.board-header', { hasText: 'Fridays in the *half-empty* office' }).waitFor();
  await pekka.screenshot(`${SCREENS}/new-5-started.png`);

  await pekka.openThread(pekka.message(say('en', 'choice.answer-anonymously')));
  await pekka.write('We wrote down whose turn it is, and nobody has had to guess since.');
  await pekka.message('whose turn it is').locator('.reactions').waitFor();
  await expect.poll(() => pekka.page.locator('.thread').textContent()).toContain('🌱');
  await pekka.leaveThread();
  await pekka.page.locator('.board-header', { hasText: '1 contribution' }).waitFor();
  await pekka.screenshot(`${SCREENS}/new-6-answered.png`);
  expect([...maija.problems, ...pekka.problems]).toEqual([]);
});
