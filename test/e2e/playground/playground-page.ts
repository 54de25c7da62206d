import type { Browser, Locator, Page } from 'playwright-core';
import { BOT, TEAM } from './team.ts';

/** The Agents Playground in a browser, as the one person who sits before it uses it. */
export interface PlaygroundPage {
  page: Page;
  /** Errors of its scripts. */
  problems: string[];
  openPrivate(): Promise<void>;
  openChannel(name: string): Promise<void>;
  /** Writes in the private chat. */
  tell(text: string): Promise<void>;
  /** Begins a thread in the channel that is open; calls Porras by name, since the Playground delivers nothing else. */
  post(text: string): Promise<void>;
  /** Answers in the thread of a card, calling Porras by name. */
  reply(card: Locator, text: string): Promise<void>;
  /** Cards with this text of the place that is open, as they stand there. */
  cards(text: string): Locator;
  /** The newest of them. */
  card(text: string): Locator;
  press(card: Locator, label: string): Promise<void>;
  fill(form: Locator, label: string, value: string): Promise<void>;
  /** Picks from a list. */
  pick(form: Locator, label: string, option: string): Promise<void>;
  /** Picks a person in one of the fields that ask for people, by its place among them. */
  pickPerson(form: Locator, index: number, name: string): Promise<void>;
  /** Lets the Playground say something of the place that is open, by what "Mock an Activity" calls it. */
  mock(activity: string): Promise<void>;
  close(): Promise<void>;
}

/** One page a Playground: it tells of its places only once, and only to the first. */
export async function openPlayground(browser: Browser, url: string): Promise<PlaygroundPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 1200 },
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(url);
  await page.getByText('Connected.').first().waitFor();
  await page.getByRole('button', { name: 'Hide log panel' }).click();

  const callByName = async (): Promise<void> => {
    await page.keyboard.type('@');
    await page.getByRole('menuitem', { name: BOT.name }).click();
  };
  let isPrivate = true;
  const cards = (text: string): Locator => page.locator('.ac-adaptiveCard').filter({ hasText: text });

  return {
    page,
    problems,
    async openPrivate() {
      await page.getByRole('treeitem', { name: /^Personal Chat/ }).click();
      isPrivate = true;
    },
    async openChannel(name) {
      await page.getByRole('treeitem', { name: `${TEAM} - ${name}` }).click();
      isPrivate = false;
    },
    async tell(text) {
      await page.getByRole('textbox').last().click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    async post(text) {
      await page.getByRole('textbox').first().click();
      await callByName();
      await page.keyboard.type(` ${text}`);
      await page.getByRole('button', { name: 'Post' }).click();
    },
    async reply(card, text) {
      const thread = page.getByRole('group').filter({ has: card });
      await thread.getByRole('textbox').last().click();
      await callByName();
      await page.keyboard.type(` ${text}`);
      await thread.getByRole('button', { name: 'Send Message' }).click();
    },
    cards,
    // In a channel what is newest stands on top.
    card: (text) => (isPrivate ? cards(text).last() : cards(text).first()),
    async press(card, label) {
      await card.getByRole('button', { name: label, exact: true }).click();
    },
    async fill(form, label, value) {
      const field = form.getByLabel(label);
      // The Playground draws a card anew, empty, when the pointer first comes to it.
      await field.hover();
      await field.fill(value);
    },
    async pick(form, label, option) {
      await form.getByRole('combobox', { name: label }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    async pickPerson(form, index, name) {
      await form.getByRole('combobox', { name: 'People Picker' }).nth(index).click();
      // It finds nobody by more than one word.
      await page.keyboard.insertText(name.split(' ')[0] ?? '');
      await page.getByRole('option', { name }).click();
    },
    async mock(activity) {
      await page.getByRole('button', { name: 'Mock an Activity' }).click();
      await page.getByRole('menuitem').getByText(activity, { exact: true }).click();
      await page.getByRole('button', { name: 'Send activity' }).click();
    },
    close: () => context.close(),
  };
}
