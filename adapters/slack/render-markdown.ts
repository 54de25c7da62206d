import MarkdownIt from 'markdown-it';
import { textOf } from '../../src/domain/text-runs.ts';
import { type Block, type Inline, LIMITS, plainText, type RichElement, richText, section } from './render-blocks.ts';
import { joinInlines, renderInline, textInline } from './render-inline.ts';
import { flattened, renderList } from './render-list.ts';
import { type Node, treeOf } from './render-tree.ts';

// As the chat page reads it: no HTML, no pictures from elsewhere, and a line break is one.
const markdownIt = new MarkdownIt({ html: false, breaks: true }).disable('image');

/**
 * Markdown as Block Kit. Text becomes `rich_text`: what is in it is shown letter for letter, so that nothing that people
 * wrote can be a mention, a link or formatting, and nothing has to be escaped. Blocks may be of any length.
 */
export const renderMarkdown = (markdown: string): Block[] => treeOf(markdownIt.parse(markdown, {})).flatMap(blocksOf);

function blocksOf(node: Node): Block[] {
  switch (node.kind) {
    case 'heading':
      return headingOf(node);
    case 'hr':
      return [{ type: 'divider' }];
    default: {
      const elements = elementsOf(node);
      return elements.length > 0 ? [richText(...elements)] : [];
    }
  }
}

/** The two highest kinds of heading are large; a header of Slack's holds no formatting and is short. */
function headingOf(node: Node): Block[] {
  const inlines = renderInline(node.children.flatMap((each) => each.children));
  const text = textOf(inlines);
  if (text.trim() === '') return [];
  const large = node.token.tag === 'h1' || node.token.tag === 'h2';
  const plain = inlines.every((each) => each.type === 'text' && !each.style);
  if (large && plain && text.length <= LIMITS.header)
    return [{ type: 'header', text: plainText(text.replaceAll('\n', ' ')) }];
  return [richText(section(...inlines.map((each) => ({ ...each, style: { ...each.style, bold: true as const } }))))];
}

function elementsOf(node: Node): RichElement[] {
  switch (node.kind) {
    case 'bullet_list':
    case 'ordered_list':
      return renderList(node);
    case 'blockquote':
      return quoteOf(node);
    case 'fence':
    case 'code_block':
      return codeOf(node);
    case 'table':
      return sectionOf(tableText(node));
    default:
      return sectionOf(flattened([node]));
  }
}

const sectionOf = (inlines: Inline[]): RichElement[] => (textOf(inlines).trim() === '' ? [] : [section(...inlines)]);

function codeOf(node: Node, border?: 1): RichElement[] {
  const elements = textInline(node.token.content.replace(/\n$/, ''));
  return elements.length > 0 ? [{ type: 'rich_text_preformatted', elements, ...(border && { border }) }] : [];
}

/** A quote holds text only; lists and code in it stand beside it with a line of their own. */
function quoteOf(quote: Node): RichElement[] {
  const elements: RichElement[] = [];
  for (const node of quote.children) {
    const last = elements.at(-1);
    if (node.kind === 'bullet_list' || node.kind === 'ordered_list') elements.push(...renderList(node, { border: 1 }));
    else if (node.kind === 'fence' || node.kind === 'code_block') elements.push(...codeOf(node, 1));
    else if (node.kind === 'blockquote') elements.push(...quoteOf(node));
    else {
      const inlines = flattened([node]);
      if (inlines.length === 0) continue;
      if (last?.type === 'rich_text_quote')
        last.elements = joinInlines([...last.elements, ...textInline('\n\n'), ...inlines]);
      else elements.push({ type: 'rich_text_quote', elements: inlines });
    }
  }
  return elements;
}

/** Porras writes no tables; one that comes along keeps its words, a row a line. */
function tableText(table: Node): Inline[] {
  const rows = table.children.flatMap((part) => part.children.map((row) => ({ row, head: part.kind === 'thead' })));
  return rows.flatMap(({ row, head }, index) => [
    ...textInline(index > 0 ? '\n' : ''),
    ...row.children.flatMap((cell, column) => [
      ...textInline(column > 0 ? ' | ' : ''),
      ...flattened(cell.children, head ? { bold: true } : {}),
    ]),
  ]);
}
