import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunningDemo } from '../../src/commands/run-demo.ts';
import { loadContent } from '../../src/content/load-content.ts';
import type { Lang } from '../../src/domain/words.ts';
import { PROMPTS, ROOT } from '../../src/paths.ts';
import type { BoardContribution, BoardStep, BoardView } from '../../src/ports/board-view.ts';
import type { Say } from '../../src/ports/content.ts';
import { createShiftedClock } from '../support/shifted-clock.ts';
import { launchBrowser } from './browser.ts';
import { type ChatPage, type ChatPageOptions, openChatPage } from './chat-page.ts';
import { startRunningDemo } from './running-demo.ts';

/** In Helsinki a Tuesday morning and the Wednesday after it, at ten: no holiday, no weekend, no quiet hours. */
const TUESDAY = new Date('2026-03-10T08:00:00Z');
const WEDNESDAY = new Date('2026-03-11T08:00:00Z');
const SCREENS = `${ROOT}/out/screens`;

const clock = createShiftedClock(TUESDAY);
let browser: Browser;
let demo: RunningDemo;
let say: Say;
let pages: ChatPage[] = [];

beforeAll(async () => {
  mkdirSync(SCREENS, { recursive: true });
  [browser, demo, { say }] = await Promise.all([launchBrowser(), startRunningDemo(clock), loadContent(PROMPTS)]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});
afterEach(async () => {
  const problems = pages.flatMap((it) => it.problems);
  await Promise.all(pages.map((it) => it.close()));
  pages = [];
  if (problems.length > 0) throw new Error(problems.join('\n'));
});

async function open(as: string, options: ChatPageOptions = {}): Promise<ChatPage> {
  const chat = await openChatPage(browser, demo.url, { as, ...options });
  pages.push(chat);
  return chat;
}

const shot = (chat: ChatPage, name: string): Promise<void> => chat.screenshot(`${SCREENS}/${name}.png`);

/** The first words of a phrase, up to what is filled in. */
const begins = (lang: Lang, key: string): string =>
  say(lang, key, { topic: '…', anonymous: 'yes', receipt: '…' }).split('…')[0]!.slice(0, 40);

/** Says a command in the channel and waits until Porras has answered it in private. */
async function command(chat: ChatPage, text: string, answer: string): Promise<void> {
  await chat.openPrivate();
  const before = await chat.page.locator('.main .message', { hasText: answer }).count();
  await chat.openChannel('kehittäminen');
  await chat.write(`/porras ${text}`);
  await chat.openPrivate();
  await expect.poll(() => chat.page.locator('.main .message', { hasText: answer }).count()).toBe(before + 1);
}

interface Place {
  step: BoardStep;
  contribution: BoardContribution;
}

/** Where a contribution stands on the board; null while it does not. */
async function placeOf(text: string): Promise<Place | null> {
  const { board } = (await (await fetch(`${demo.url}/api/board`)).json()) as { board: BoardView };
  for (const step of board.steps) {
    for (const contributions of [...step.subThemes.map((each) => each.contributions), step.unplaced]) {
      const contribution = contributions.find((each) => each.text === text);
      if (contribution) return { step, contribution };
    }
  }
  return null;
}

async function onBoard(text: string): Promise<Place> {
  let place: Place | null = null;
  const look = async () => (place = await placeOf(text));
  await expect.poll(look, { interval: 100 }).not.toBeNull();
  return place!;
}

/** Opens the board's stair and whatever theme holds a contribution by then, and gives what is shown of it. */
async function shownOnBoard(chat: ChatPage, { step, contribution }: Place) {
  const stair = await chat.stair(step.shortName);
  const own = chat.page.locator(`[data-contribution="${contribution.id}"]`);
  const shown = stair.locator(own);
  const summary = stair.locator('.sub-theme', { has: own }).locator('summary');
  const open = async () => {
    // It may move to another theme, and the board be drawn anew, while one looks.
    if (!(await shown.isVisible())) await summary.click({ timeout: 1_000 }).catch(() => undefined);
    return shown.isVisible();
  };
  await expect.poll(open, { timeout: 30_000, interval: 300 }).toBe(true);
  await shown.scrollIntoViewIfNeeded();
  return shown;
}

describe('someone who had been quiet in the sample', () => {
  const QUIET = 'secretary-05';

  it('finds the invitations of the weeks before in private, and the digests with their pictures in the channel', async () => {
    const chat = await open(QUIET, { locale: 'fi-FI' });
    await chat.page.locator('.places .badge').first().waitFor();
    await shot(chat, '1-channel');
    await chat.openPrivate();
    await expect
      .poll(() => chat.page.locator('.main .message', { hasText: begins('fi', 'nudge.how') }).count())
      .toBe(4);
    await shot(chat, '1-private');
    await chat.openChannel('kehittäminen');
    const pictures = chat.page.locator('.main .message .picture img');
    await expect.poll(() => pictures.count()).toBe(4);
    await pictures.last().scrollIntoViewIfNeeded();
    await expect.poll(() => pictures.last().evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(700);
    await shot(chat, '1-digest');
    await chat.board('Digests');
    await shot(chat, '1-board-digests');
    await chat.board('Themes');
    await shot(chat, '1-board-themes');
  });

  it('is not invited more than twice a fortnight, and is again when the first is a fortnight old', async () => {
    const [quiet, facilitator] = [await open(QUIET), await open('supervisor-01')];
    await quiet.openPrivate();
    const invitations = quiet.page.locator('.main .message', { hasText: begins('fi', 'nudge.how') });
    await expect.poll(() => invitations.count()).toBe(4);
    await command(facilitator, 'nudge', begins('fi', 'did.nudge-now'));
    expect(await invitations.count()).toBe(4);
    clock.moveTo(WEDNESDAY);
    await command(facilitator, 'nudge', begins('fi', 'did.nudge-now'));
    await expect.poll(() => invitations.count()).toBe(5);
    await shot(quiet, '2-invited');
    await shot(facilitator, '2-facilitator');
  });
});

describe.each([
  {
    lang: 'fi' as const,
    locale: 'fi-FI',
    who: 'secretary-05',
    answer: 'Opin matkalaskut yhdessä iltapäivässä, kun työkaveri antoi minun tehdä itse ja istui vieressä.',
  },
  {
    lang: 'sv' as const,
    locale: 'sv-SE',
    who: 'archive-02',
    answer: 'Det blev lugnare när vi skrev upp vem som svarar i telefonen på fredagar, så att ingen behöver gissa.',
  },
  {
    lang: 'en' as const,
    locale: 'en-GB',
    who: 'hr-02',
    answer: 'The same form lives in three folders; one shared place with clear names would save us an hour a week.',
  },
])('an answer in private, on a page in $lang', ({ lang, locale, who, answer }) => {
  it('is acknowledged, themed without a name, given back in the digest, and can be taken back everywhere', async () => {
    const [chat, facilitator] = [await open(who, { locale }), await open('supervisor-01', { locale })];
    await chat.openPrivate();
    await chat.message(begins(lang, 'nudge.how')).waitFor();
    const began = performance.now();
    await chat.write(answer);
    const place = await onBoard(answer);
    const themedMs = performance.now() - began;
    const heard = chat.message(begins(lang, 'heard.private'));
    await heard.waitFor();
    console.log(
      `${lang}: themed after ${Math.round(themedMs)} ms, acknowledged by ${Math.round(performance.now() - began)} ms`,
    );
    const shown = await shownOnBoard(chat, place);
    expect(await shown.textContent()).not.toContain(who);
    await shot(chat, `3-${lang}-answered`);

    await command(facilitator, 'digest', begins('fi', 'did.compose-digest'));
    await chat.openChannel('kehittäminen');
    const digest = chat.page.locator('.main .message', { has: chat.page.locator('.picture') }).last();
    await expect.poll(() => digest.textContent()).toContain(answer);
    expect(await digest.textContent()).toContain(place.step.name);
    expect(await digest.textContent()).not.toContain(who);
    await digest.getByText(answer).first().scrollIntoViewIfNeeded();
    await shot(chat, `4-${lang}-digest`);

    await chat.openPrivate();
    await chat.press(heard, say(lang, 'choice.withdraw'));
    await chat.message(begins(lang, 'withdraw.done')).waitFor();
    await shot(chat, `5-${lang}-taken-back`);
    await expect.poll(() => placeOf(answer)).toBeNull();
    await expect.poll(() => shown.count()).toBe(0);
    await chat.openChannel('kehittäminen');
    await expect.poll(() => digest.textContent()).not.toContain(answer);
    expect(await (await chat.board('Digests')).textContent()).not.toContain(answer);
    await shot(chat, `6-${lang}-gone`);
  });
});

describe('what one can do with what was said', () => {
  it('an anonymous answer goes through the form, is on the board, and is taken back with its code', async () => {
    const chat = await open('secretary-01', { locale: 'fi-FI' });
    const answer = 'Lomake kiertää neljän pöydän kautta, ennen kuin asiakas saa vastauksen.';
    await chat.press(chat.message(begins('fi', 'choice.answer-anonymously')), say('fi', 'choice.answer-anonymously'));
    await chat.form().getByRole('textbox').fill(answer);
    await shot(chat, '7-anonymous-form');
    await chat.form().locator('button[type=submit]').click();
    await chat.form().waitFor({ state: 'detached' });
    const place = await onBoard(answer);
    expect(place.contribution).toMatchObject({ author: null, ref: null });
    await chat.openPrivate();
    const receipt = chat.message(begins('fi', 'heard.anonymous'));
    await receipt.waitFor();
    const [code = ''] = /[0-9a-f]{4}-[0-9a-f]{4}/.exec((await receipt.textContent()) ?? '') ?? [];
    await shownOnBoard(chat, place);
    await shot(chat, '7-anonymous');
    await chat.write(`/porras ${say('fi', 'command.withdraw').split(',')[0]} ${code}`);
    await chat.message(begins('fi', 'withdraw.done')).waitFor();
    await expect.poll(() => placeOf(answer)).toBeNull();
  });

  it('a contribution is moved where it belongs, through the form, and says that a person did it', async () => {
    const chat = await open('comms-02');
    const text = 'Who answers customers in English when the one who usually does is on leave?';
    await chat.openThread(chat.message(begins('fi', 'choice.answer-anonymously')));
    await chat.write(text);
    const before = await onBoard(text);
    await chat.leaveThread();
    const target = before.step.key === 'needs' ? 'processes' : 'needs';
    const digest = chat.page.locator('.main .message', { has: chat.page.locator('.picture') }).last();
    await chat.press(digest, say('fi', 'choice.correct'));
    const [which, where] = [chat.form().locator('select').first(), chat.form().locator('select').last()];
    await which.selectOption(before.contribution.id);
    await where.selectOption(target);
    await shot(chat, '8-elsewhere-form');
    await chat.form().locator('button[type=submit]').click();
    await chat.form().waitFor({ state: 'detached' });
    await expect.poll(async () => (await placeOf(text))?.step.key).toBe(target);
    const after = (await placeOf(text))!;
    expect(after.contribution.by).toBe('person');
    await shownOnBoard(chat, after);
    await shot(chat, '8-elsewhere');
  });

  it('an idea is taken on through the form and announced, with its owner and date', async () => {
    const chat = await open('finance-01', { locale: 'fi-FI' });
    const text = 'Kirjaan varahenkilöt listalle, jonka kaikki löytävät';
    const digest = chat.page.locator('.main .message', { has: chat.page.locator('.picture') }).last();
    await chat.press(digest, say('fi', 'choice.commit'));
    await chat.form().locator('select').selectOption({ index: 1 });
    await chat.form().locator('input[type=text]').fill(text);
    await shot(chat, '9-commit-form');
    await chat.form().locator('button[type=submit]').click();
    await chat.form().waitFor({ state: 'detached' });
    await expect.poll(() => chat.message(text).textContent()).toContain('finance-01');
    await (await chat.board('Commitments')).getByText(text).waitFor();
    await shot(chat, '9-commit');
  });
});

describe('on a phone', () => {
  it('everything of the main path is within reach', async () => {
    const chat = await open('secretary-05', { locale: 'fi-FI', viewport: { width: 390, height: 800 }, touch: true });
    await chat.message(begins('fi', 'choice.answer-anonymously')).waitFor();
    // Pictures that come in later do not push what is newest out of sight.
    const fromEnd = () =>
      chat.page.locator('.messages').evaluate((it) => Math.round(it.scrollHeight - it.scrollTop - it.clientHeight));
    await expect
      .poll(() =>
        chat.page
          .locator('.main .message .picture img')
          .last()
          .evaluate((it: HTMLImageElement) => it.complete),
      )
      .toBe(true);
    await expect.poll(fromEnd).toBeLessThan(2);
    await shot(chat, 'phone-1-channel');
    const pictures = chat.page.locator('.main .message .picture img');
    await pictures.last().scrollIntoViewIfNeeded();
    await shot(chat, 'phone-2-digest');
    await chat.openPrivate();
    await chat.message(begins('fi', 'nudge.how')).waitFor();
    await shot(chat, 'phone-3-private');
    await chat.board('Themes');
    await shot(chat, 'phone-4-themes');
    await chat.stair('Osaaminen');
    await shot(chat, 'phone-5-stair');
    for (const tab of ['Digests', 'Rounds', 'Commitments'] as const) {
      await chat.board(tab);
      await shot(chat, `phone-6-${tab.toLowerCase()}`);
    }
    await chat.openChannel('kehittäminen');
    await chat.press(chat.message(begins('fi', 'choice.answer-anonymously')), say('fi', 'choice.answer-anonymously'));
    await chat.form().waitFor();
    await shot(chat, 'phone-7-form');
  });
});
