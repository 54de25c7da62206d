import type { Token } from 'markdown-it';

export interface Node {
  /** As markdown-it names it, without `_open`: `paragraph`, `bullet_list`, `strong`, `text` and so on. */
  kind: string;
  token: Token;
  children: Node[];
}

/** What markdown-it reads is a flat list of openings and closings; this nests it. */
export function treeOf(tokens: readonly Token[]): Node[] {
  const root: Node[] = [];
  const open: Node[][] = [root];
  for (const token of tokens) {
    if (token.nesting === -1) {
      open.pop();
      continue;
    }
    const children = token.children ? treeOf(token.children) : [];
    const node: Node = { kind: token.type.replace(/_open$/, ''), token, children };
    open.at(-1)?.push(node);
    if (token.nesting === 1) open.push(node.children);
  }
  return root;
}
