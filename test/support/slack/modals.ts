import { isObject, type Json } from './blocks/problem.ts';
import { answered } from './interactions.ts';
import { changeView, checkView, createView } from './views.ts';
import type { SlackTeam, SlackView, SlackWorld } from './world.ts';

export type Values = Record<string, string | string[]>;

const blocksOf = (view: SlackView): Json[] =>
  Array.isArray(view.given.blocks) ? view.given.blocks.filter(isObject) : [];

const initialOf = (element: Json): string | string[] | undefined => {
  const option = element.initial_option;
  const options = element.initial_options;
  if (isObject(option)) return String(option.value);
  if (Array.isArray(options)) return options.filter(isObject).map((it) => String(it.value));
  for (const field of ['initial_value', 'initial_date', 'initial_time', 'initial_user', 'initial_channel']) {
    if (typeof element[field] === 'string') return element[field];
  }
  return Array.isArray(element.initial_users) ? element.initial_users.map(String) : undefined;
};

const isEmpty = (value: string | string[] | undefined): boolean => value === undefined || value.length === 0;

/**
 * What a person's answers make of a modal: `view.state.values`. Answers are by block id; what is not answered keeps
 * what the form began with. Slack does not send a form with a required field empty, or one too long: neither is it here.
 */
export function stateOf(view: SlackView, values: Values): Json {
  const blocks = blocksOf(view).filter((it) => it.type === 'input');
  const unknown = Object.keys(values).find((id) => !blocks.some((it) => it.block_id === id));
  if (unknown !== undefined) {
    throw new Error(`this form has no field ${unknown}; it has: ${blocks.map((it) => String(it.block_id)).join(', ')}`);
  }
  return Object.fromEntries(
    blocks.map((block) => {
      const id = String(block.block_id);
      const element = isObject(block.element) ? block.element : {};
      const value = values[id] ?? initialOf(element);
      if (block.optional !== true && isEmpty(value)) throw new Error(`Slack does not send this form: ${id} is empty`);
      const { max_length: max, min_length: min } = element;
      if (typeof value === 'string' && typeof max === 'number' && value.length > max) {
        throw new Error(`Slack does not send this form: ${id} is longer than ${max}`);
      }
      if (typeof value === 'string' && value !== '' && typeof min === 'number' && value.length < min) {
        throw new Error(`Slack does not send this form: ${id} is shorter than ${min}`);
      }
      return [id, { [String(element.action_id)]: { type: element.type, ...answered(element, value) } }];
    }),
  );
}

/** Does with the modals what the app answered to a submission. @source docs.slack.dev/surfaces/modals (response actions) */
export function answerSubmission(world: SlackWorld, team: SlackTeam, view: SlackView, body: string): void {
  const stack = team.modals.get(view.user) ?? [];
  const answer: unknown = body.trim() === '' ? {} : parse(body);
  const action = isObject(answer) ? answer.response_action : undefined;
  if (!isObject(answer) || action === undefined) {
    const left = stack.filter((it) => it !== view);
    if (left.length > 0) team.modals.set(view.user, left);
    else team.modals.delete(view.user);
    return;
  }
  if (action === 'clear') team.modals.delete(view.user);
  if (action === 'errors' && isObject(answer.errors)) {
    view.errors = Object.fromEntries(Object.entries(answer.errors).map(([id, why]) => [id, String(why)]));
  }
  if (action === 'update') changeView(world, view, checkView(isObject(answer.view) ? answer.view : undefined, 'modal'));
  if (action === 'push') {
    stack.push(createView(world, view.user, checkView(isObject(answer.view) ? answer.view : undefined, 'modal'), view));
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}

/** The element with this action id, and the block it is in. */
export function elementIn(blocks: readonly Json[], actionId: string): { element: Json; blockId: unknown } {
  const all = blocks.flatMap((block) =>
    [...(Array.isArray(block.elements) ? block.elements : []), block.accessory, block.element]
      .filter(isObject)
      .map((element) => ({ element, blockId: block.block_id })),
  );
  const wanted = all.find((it) => it.element.action_id === actionId);
  if (!wanted) {
    const there = all.map((it) => String(it.element.action_id)).join(', ');
    throw new Error(`nothing to press with action_id ${actionId}; there is: ${there || 'nothing'}`);
  }
  return wanted;
}
