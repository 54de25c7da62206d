import { textOf } from '../../src/domain/text-runs.ts';
import type { Element, RichTextBlock, Spacing, Text, TextRun } from './card.ts';
import type { Line } from './render-lines.ts';
import { toTextRun } from './render-runs.ts';

/** Deeper lists stand at this depth. */
const DEEPEST = 6;
/** A space as wide as a bullet: what goes on below one stands in line with its words. */
const AS_BULLET = '\u2004';

/** Lines as elements of a card; lines of a quote that follow each other stand in one box. */
export function renderLines(lines: readonly Line[]): Element[] {
  const elements: Element[] = [];
  for (const line of lines) {
    const element = lineElement(line);
    const last = elements.at(-1);
    if (!line.quote) elements.push(line.rule ? ruled(element) : element);
    else if (!line.rule && last?.type === 'Container' && last.style) last.items.push(element);
    else
      elements.push({ type: 'Container', style: 'emphasis', ...(line.rule && { separator: true }), items: [element] });
  }
  return elements;
}

const ruled = (element: Element): Element => ({
  type: 'Container',
  separator: true,
  spacing: 'Medium',
  items: [element],
});

/** One line, with what stands before it beside it, so that it keeps its indentation where it wraps. */
function lineElement(line: Line): Element {
  const spacing: Spacing = line.heading !== undefined || (line.first && line.depth === 0) ? 'Medium' : 'Small';
  if (line.depth === 0) return { ...textElement(line), spacing: line.first ? spacing : 'None' };
  const marker = `${'\u2003'.repeat(Math.min(line.depth, DEEPEST) - 1)}${line.marker ?? AS_BULLET}`;
  return {
    type: 'ColumnSet',
    spacing: line.first ? spacing : 'None',
    columns: [
      { type: 'Column', width: 'auto', items: [richText([{ type: 'TextRun', text: marker }])] },
      { type: 'Column', width: 'stretch', items: [textElement(line)] },
    ],
  };
}

/** What Markdown, or a client that sees links by itself, would change. */
const ACTIVE = /[\\`*_[\]<>#~|&{}@^$=]|:\/\/|www\.|^\s*(?:[-+]|\d+[.)])|^\s|\s{2}|\s$/i;

/**
 * Plain words as a TextBlock; all else as text runs, which are shown letter for letter: nothing that people wrote can be
 * a mention, a link or formatting, and nothing has to be escaped, which not every client understands.
 */
function textElement({ runs, heading }: Line): Text {
  const text = textOf(runs);
  const plain = runs.every((run) => Object.keys(run).length === 1) && !ACTIVE.test(text);
  const size = heading === 1 ? 'Large' : heading === 2 ? 'Medium' : undefined;
  if (plain)
    return {
      type: 'TextBlock',
      text,
      wrap: true,
      ...(heading !== undefined && { style: 'heading', weight: 'Bolder' }),
      ...(size && { size }),
    };
  const look = heading === undefined ? {} : { weight: 'Bolder' as const, ...(size && { size }) };
  return richText(runs.map((run) => ({ ...toTextRun(run), ...look })));
}

const richText = (inlines: TextRun[]): RichTextBlock => ({ type: 'RichTextBlock', inlines });
