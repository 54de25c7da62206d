/** Adaptive Cards 1.5, as much of them as Porras writes. */

export interface TextBlock {
  type: 'TextBlock';
  text: string;
  wrap: true;
  id?: string;
  style?: 'heading';
  size?: 'Small' | 'Medium' | 'Large';
  weight?: 'Bolder';
  isSubtle?: true;
  spacing?: Spacing;
}

/** Text without Markdown: shown letter for letter on every client. */
export interface TextRun {
  type: 'TextRun';
  text: string;
  size?: 'Medium' | 'Large';
  weight?: 'Bolder';
  italic?: true;
  strikethrough?: true;
  fontType?: 'Monospace';
  selectAction?: { type: 'Action.OpenUrl'; url: string };
}

export interface RichTextBlock {
  type: 'RichTextBlock';
  inlines: TextRun[];
  spacing?: Spacing;
}

export type Spacing = 'None' | 'Small' | 'Medium';

export interface Submit {
  type: 'Action.Submit';
  title: string;
  data: Record<string, unknown>;
  style?: 'positive' | 'destructive';
  tooltip?: string;
  associatedInputs?: 'none';
}

export interface Execute extends Omit<Submit, 'type'> {
  type: 'Action.Execute';
  verb: string;
  /** For clients that know no Action.Execute. */
  fallback: Submit;
}

export interface Image {
  type: 'Image';
  url: string;
  altText: string;
  size: 'Stretch';
  msteams: { allowExpand: true };
}

export interface Input {
  type: 'Input.Text' | 'Input.Date' | 'Input.Time' | 'Input.ChoiceSet';
  id: string;
  label: string;
  isRequired: boolean;
  errorMessage?: string;
  value?: string;
  isMultiline?: true;
  maxLength?: number;
  style?: 'compact' | 'filtered';
  isMultiSelect?: boolean;
  choices?: { title: string; value: string }[];
  'choices.data'?: { type: 'Data.Query'; dataset: string };
}

export type Text = TextBlock | RichTextBlock;
export type Element =
  | Text
  | Image
  | Input
  | { type: 'ColumnSet'; columns: Column[]; spacing?: Spacing }
  | { type: 'Container'; style?: 'emphasis'; separator?: true; spacing?: Spacing; items: Element[] }
  | { type: 'ActionSet'; actions: Execute[] };

export interface Column {
  type: 'Column';
  width: 'auto' | 'stretch';
  items: Element[];
}

/**
 * Has whoever looks at a card ask for their own. Nobody is named in it: clients then ask by themselves where at most 60
 * people are, and elsewhere when they are told to ("Refresh" in the menu of the message).
 * @source learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views
 */
export interface Refresh {
  action: { type: 'Action.Execute'; title: string; verb: typeof VIEW_VERB; data: Record<string, never> };
}

/** The verb of who asks for their view of a card. */
export const VIEW_VERB = 'porras-view';

export const REFRESH: Refresh = {
  action: { type: 'Action.Execute', title: 'Porras', verb: VIEW_VERB, data: {} },
};

export interface AdaptiveCard {
  type: 'AdaptiveCard';
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  version: '1.5';
  lang?: string;
  speak: string;
  fallbackText: string;
  refresh?: Refresh;
  body: Element[];
  msteams: { width: 'Full' };
}

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/**
 * Sizes are in characters as JSON: a message of Teams's may have 100 KB in UTF-16, and is surely delivered up to 80 KB;
 * pictures as Base64 do not count, and may have 1 MB and 1,024 pixels on each side.
 * @source learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages and …/bots/build-conversational-capability
 */
export const LIMITS = {
  message: 40_000,
  picture: 1_000_000,
  pictureSide: 1_024,
  /** Teams shows no more in a row. */
  actions: 6,
  actionTitle: 80,
  actionData: 2_000,
  altText: 1_000,
  url: 2_000,
} as const;

export const sizeOf = (value: unknown): number => JSON.stringify(value).length;

export const cardOf = (body: Element[], plain: string, lang?: string): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  ...(lang && { lang }),
  speak: plain,
  fallbackText: plain,
  body,
  msteams: { width: 'Full' },
});

export const cardAttachment = (content: AdaptiveCard) => ({ contentType: CARD_TYPE, content });
