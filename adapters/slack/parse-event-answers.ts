import { personAddress } from './address.ts';

type Values = Record<string, Record<string, Record<string, unknown> & { type: string }>>;

/**
 * What was filled into a form, by the names of its fields. Fields that were left empty are empty texts, people are
 * addresses with a comma between them (see `Field`).
 */
export function answersIn(values: Values, team: string): Record<string, string> {
  const answers = Object.entries(values).map(([field, elements]) => {
    const [element] = Object.values(elements);
    return [field, element ? answerOf(element, team) : ''];
  });
  return Object.fromEntries(answers) as Record<string, string>;
}

function answerOf(element: Record<string, unknown>, team: string): string {
  const people = listOf(element['selected_users']) ?? listOf(element['selected_user']);
  if (people) return people.map((id) => personAddress(team, id)).join(',');
  const option = element['selected_option'] as { value?: unknown } | null | undefined;
  const value = element['value'] ?? element['selected_date'] ?? element['selected_time'] ?? option?.value;
  return typeof value === 'string' ? value : '';
}

const listOf = (ids: unknown): string[] | null => {
  if (typeof ids === 'string') return [ids];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : null;
};
