import { checkBlock, type Surface } from './check-block.ts';
import { isObject, lengthOf, type Problem } from './problem.ts';

export type { Surface } from './check-block.ts';
export type { Problem } from './problem.ts';

const MOST: Record<Surface, number> = { message: 50, modal: 100, home: 100 };

/** All the markdown blocks of a message together. */
const MOST_MARKDOWN = 12_000;

/**
 * What Slack would refuse in these blocks; empty when it would take them. `path` begins where the blocks stand in the
 * request.
 *
 * @source docs.slack.dev/reference/block-kit (blocks, block elements, composition objects)
 */
export function validateBlocks(blocks: unknown, surface: Surface = 'message', path = '/blocks'): Problem[] {
  const problems: Problem[] = [];
  const report = (at: string, message: string) => {
    problems.push({ path: at, message });
  };
  if (!Array.isArray(blocks)) {
    report(path, 'must be an array');
    return problems;
  }
  if (blocks.length > MOST[surface]) report(path, `no more than ${MOST[surface]} items allowed`);
  const ids = new Set<unknown>();
  let markdown = 0;
  let tables = 0;
  blocks.forEach((block: unknown, index) => {
    checkBlock(report, `${path}/${index}`, block, surface);
    if (!isObject(block)) return;
    if (typeof block.block_id === 'string' && ids.has(block.block_id)) {
      report(`${path}/${index}/block_id`, `\`block_id\` "${block.block_id}" already exists`);
    }
    ids.add(block.block_id);
    if (block.type === 'markdown' && typeof block.text === 'string') markdown += lengthOf(block.text);
    if (block.type === 'table') tables += 1;
  });
  if (markdown > MOST_MARKDOWN)
    report(path, `markdown blocks together must be less than ${MOST_MARKDOWN + 1} characters`);
  if (tables > 1) report(path, 'only one table is allowed');
  return problems;
}
