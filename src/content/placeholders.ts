import type { IntlMessageFormat } from 'intl-messageformat';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Names that a message expects values for, also inside plural and select forms; sorted. */
export const placeholdersOf = (elements: readonly Element[]): string[] => {
  const names = new Set<string>();
  const visit = (element: Element): void => {
    // The type numbers of literal text and of `#` carry no name; every other element names its argument in `value`.
    const isText = element.type === 0 || element.type === 7;
    if (!isText) names.add(element.value);
    if ('options' in element) for (const option of Object.values(element.options)) option.value.forEach(visit);
  };
  elements.forEach(visit);
  return [...names].toSorted();
};
