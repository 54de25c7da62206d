import type { Element } from './card.ts';

/** The words of a card, a line each, as somebody reads them. */
export const plainOf = (elements: readonly Element[]): string => elements.map(wordsOf).filter(Boolean).join('\n');

function wordsOf(element: Element): string {
  switch (element.type) {
    case 'TextBlock':
      return element.text;
    case 'RichTextBlock':
      return element.inlines.map((run) => run.text).join('');
    case 'ColumnSet':
      return element.columns
        .map((column) => plainOf(column.items))
        .join(' ')
        .trimStart();
    case 'Container':
      return plainOf(element.items);
    default:
      return '';
  }
}
