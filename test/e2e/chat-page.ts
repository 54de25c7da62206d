import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { pickLang, WORDS } from '../../adapters/web/page/words/index.ts';

export interface ChatPageOptions {
  /** Name of the person to be. */
  as?: string;
  locale?: string;
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  touch?: boolean;
}

const TABS = { Themes: 'themes', Digests: 'digests', Rounds: 'rounds', Commitments: 'commitments' } as const;

/** The chat page in a browser, in the words of whoever uses it, whatever the language of its buttons. */
export interface ChatPage {
  page: Page;
  context: BrowserContext;
  /** Problems that the browser saw: errors of scripts, blocked or failed requests. */
  problems: string[];
  be: (name: string) => Promise<void>;
  openChannel: (name: string) => Promise<void>;
  openPrivate: () => Promise<void>;
  /** Writes where one is: in the thread that is open, or the conversation. */
  write: (text: string) => Promise<void>;
  /** A message of the conversation, or of the open thread, by a part of its text; the newest if several have it. */
  message: (text: string | RegExp) => Locator;
  /** Buttons of Porras's under a message. */
  press: (message: Locator, label: string) => Promise<void>;
  react: (message: Locator, emoji: string) => Promise<void>;
  openThread: (message: Locator) => Promise<void>;
  leaveThread: () => Promise<void>;
  edit: (message: Locator, text: string) => Promise<void>;
  remove: (message: Locator) => Promise<void>;
  /** The dialog of the form that is open. */
  form: () => Locator;
  board: (tab: keyof typeof TABS) => Promise<Locator>;
  /** Opens a stair of the board by its short name and gives it. */
  stair: (name: string) => Promise<Locator>;
  unreadPrivate: () => Promise<number>;
  screenshot: (path: string) => Promise<void>;
  close: () => Promise<void>;
}

export async function openChatPage(browser: Browser, url: string, options: ChatPageOptions = {}): Promise<ChatPage> {
  const { locale = 'en-GB', viewport = { width: 1440, height: 900 }, colorScheme = 'light', touch = false } = options;
  const context = await browser.newContext({
    locale,
    viewport,
    colorScheme,
    hasTouch: touch,
    isMobile: touch,
    timezoneId: 'Europe/Helsinki',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { hostname } = new URL(request.url());
    if (hostname !== new URL(url).hostname) problems.push(`request to elsewhere: ${request.url()}`);
  });
  await page.goto(url);

  const words = WORDS[pickLang([locale])];
  const thread = page.locator('.thread');
  const here = async (): Promise<Locator> => ((await thread.isVisible()) ? thread : page.locator('.main'));
  const showMenu = async (): Promise<void> => {
    const menu = page.locator('.view-bar [data-to=menu]');
    if (await menu.isVisible()) await menu.click();
  };
  const tool = async (message: Locator, name: string): Promise<void> => {
    await message.hover();
    await message.getByRole('button', { name, exact: true }).click();
  };

  const chat: ChatPage = {
    page,
    context,
    problems,
    async be(name) {
      if (await page.locator('.sidebar').count()) {
        await showMenu();
        await page.locator('.me button').click();
      }
      await page.locator('.picker input').fill(name);
      await page
        .locator('.people button')
        .filter({ has: page.locator('strong', { hasText: new RegExp(`^${escape(name)}$`) }) })
        .click();
      await page.locator('.me').waitFor({ state: 'attached' });
    },
    async openChannel(name) {
      await showMenu();
      await page.locator('.places button').filter({ hasText: name }).first().click();
    },
    async openPrivate() {
      await showMenu();
      await page.locator('.places').last().locator('button').click();
    },
    async write(text) {
      const box = (await here()).locator('.composer textarea');
      await box.fill(text);
      await box.press('Enter');
    },
    message(text) {
      return page.locator('.message').filter({ hasText: text }).last();
    },
    async press(message, label) {
      await message.locator('.choices').getByRole('button', { name: label, exact: true }).click();
    },
    async react(message, emoji) {
      await tool(message, words.react);
      await message.getByRole('button', { name: words.reactWith(emoji) }).click();
    },
    async openThread(message) {
      await tool(message, words.reply);
      await thread.waitFor();
    },
    async leaveThread() {
      await thread.getByRole('button', { name: words.back }).click();
    },
    async edit(message, text) {
      await tool(message, words.edit);
      const editor = page.locator('.editor textarea');
      await editor.fill(text);
      await editor.press('Enter');
      await page.locator('.editor').waitFor({ state: 'detached' });
    },
    async remove(message) {
      page.once('dialog', (dialog) => void dialog.accept());
      await tool(message, words.remove);
    },
    form: () => page.locator('dialog.form-dialog'),
    async board(tab) {
      if (await thread.isVisible()) await chat.leaveThread();
      const show = page.locator('.view-bar [data-to=side]');
      if (await show.isVisible()) await show.click();
      await page.getByRole('tab', { name: words[TABS[tab]] }).click();
      return page.locator('.board-body');
    },
    async stair(name) {
      const body = await chat.board('Themes');
      const stair = body.locator('.stair').filter({ has: page.locator('.stair-name', { hasText: name }) });
      const head = stair.locator('.stair-head');
      if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
      return stair;
    },
    async unreadPrivate() {
      const badge = page.locator('.places').last().locator('.badge');
      return (await badge.count()) === 0 ? 0 : Number(await badge.textContent());
    },
    async screenshot(path) {
      await page.screenshot({ path });
    },
    close: () => context.close(),
  };
  if (options.as !== undefined) await chat.be(options.as);
  return chat;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
