import MarkdownIt, { type Token } from 'markdown-it';
import { textOf } from '../../src/domain/text-runs.ts';
import { literal, type Run, runsOf } from './render-runs.ts';

/** A line of a message: cards have neither lists nor quotes of any depth, so each line carries how it looks. */
export interface Line {
  runs: Run[];
  /** 1 is the highest. */
  heading?: number;
  /** How deep in lists; 0 is outside. */
  depth: number;
  /** What stands before a list item: `•` or `3.` */
  marker?: string;
  quote: boolean;
  /** The first line of a paragraph or block. */
  first: boolean;
  /** A line is drawn above it. */
  rule?: true;
}

// As the chat page reads it: no HTML, no pictures from elsewhere, and a line break is one.
const markdownIt = new MarkdownIt({ html: false, breaks: true }).disable('image');

interface List {
  next: number | null;
}

/** Markdown as lines, from top to bottom. */
export function linesOf(markdown: string): Line[] {
  const lines: Line[] = [];
  const lists: List[] = [];
  let quotes = 0;
  let marker: string | null = null;
  let heading: number | null = null;
  let rule = false;
  let head = false;
  let row: Run[] | null = null;

  const add = (runs: Run[]): void => {
    const own = byLine(runs).filter((each) => textOf(each).trim() !== '');
    for (const [index, each] of own.entries()) {
      lines.push({
        runs: each,
        depth: lists.length,
        quote: quotes > 0,
        first: index === 0,
        ...(heading !== null && { heading }),
        ...(marker !== null && { marker }),
        ...(rule && { rule }),
      });
      marker = null;
      rule = false;
    }
  };

  const visit = (token: Token): void => {
    switch (token.type) {
      case 'bullet_list_open':
        return void lists.push({ next: null });
      case 'ordered_list_open':
        return void lists.push({ next: Number(token.attrGet('start') ?? 1) });
      case 'bullet_list_close':
      case 'ordered_list_close':
        return void lists.pop();
      case 'list_item_open': {
        const list = lists.at(-1);
        marker = list && list.next !== null ? `${list.next++}.` : '•';
        return;
      }
      case 'list_item_close':
        return void (marker = null);
      case 'blockquote_open':
        return void (quotes += 1);
      case 'blockquote_close':
        return void (quotes -= 1);
      case 'heading_open':
        return void (heading = Number(token.tag.slice(1)));
      case 'heading_close':
        return void (heading = null);
      case 'hr':
        return void (rule = true);
      case 'fence':
      case 'code_block':
        return add([{ text: literal(token.content), code: true }]);
      case 'thead_open':
      case 'thead_close':
        return void (head = token.nesting === 1);
      case 'tr_open':
        return void (row = []);
      case 'tr_close':
        add(row ?? []);
        return void (row = null);
      case 'inline': {
        const runs = runsOf(token.children ?? [], head ? { bold: true } : {});
        // Porras writes no tables; one that comes along keeps its words, a row a line.
        if (row) return void row.push(...(row.length > 0 ? [{ text: ' | ' }] : []), ...runs);
        return add(runs);
      }
    }
  };

  for (const token of markdownIt.parse(markdown, {})) visit(token);
  return lines;
}

function byLine(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs)
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    }
  return lines;
}

/** Words without formatting as lines. */
export const textLines = (text: string, look: Pick<Line, 'heading'> = {}): Line[] =>
  byLine([{ text: literal(text) }])
    .filter((runs) => textOf(runs).trim() !== '')
    .map((runs, index) => ({ runs, depth: 0, quote: false, first: index === 0, ...look }));
