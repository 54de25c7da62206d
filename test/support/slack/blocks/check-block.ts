import { checkElement, image } from './check-element.ts';
import { checkText, PLAIN } from './check-text.ts';
import { checkCount, checkFields, checkString, isObject, type Json, type Report } from './problem.ts';

export type Surface = 'message' | 'modal' | 'home';

interface BlockRule {
  check: (report: Report, path: string, block: Json) => void;
  on: readonly Surface[];
}

const EVERYWHERE = ['message', 'modal', 'home'] as const;

function checkElements(report: Report, path: string, block: Json, max: number): void {
  if (!checkCount(report, `${path}/elements`, block.elements, max)) return;
  const seen = new Set<unknown>();
  block.elements.forEach((element, index) => {
    const at = `${path}/elements/${index}`;
    checkElement(report, at, element, 'actions');
    const id = isObject(element) ? element.action_id : undefined;
    if (typeof id === 'string' && seen.has(id)) report(`${at}/action_id`, `\`action_id\` "${id}" already exists`);
    seen.add(id);
  });
}

const RULES: Record<string, BlockRule> = {
  section: {
    on: EVERYWHERE,
    check(report, path, block) {
      if (block.text === undefined && block.fields === undefined) report(path, 'must have text or fields');
      checkText(report, `${path}/text`, block.text, { max: 3_000, required: false });
      if (block.fields !== undefined && checkCount(report, `${path}/fields`, block.fields, 10)) {
        block.fields.forEach((field, index) => checkText(report, `${path}/fields/${index}`, field, { max: 2_000 }));
      }
      if (block.accessory !== undefined) checkElement(report, `${path}/accessory`, block.accessory, 'section');
      checkFields(report, path, block, ['text', 'fields', 'accessory', 'expand']);
    },
  },
  header: {
    on: EVERYWHERE,
    check(report, path, block) {
      checkText(report, `${path}/text`, block.text, { max: 150, kinds: PLAIN });
      checkFields(report, path, block, ['text']);
    },
  },
  divider: { on: EVERYWHERE, check: (report, path, block) => checkFields(report, path, block, []) },
  actions: {
    on: EVERYWHERE,
    check(report, path, block) {
      checkElements(report, path, block, 25);
      checkFields(report, path, block, ['elements']);
    },
  },
  context: {
    on: EVERYWHERE,
    check(report, path, block) {
      checkFields(report, path, block, ['elements']);
      if (!checkCount(report, `${path}/elements`, block.elements, 10)) return;
      block.elements.forEach((element, index) => {
        const at = `${path}/elements/${index}`;
        if (isObject(element) && element.type === 'image') checkElement(report, at, element, 'context');
        else checkText(report, at, element, { max: 3_000 });
      });
    },
  },
  image: {
    on: EVERYWHERE,
    check(report, path, block) {
      image(report, path, block);
      checkText(report, `${path}/title`, block.title, { max: 2_000, required: false, kinds: PLAIN });
      checkFields(report, path, block, ['image_url', 'slack_file', 'alt_text', 'title']);
    },
  },
  input: {
    on: EVERYWHERE,
    check(report, path, block) {
      checkText(report, `${path}/label`, block.label, { max: 2_000, kinds: PLAIN });
      checkText(report, `${path}/hint`, block.hint, { max: 2_000, required: false, kinds: PLAIN });
      checkElement(report, `${path}/element`, block.element, 'input');
      checkFields(report, path, block, ['label', 'hint', 'element', 'optional', 'dispatch_action']);
    },
  },
  markdown: {
    on: ['message'],
    check(report, path, block) {
      checkString(report, `${path}/text`, block.text, { max: 12_000, required: true });
      checkFields(report, path, block, ['text']);
    },
  },
  rich_text: {
    on: EVERYWHERE,
    check(report, path, block) {
      checkCount(report, `${path}/elements`, block.elements, 1_000);
    },
  },
  table: {
    on: ['message'],
    check(report, path, block) {
      if (!checkCount(report, `${path}/rows`, block.rows, 100)) return;
      block.rows.forEach((row, index) => {
        checkCount(report, `${path}/rows/${index}`, row, 20);
      });
    },
  },
};

export function checkBlock(report: Report, path: string, block: unknown, surface: Surface): void {
  if (!isObject(block)) return report(path, 'must provide an object');
  const rule = typeof block.type === 'string' ? RULES[block.type] : undefined;
  if (!rule?.on.includes(surface)) return report(`${path}/type`, `unsupported block type: ${String(block.type)}`);
  checkString(report, `${path}/block_id`, block.block_id, { max: 255 });
  rule.check(report, path, block);
}
