import type { Inquiry } from '../../domain/inquiry.ts';
import type { Model } from '../../domain/model.ts';
import type { Programme } from '../../domain/programme.ts';
import type { HolidayOn } from '../../domain/working-days.ts';
import { PorrasError } from '../../errors.ts';
import type { Flow } from '../context.ts';

export function modelOf(flow: Flow, inquiry: Pick<Inquiry, 'modelId'>): Model {
  return known('model', flow.content.models, inquiry.modelId);
}

export function programmeOf(flow: Flow, inquiry: Pick<Inquiry, 'programmeId'>): Programme {
  return known('programme', flow.content.programmes, inquiry.programmeId);
}

/** Public holidays where the inquiry works. */
export const holidaysOf =
  (flow: Flow, { policy: { holidays } }: Pick<Inquiry, 'policy'>): HolidayOn =>
  (date) =>
    holidays !== null && flow.isHoliday(holidays, date);

function known<T>(what: string, all: ReadonlyMap<string, T>, id: string): T {
  const found = all.get(id);
  if (found) return found;
  throw new PorrasError(
    `unknown-${what}`,
    `there is no ${what} "${id}": it is one of ${[...all.keys()].join(', ')}, or add prompts/${what}s/${id}.yaml`,
  );
}
