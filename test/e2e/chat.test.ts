import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryChatLog } from '../../adapters/web/index.ts';
import { launchBrowser } from './browser.ts';
import { type ChatPage, type ChatPageOptions, openChatPage } from './chat-page.ts';
import { fillSampleChat, say, type SampleChat, startSampleChat } from './sample-chat.ts';

let browser: Browser;
let sample: SampleChat;
let pages: ChatPage[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  sample = await startSampleChat();
  await fillSampleChat(sample);
});
afterEach(async () => {
  await Promise.all(pages.map((it) => it.close()));
  pages = [];
  await sample.stop();
});

const open = async (as: string, options: ChatPageOptions = {}): Promise<ChatPage> => {
  const chat = await openChatPage(browser, sample.server.url, { as, ...options });
  pages.push(chat);
  return chat;
};
const problems = (): string[] => pages.flatMap((it) => it.problems);

describe('a conversation in the browser', () => {
  it('goes between people as it happens: write, answer, react, edit, delete', async () => {
    const [maija, pekka] = [await open('Maija Korpi'), await open('Pekka Salo')];
    await pekka.write('I keep a list of who knows what.');
    await maija.message('who knows what').waitFor();
    await maija.message('🌱').waitFor();

    await maija.react(maija.message('who knows what'), '👏');
    await pekka.message('who knows what').locator('.reactions', { hasText: '👏' }).waitFor();

    await maija.openThread(maija.message('who knows what'));
    await maija.write('Could I have a copy?');
    await pekka.page.locator('.main .replies', { hasText: '1 reply' }).click();
    await pekka.message('Could I have a copy?').waitFor();
    await pekka.leaveThread();

    await pekka.edit(pekka.message('who knows what'), 'I keep a page of who knows what.');
    await maija.page.locator('.main .said', { hasText: 'a page of who' }).waitFor();
    await pekka.write('a slip');
    await maija.message('a slip').waitFor();
    await pekka.remove(pekka.message('a slip'));
    await maija.message('a slip').waitFor({ state: 'detached' });

    const types = sample.events.map((it) => it.type);
    expect(types).toEqual([
      'message-posted',
      'reaction-added',
      'message-posted',
      'message-edited',
      'message-posted',
      'message-deleted',
    ]);
    expect(sample.events[2]).toMatchObject({
      threadRef: sample.events[0]?.type === 'message-posted' ? sample.events[0].ref : '',
    });
    expect(problems()).toEqual([]);
  });

  it('shows what people write as text, whatever it looks like', async () => {
    const pekka = await open('Pekka Salo');
    const text = '<img src=x onerror=alert(1)> **not bold** [link](https://example.invalid)';
    await pekka.write(text);
    await pekka.message('not bold').waitFor();
    expect(await pekka.message('not bold').locator('.said').textContent()).toBe(text);
    await sample.platform.post(
      'web:channel/office',
      say('<b id="evil">x</b> ![p](https://example.invalid/p.png) **bold**'),
    );
    const said = pekka.message('bold').last();
    await said.locator('strong', { hasText: /^bold$/ }).waitFor();
    expect(await said.locator('#evil, img').count()).toBe(0);
    expect(problems()).toEqual([]);
  });

  it('Enter sends, Shift+Enter starts a new line, and an unknown command is not sent', async () => {
    const pekka = await open('Pekka Salo');
    const box = pekka.page.locator('.main .composer textarea');
    await box.fill('one');
    await box.press('Shift+Enter');
    await box.pressSequentially('two');
    await box.press('Enter');
    await pekka.message('two').waitFor();
    expect(sample.events).toMatchObject([{ type: 'message-posted', text: 'one\ntwo' }]);
    await pekka.write('/remind me');
    await pekka.page.getByRole('alert').waitFor();
    expect(sample.events).toHaveLength(1);
  });
});

describe('privately', () => {
  it('a nudge is counted, read and answered by its person, and unknown to others', async () => {
    const [maija, pekka] = [await open('Maija Korpi'), await open('Pekka Salo')];
    await maija.page.locator('.places .badge').waitFor();
    expect(await maija.unreadPrivate()).toBe(1);
    expect(await pekka.unreadPrivate()).toBe(0);
    await maija.openPrivate();
    await maija.press(maija.message('you have not been heard'), 'Not this week');
    await maija.message('You pressed snooze').waitFor();
    expect(sample.events.find((it) => it.type === 'choice-pressed')).toMatchObject({
      action: 'snooze',
      value: 'r2',
      place: { private: true },
    });
    expect(await maija.unreadPrivate()).toBe(0);
    await pekka.openPrivate();
    expect(await pekka.page.locator('.main .message').count()).toBe(0);
  });

  it('a whisper in the channel says that only I see it', async () => {
    const [maija, pekka] = [await open('Maija Korpi'), await open('Pekka Salo')];
    await maija.write('/porras help');
    await maija.message('Only you see this').waitFor();
    await pekka.write('something after it');
    await pekka.message('something after it').waitFor();
    expect(await pekka.message('Only you see this').count()).toBe(0);
  });
});

