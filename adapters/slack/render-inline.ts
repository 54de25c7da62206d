import { linkForm } from '../../src/domain/link-form.ts';
import { textOf } from '../../src/domain/text-runs.ts';
import { type Inline, LIMITS, type TextStyle } from './render-blocks.ts';
import type { Node } from './render-tree.ts';

const STYLES: Record<string, TextStyle> = { strong: { bold: true }, em: { italic: true }, s: { strike: true } };

/** The text of a paragraph or heading. */
export const renderInline = (nodes: readonly Node[], style: TextStyle = {}): Inline[] =>
  joinInlines(nodes.flatMap((node) => inlinesOf(node, style)));

function inlinesOf(node: Node, style: TextStyle): Inline[] {
  switch (node.kind) {
    case 'softbreak':
    case 'hardbreak':
      return textInline('\n', style);
    case 'code_inline':
      return textInline(node.token.content, { ...style, code: true });
    case 'link':
      return linkInlines(renderInline(node.children, style), String(node.token.attrGet('href') ?? ''));
    default: {
      const inner = { ...style, ...STYLES[node.kind] };
      return node.children.length > 0 ? renderInline(node.children, inner) : textInline(node.token.content, inner);
    }
  }
}

export const textInline = (text: string, style: TextStyle = {}): Inline[] =>
  text === '' ? [] : [{ type: 'text', text, ...(Object.keys(style).length > 0 && { style }) }];

/** What cannot be a link of Slack's, or shows another address than it leads to, says in words where it leads. */
function linkInlines(shown: Inline[], href: string): Inline[] {
  const link = (inline: Inline): Inline => ({ ...inline, type: 'link', url: href });
  switch (linkForm(textOf(shown), href, LIMITS.url)) {
    case 'link':
      return shown.map(link);
    case 'words':
      return shown;
    case 'words-and-link':
      return [...shown, ...textInline(' ('), ...textInline(href).map(link), ...textInline(')')];
    case 'words-and-address':
      return [...shown, ...textInline(` (${href})`)];
  }
}

/** Neighbours that look the same become one. */
export function joinInlines(inlines: readonly Inline[]): Inline[] {
  const runs: Inline[] = [];
  for (const each of inlines) {
    const last = runs.at(-1);
    const { text: _, ...look } = each;
    const { text: before = '', ...lastLook } = last ?? {};
    if (last && JSON.stringify(look) === JSON.stringify(lastLook))
      runs[runs.length - 1] = { ...last, text: before + each.text };
    else runs.push(each);
  }
  return runs;
}
