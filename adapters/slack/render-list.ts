import { type Inline, type RichElement, type RichList, section, type TextStyle } from './render-blocks.ts';
import { joinInlines, renderInline, textInline } from './render-inline.ts';
import type { Node } from './render-tree.ts';

/** Deeper lists stand at this depth. */
const DEEPEST = 5;

const isList = (node: Node): boolean => node.kind === 'bullet_list' || node.kind === 'ordered_list';

/** A list and the lists in it; Slack wants them one after the other, each with its depth. */
export function renderList(list: Node, look: { indent?: number; border?: 1 } = {}): RichElement[] {
  const { indent = 0 } = look;
  const before = Number(list.token.attrGet('start') ?? 1) - 1;
  const elements: RichElement[] = [];
  for (const [index, item] of list.children.entries()) {
    const nested = item.children.filter(isList);
    const text = flattened(item.children.filter((child) => !isList(child)));
    const offset = list.kind === 'ordered_list' ? before + index : 0;
    addItem(elements, {
      type: 'rich_text_list',
      style: list.kind === 'ordered_list' ? 'ordered' : 'bullet',
      indent: Math.min(indent, DEEPEST),
      ...(offset > 0 && { offset }),
      ...(look.border && { border: look.border }),
      elements: [section(...(text.length > 0 ? text : textInline(' ')))],
    });
    for (const each of nested) elements.push(...renderList(each, { ...look, indent: indent + 1 }));
  }
  return elements;
}

/** Adds a list to others, as more of the last one where it goes on. */
export function addItem(elements: RichElement[], list: RichList): void {
  const last = elements.at(-1);
  if (last?.type === 'rich_text_list' && goesOn(last, list)) last.elements.push(...list.elements);
  else elements.push(list);
}

const goesOn = (last: RichList, next: RichList): boolean =>
  last.style === next.style &&
  last.indent === next.indent &&
  last.border === next.border &&
  (next.style === 'bullet' || (last.offset ?? 0) + last.elements.length === (next.offset ?? 0));

/** Blocks where Slack takes only text, such as the paragraphs of a list item: one below the other. */
export function flattened(nodes: readonly Node[], style: TextStyle = {}): Inline[] {
  const lines = nodes.map((node) => flat(node, style)).filter((each) => each.length > 0);
  return joinInlines(lines.flatMap((each, index) => (index > 0 ? [...textInline('\n'), ...each] : each)));
}

function flat(node: Node, style: TextStyle): Inline[] {
  switch (node.kind) {
    case 'inline':
      return renderInline(node.children, style);
    case 'heading':
      return flattened(node.children, { ...style, bold: true });
    case 'blockquote':
      return flattened(node.children, { ...style, italic: true });
    case 'fence':
    case 'code_block':
      return textInline(node.token.content.trimEnd(), { ...style, code: true });
    default:
      return node.children.length > 0
        ? flattened(node.children, style)
        : textInline(node.kind === 'hr' ? '' : node.token.content, style);
  }
}