describe('forms', () => {
  it('open over the page, check what is missing, and send every field', async () => {
    const maija = await open('Maija Korpi');
    await maija.write('/porras new');
    const form = maija.form();
    await form.waitFor();
    await form.getByLabel('Topic').fill('Fridays & <phones>');
    await form.getByLabel('Why now').fill('Because\nof holidays');
    await form.getByLabel('Language').selectOption('en');
    await form.getByLabel('Owner').selectOption({ label: 'Olli Niemi' });
    await form.getByRole('button', { name: 'Preview' }).click();
    await form.getByText('Choose at least one.').waitFor();
    await form.getByLabel('Pekka Salo').check();
    await form.getByLabel('Maija Korpi').check();
    await form.getByRole('button', { name: 'Preview' }).click();
    await form.waitFor({ state: 'detached' });
    expect(sample.events.at(-1)).toMatchObject({
      type: 'form-submitted',
      context: 'from the command',
      answers: {
        topic: 'Fridays & <phones>',
        why: 'Because\nof holidays',
        starts: '2026-11-30',
        quiet: '17:00',
        language: 'en',
        owner: 'web:person/olli',
        facilitators: 'web:person/maija,web:person/pekka',
      },
    });
  });

  it('closed with Escape stay closed', async () => {
    const maija = await open('Maija Korpi');
    await maija.write('/porras new');
    await maija.form().waitFor();
    await maija.page.keyboard.press('Escape');
    await maija.form().waitFor({ state: 'detached' });
    await maija.page.reload();
    await maija.message('Round 2').waitFor();
    expect(await maija.form().count()).toBe(0);
  });
});

describe('when the server fails', () => {
  it('a message that could not be stored waits, survives a reload, and arrives once', async () => {
    const pekka = await open('Pekka Salo');
    await pekka.message('Round 2').waitFor();
    sample.down = true;
    await pekka.write('written in bad weather');
    await pekka.message('written in bad weather').getByText('trying again').waitFor();
    await pekka.page.reload();
    await pekka.message('written in bad weather').waitFor();
    sample.down = false;
    await pekka.message('🌱').waitFor();
    await pekka.page.locator('.pending').waitFor({ state: 'detached' });
    expect(sample.events.map((it) => it.type)).toEqual(['message-posted']);
    expect(await pekka.page.locator('.main .message', { hasText: 'bad weather' }).count()).toBe(1);
  });

  it('the page finds a server that was started anew, with what was said meanwhile', async () => {
    await sample.stop();
    const log = createMemoryChatLog();
    sample = await startSampleChat({ log });
    const { port } = sample.server;
    const pekka = await open('Pekka Salo');
    await pekka.write('before');
    await pekka.message('before').waitFor();
    await sample.stop();
    await pekka.write('while it was away');
    await pekka.page.getByText('Connecting again').waitFor();
    sample = await startSampleChat({ log, port });
    await sample.platform.post('web:channel/office', say('said by Porras meanwhile'));
    await pekka.message('said by Porras meanwhile').waitFor();
    await pekka.message('🌱').filter({ hasText: 'while it was away' }).waitFor();
    expect(sample.events.map((it) => (it.type === 'message-posted' ? it.text : it.type))).toEqual([
      'while it was away',
    ]);
  });
});

describe('the board', () => {
  it('shows stairs, sub-themes and contributions, digests with their picture, rounds and commitments', async () => {
    const maija = await open('Maija Korpi');
    const stair = await maija.stair('Competence');
    await stair.locator('.sub-theme summary', { hasText: 'Knowing who knows what' }).click();
    await stair
      .locator('.contributions', { hasText: 'A page with what each of us likes to be asked about.' })
      .waitFor();
    const digests = await maija.board('Digests');
    const picture = digests.locator('img');
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(800);
    await (await maija.board('Rounds')).getByText('4 of 12 answered').waitFor();
    await (await maija.board('Commitments')).getByText('they want one form').waitFor();
    await maija.page.keyboard.press('ArrowRight');
    expect(await maija.page.getByRole('tab', { name: 'Themes' }).getAttribute('aria-selected')).toBe('true');
    expect(problems()).toEqual([]);
  });

  it('is read again when it has changed', async () => {
    await sample.stop();
    let week = 2;
    const { SAMPLE_BOARD } = await import('./sample-board.ts');
    sample = await startSampleChat({
      board: async () => ({ ...SAMPLE_BOARD, inquiry: { ...SAMPLE_BOARD.inquiry, week } }),
    });
    const maija = await open('Maija Korpi');
    await maija.page.getByText('Week 2 of 6').waitFor();
    week = 3;
    sample.platform.notifyBoardChanged();
    await expect.poll(() => maija.page.locator('.board-header').textContent()).toContain('Week 3 of 6');
  });
});

it('a link to a message goes to it, also to a reply in a thread', async () => {
  const pekka = await open('Pekka Salo');
  await pekka.openThread(pekka.message('Round 2'));
  await pekka.write('an answer to be linked to');
  await pekka.message('an answer to be linked to').locator('.reactions').waitFor();
  const event = sample.events[0];
  const link = await sample.platform.permalink(event?.type === 'message-posted' ? event.ref : '');
  await pekka.page.goto(sample.server.url + new URL(link ?? '').search);
  const shown = pekka.page.locator('.thread .message[data-highlight=true]');
  await expect.poll(() => shown.textContent()).toContain('an answer to be linked to');
});
