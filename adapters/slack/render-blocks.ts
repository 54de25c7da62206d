/** Block Kit, as much of it as Porras writes. */

export interface TextStyle {
  bold?: true;
  italic?: true;
  strike?: true;
  code?: true;
}

/** A run of text. Slack shows it letter for letter: mentions, emoji and links are elements of their own kinds. */
export type Inline = { style?: TextStyle } & (
  | { type: 'text'; text: string }
  | { type: 'link'; url: string; text: string }
);

export interface RichSection {
  type: 'rich_text_section';
  elements: Inline[];
}

export interface RichList {
  type: 'rich_text_list';
  style: 'bullet' | 'ordered';
  indent: number;
  /** Numbers begin after it. */
  offset?: number;
  border?: 1;
  elements: RichSection[];
}

export type RichElement =
  | RichSection
  | RichList
  | { type: 'rich_text_quote'; elements: Inline[] }
  | { type: 'rich_text_preformatted'; elements: Inline[]; border?: 1 };

export interface PlainText {
  type: 'plain_text';
  text: string;
  emoji: false;
}

export interface Button {
  type: 'button';
  action_id: string;
  value?: string;
  text: PlainText;
  style?: 'primary' | 'danger';
  confirm?: { title: PlainText; text: PlainText; confirm: PlainText; deny: PlainText };
}

export type RichText = { type: 'rich_text'; elements: RichElement[] };
export type Block =
  | RichText
  | { type: 'header'; text: PlainText }
  | { type: 'section'; text: PlainText }
  | { type: 'context'; elements: PlainText[] }
  | { type: 'divider' }
  | { type: 'image'; slack_file: { id: string }; alt_text: string }
  | { type: 'actions'; elements: Button[] };

/** @source docs.slack.dev/reference/block-kit */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  header: 150,
  section: 3_000,
  altText: 2_000,
  url: 3_000,
  buttons: 25,
  buttonText: 75,
  buttonValue: 2_000,
} as const;

/** Text without formatting: emoji codes of people stay the letters that they wrote. */
export const plainText = (text: string): PlainText => ({ type: 'plain_text', text, emoji: false });

export const richText = (...elements: RichElement[]): RichText => ({ type: 'rich_text', elements });
export const section = (...elements: Inline[]): RichSection => ({ type: 'rich_text_section', elements });
