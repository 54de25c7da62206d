import type { Choice } from '../../src/domain/message.ts';
import type { Lang } from '../../src/domain/words.ts';
import { PorrasError } from '../../src/errors.ts';
import { type Element, type Execute, LIMITS, sizeOf } from './card.ts';
import { shorten } from './shorten.ts';

export const VERB = 'porras:';

const STYLES = { primary: 'positive', danger: 'destructive' } as const;

/** Rows of this size are never parted. */
const ROW_SIZE = 8_000;

/** Buttons in rows of what Teams shows. @param lang of their labels, in which who presses one is answered */
export function renderButtons(choices: readonly Choice[], lang: Lang): Element[] {
  const rows: Execute[][] = [];
  for (const choice of choices) {
    const button = buttonOf(choice, lang);
    const last = rows.at(-1);
    if (last && last.length < LIMITS.actions && sizeOf([...last, button]) <= ROW_SIZE) last.push(button);
    else rows.push([button]);
  }
  return rows.map((actions) => ({ type: 'ActionSet', actions }));
}

function buttonOf({ action, value, label, style }: Choice, lang: Lang): Execute {
  const data = { action, value, lang };
  if (sizeOf(data) > LIMITS.actionData)
    throw new PorrasError(
      'button-too-long',
      `The button "${action}" has a value of ${value.length} characters; the Teams adapter takes about ${LIMITS.actionData}: give it an id instead.`,
    );
  return executeOf(`${VERB}${action}`, label, { ...data }, style ? { style: STYLES[style] } : {});
}

/** An Action.Execute, with an Action.Submit that says the same for clients that know it only. */
export function executeOf(
  verb: string,
  label: string,
  data: Record<string, unknown>,
  more: Pick<Execute, 'style'> = {},
  withInputs = false,
): Execute {
  const words = label.toWellFormed().trim() || '…';
  const title = shorten(words, LIMITS.actionTitle);
  const shared = {
    title,
    data,
    ...more,
    ...(title !== words && { tooltip: shorten(words, LIMITS.altText) }),
    ...(!withInputs && { associatedInputs: 'none' as const }),
  };
  return { type: 'Action.Execute', verb, ...shared, fallback: { type: 'Action.Submit', ...shared } };
}
