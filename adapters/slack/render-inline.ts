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
  const text = shown.map((each) => each.text).join('');
  const address = addressOf(text);
  const same = text === href || (address !== null && address === addressOf(href));
  const link = (inline: Inline): Inline => ({ ...inline, type: 'link', url: href });
  if (!isWebAddress(href)) return same ? shown : [...shown, ...textInline(` (${href})`)];
  if (same || address === null) return shown.map(link);
  return [...shown, ...textInline(' ('), ...textInline(href).map(link), ...textInline(')')];
}

const isWebAddress = (href: string): boolean =>
  href.length <= LIMITS.url && ['http:', 'https:', 'mailto:'].includes(URL.parse(href)?.protocol ?? '');

/** What a text that looks like an address leads to; null for any other text. */
function addressOf(text: string): string | null {
  const bare = text.trim();
  if (/^[a-z][a-z\d+.-]*:\S+$/i.test(bare)) return URL.parse(bare)?.href ?? bare;
  if (/^\S+@\S+\.\S+$/.test(bare)) return `mailto:${bare}`;
  if (/^[^\s/]+\.[\p{L}\d-]{2,}(?:[/?#:]\S*)?$/u.test(bare)) return URL.parse(`https://${bare}`)?.href ?? bare;
  return null;
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
