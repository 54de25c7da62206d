import type { Choice } from '../../src/domain/message.ts';
import type { Lang } from '../../src/domain/words.ts';
import { PorrasError } from '../../src/errors.ts';
import { type Block, type Button, LIMITS, plainText } from './render-blocks.ts';
import { BLOCK_SIZE, carefully } from './render-size.ts';
import { shorten } from './shorten.ts';

/** What is asked before something that cannot be undone. */
const CONFIRM: Record<Lang, { sure: string; no: string }> = {
  en: { sure: 'Are you sure? This can’t be undone.', no: 'Cancel' },
  fi: { sure: 'Oletko varma? Tätä ei voi perua.', no: 'Peruuta' },
  sv: { sure: 'Är du säker? Det går inte att ångra.', no: 'Avbryt' },
};

/** Buttons in rows of what Slack takes. `action_id` is unique within a message, and says what was pressed. */
export function renderButtons(choices: readonly Choice[], lang: Lang): Block[] {
  const rows: { type: 'actions'; elements: Button[] }[] = [];
  for (const [index, choice] of choices.entries()) {
    const button = buttonOf(choice, index, lang);
    const last = rows.at(-1);
    const longer = last && { ...last, elements: [...last.elements, button] };
    if (last && longer && longer.elements.length <= LIMITS.buttons && carefully([longer]) <= BLOCK_SIZE)
      last.elements.push(button);
    else rows.push({ type: 'actions', elements: [button] });
  }
  return rows;
}

function buttonOf({ action, value, label, style }: Choice, index: number, lang: Lang): Button {
  if (value.length > LIMITS.buttonValue)
    throw new PorrasError(
      'button-too-long',
      `The button "${action}" has a value of ${value.length} characters; Slack takes ${LIMITS.buttonValue}: give it an id instead.`,
    );
  const words = label.toWellFormed().trim() || '…';
  const text = plainText(shorten(words, LIMITS.buttonText));
  const confirm = {
    title: text,
    text: plainText(CONFIRM[lang].sure),
    confirm: plainText(shorten(words, 30)),
    deny: plainText(CONFIRM[lang].no),
  };
  return {
    type: 'button',
    action_id: `porras:${action}:${index}`,
    // Slack takes no empty value.
    ...(value !== '' && { value }),
    text,
    ...(style && { style }),
    ...(style === 'danger' && { confirm }),
  };
}
