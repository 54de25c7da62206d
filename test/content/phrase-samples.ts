import type { IntlMessageFormat } from 'intl-messageformat';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
type Params = Record<string, string | number>;

/** Zero, one, a few, and one that some languages count like one. */
const COUNTS = [0, 1, 2, 21];
/** Element types of the ICU parser: a select and a plural (or ordinal). */
const SELECT = 5;
const PLURAL = 6;

/** Values for every combination of the phrase's plural numbers and select choices; text where a plain value goes. */
export function samplesOf(format: IntlMessageFormat): Params[] {
  const values = new Map<string, (string | number)[]>();
  const visit = (element: Element): void => {
    if (element.type === SELECT) values.set(element.value, Object.keys(element.options));
    else if (element.type === PLURAL) values.set(element.value, COUNTS);
    else if (element.type === 1 && !values.has(element.value)) values.set(element.value, [`<${element.value}>`]);
    if ('options' in element) for (const option of Object.values(element.options)) option.value.forEach(visit);
  };
  format.getAst().forEach(visit);
  return [...values].reduce<Params[]>(
    (all, [name, each]) => all.flatMap((params) => each.map((value) => ({ ...params, [name]: value }))),
    [{}],
  );
}
