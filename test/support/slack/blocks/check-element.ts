import { checkConfirm, checkText, PLAIN } from './check-text.ts';
import { checkCount, checkFields, checkString, checkUrl, isObject, type Json, type Report } from './problem.ts';

type Check = (report: Report, path: string, element: Json) => void;

interface ElementRule {
  check: Check;
  /** Blocks in which it may stand. */
  in: readonly string[];
}

function checkOption(report: Report, path: string, option: unknown, plainOnly: boolean): void {
  if (!isObject(option)) return report(path, 'must provide an object');
  checkText(report, `${path}/text`, option.text, { max: 75, ...(plainOnly ? { kinds: PLAIN } : {}) });
  checkString(report, `${path}/value`, option.value, { max: 150, required: true });
  checkText(report, `${path}/description`, option.description, { max: 75, required: false });
  checkFields(report, path, option, ['text', 'value', 'description', 'url']);
}

/** Options are told apart by their values. */
function checkOptions(report: Report, path: string, options: unknown, max: number, plainOnly: boolean): void {
  if (!checkCount(report, path, options, max)) return;
  const values = new Set<unknown>();
  options.forEach((option, index) => {
    checkOption(report, `${path}/${index}`, option, plainOnly);
    const value = isObject(option) ? option.value : undefined;
    if (values.has(value)) report(`${path}/${index}/value`, 'must be unique');
    values.add(value);
  });
}

function checkInitial(report: Report, path: string, initial: unknown, options: unknown): void {
  if (initial === undefined || !Array.isArray(options)) return;
  const wanted = JSON.stringify(isObject(initial) ? initial.value : initial);
  const known = options.some((option) => isObject(option) && JSON.stringify(option.value) === wanted);
  if (!known) report(path, 'must be one of the options');
}

const placeholder: Check = (report, path, element) =>
  checkText(report, `${path}/placeholder`, element.placeholder, { max: 150, required: false, kinds: PLAIN });

const initialString =
  (field: string, pattern: RegExp, format: string): Check =>
  (report, path, element) => {
    const value = element[field];
    if (value !== undefined && (typeof value !== 'string' || !pattern.test(value))) {
      report(`${path}/${field}`, `must be in the format ${format}`);
    }
  };

const staticSelect: Check = (report, path, element) => {
  placeholder(report, path, element);
  if (element.option_groups === undefined) {
    checkOptions(report, `${path}/options`, element.options, 100, true);
    checkInitial(report, `${path}/initial_option`, element.initial_option, element.options);
  } else if (checkCount(report, `${path}/option_groups`, element.option_groups, 100)) {
    element.option_groups.forEach((group, index) => {
      const at = `${path}/option_groups/${index}`;
      if (!isObject(group)) return report(at, 'must provide an object');
      checkText(report, `${at}/label`, group.label, { max: 75, kinds: PLAIN });
      checkOptions(report, `${at}/options`, group.options, 100, true);
    });
  }
};

const choices =
  (max: number, plainOnly = false): Check =>
  (report, path, element) => {
    checkOptions(report, `${path}/options`, element.options, max, plainOnly);
    checkInitial(report, `${path}/initial_option`, element.initial_option, element.options);
  };

const button: Check = (report, path, element) => {
  checkText(report, `${path}/text`, element.text, { max: 75, kinds: PLAIN });
  checkString(report, `${path}/value`, element.value, { max: 2_000 });
  checkString(report, `${path}/accessibility_label`, element.accessibility_label, { max: 75 });
  if (element.url !== undefined) checkUrl(report, `${path}/url`, element.url);
  if (element.style !== undefined && element.style !== 'primary' && element.style !== 'danger') {
    report(`${path}/style`, 'must be primary or danger');
  }
  checkFields(report, path, element, ['text', 'value', 'accessibility_label', 'url', 'style', 'action_id', 'confirm']);
};

const plainTextInput: Check = (report, path, element) => {
  placeholder(report, path, element);
  for (const field of ['min_length', 'max_length']) {
    const value = element[field];
    if (value !== undefined && (!Number.isInteger(value) || Number(value) < 0 || Number(value) > 3_000)) {
      report(`${path}/${field}`, 'must be a whole number of at most 3000');
    }
  }
  const max = typeof element.max_length === 'number' ? element.max_length : 3_000;
  checkString(report, `${path}/initial_value`, element.initial_value, { max, min: 0 });
  if (element.multiline !== undefined && typeof element.multiline !== 'boolean') {
    report(`${path}/multiline`, 'must be a boolean');
  }
};

export const image: Check = (report, path, element) => {
  checkString(report, `${path}/alt_text`, element.alt_text, { max: 2_000, required: true });
  if (element.slack_file !== undefined) {
    const file = element.slack_file;
    if (!isObject(file) || (typeof file.id !== 'string' && typeof file.url !== 'string')) {
      report(`${path}/slack_file`, 'must have an id or a url');
    }
    if (element.image_url !== undefined) report(path, 'must have only one of image_url and slack_file');
  } else checkUrl(report, `${path}/image_url`, element.image_url);
};

const INTERACTIVE = ['section', 'actions', 'input'];
const INPUT_ONLY = ['input'];
const people: ElementRule = { check: placeholder, in: INTERACTIVE };

const RULES: Record<string, ElementRule> = {
  button: { check: button, in: ['section', 'actions'] },
  image: { check: image, in: ['section', 'context'] },
  overflow: { check: choices(5, true), in: ['section', 'actions'] },
  checkboxes: { check: choices(10), in: INTERACTIVE },
  radio_buttons: { check: choices(10), in: INTERACTIVE },
  static_select: { check: staticSelect, in: INTERACTIVE },
  multi_static_select: { check: staticSelect, in: INTERACTIVE },
  external_select: people,
  multi_external_select: people,
  users_select: people,
  multi_users_select: people,
  conversations_select: people,
  multi_conversations_select: people,
  channels_select: people,
  multi_channels_select: people,
  datepicker: { check: initialString('initial_date', /^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD'), in: INTERACTIVE },
  timepicker: { check: initialString('initial_time', /^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm'), in: INTERACTIVE },
  datetimepicker: { check: placeholder, in: ['actions', 'input'] },
  plain_text_input: { check: plainTextInput, in: INPUT_ONLY },
  email_text_input: { check: placeholder, in: INPUT_ONLY },
  url_text_input: { check: placeholder, in: INPUT_ONLY },
  number_input: { check: placeholder, in: INPUT_ONLY },
  file_input: { check: () => undefined, in: INPUT_ONLY },
  rich_text_input: { check: placeholder, in: INPUT_ONLY },
};

/** An element of the block type `within`: its own limits, and whether it may stand there. */
export function checkElement(report: Report, path: string, element: unknown, within: string): void {
  if (!isObject(element)) return report(path, 'must provide an object');
  const rule = typeof element.type === 'string' ? RULES[element.type] : undefined;
  if (!rule?.in.includes(within)) return report(`${path}/type`, `unsupported type: ${String(element.type)}`);
  rule.check(report, path, element);
  checkConfirm(report, `${path}/confirm`, element.confirm);
  if (element.type !== 'image') checkString(report, `${path}/action_id`, element.action_id, { max: 255 });
}
