import { checkFields, checkString, isObject, type Report } from './problem.ts';

const KINDS = ['plain_text', 'mrkdwn'] as const;
type Kind = (typeof KINDS)[number];

/** A text object; `kinds` are those that its place allows. */
export function checkText(
  report: Report,
  path: string,
  value: unknown,
  { max, required = true, kinds = KINDS }: { max: number; required?: boolean; kinds?: readonly Kind[] },
): void {
  if (value === undefined) {
    if (required) report(path, 'missing required field');
    return;
  }
  if (!isObject(value)) return report(path, 'must provide an object');
  if (!kinds.some((kind) => kind === value.type)) report(`${path}/type`, `must be one of ${kinds.join(', ')}`);
  checkString(report, `${path}/text`, value.text, { max, required: true });
  checkFields(report, path, value, value.type === 'mrkdwn' ? ['text', 'verbatim'] : ['text', 'emoji']);
  if (value.emoji !== undefined && typeof value.emoji !== 'boolean') report(`${path}/emoji`, 'must be a boolean');
  if (value.verbatim !== undefined && typeof value.verbatim !== 'boolean') {
    report(`${path}/verbatim`, 'must be a boolean');
  }
}

export const PLAIN = ['plain_text'] as const;

export function checkConfirm(report: Report, path: string, value: unknown): void {
  if (value === undefined) return;
  if (!isObject(value)) return report(path, 'must provide an object');
  checkText(report, `${path}/title`, value.title, { max: 100, kinds: PLAIN });
  checkText(report, `${path}/text`, value.text, { max: 300 });
  checkText(report, `${path}/confirm`, value.confirm, { max: 30, kinds: PLAIN });
  checkText(report, `${path}/deny`, value.deny, { max: 30, kinds: PLAIN });
}
