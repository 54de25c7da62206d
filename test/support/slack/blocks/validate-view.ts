import { checkText, PLAIN } from './check-text.ts';
import { checkFields, checkString, isObject, type Json, type Problem } from './problem.ts';
import { validateBlocks } from './validate-blocks.ts';

const FIELDS = [
  'title',
  'blocks',
  'close',
  'submit',
  'private_metadata',
  'callback_id',
  'clear_on_close',
  'notify_on_close',
  'external_id',
  'submit_disabled',
];

const hasInput = (view: Json): boolean =>
  Array.isArray(view.blocks) && view.blocks.some((block: unknown) => isObject(block) && block.type === 'input');

const focused = (view: Json): number =>
  Array.isArray(view.blocks)
    ? view.blocks.filter(
        (block: unknown) => isObject(block) && isObject(block.element) && block.element.focus_on_load === true,
      ).length
    : 0;

/** What Slack would refuse in a modal or a home. @source docs.slack.dev/reference/views */
export function validateView(view: unknown): Problem[] {
  const problems: Problem[] = [];
  const report = (path: string, message: string) => {
    problems.push({ path, message });
  };
  if (!isObject(view)) return [{ path: '/view', message: 'must provide an object' }];
  if (view.type !== 'modal' && view.type !== 'home') {
    return [{ path: '/view/type', message: `unsupported type: ${String(view.type)}` }];
  }
  checkFields(report, '/view', view, FIELDS);
  checkString(report, '/view/private_metadata', view.private_metadata, { max: 3_000, min: 0 });
  checkString(report, '/view/callback_id', view.callback_id, { max: 255, min: 0 });
  checkString(report, '/view/external_id', view.external_id, { max: 255, min: 0 });
  if (view.type === 'modal') {
    checkText(report, '/view/title', view.title, { max: 24, kinds: PLAIN });
    checkText(report, '/view/close', view.close, { max: 24, required: false, kinds: PLAIN });
    checkText(report, '/view/submit', view.submit, { max: 24, required: false, kinds: PLAIN });
    if (view.submit === undefined && hasInput(view)) report('/view/submit', 'is required when there is an input block');
  }
  if (focused(view) > 1) report('/view/blocks', 'only one element may have focus_on_load');
  return [...problems, ...validateBlocks(view.blocks, view.type, '/view/blocks')];
}
