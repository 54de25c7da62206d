import type { Call, Method } from '../call.ts';
import { SlackError } from '../slack-error.ts';
import { changeView, checkView, createView, DEEPEST, refuseStale, viewJson } from '../views.ts';
import type { SlackView } from '../world.ts';

const open: Method = (call) => {
  const given = checkView(call.args.object('view', 'invalid_arguments'), 'modal');
  const { user } = call.triggers.exchange(call.args.text('trigger_id'));
  const view = createView(call.world, user, given);
  call.team.modals.set(user, [view]);
  return { view: viewJson(call.world, call.team, view) };
};

const push: Method = (call) => {
  const given = checkView(call.args.object('view', 'invalid_arguments'), 'modal');
  const { user } = call.triggers.exchange(call.args.text('trigger_id'));
  const stack = call.team.modals.get(user) ?? [];
  const top = stack.at(-1);
  if (!top) throw new SlackError('invalid_trigger_id');
  if (stack.length >= DEEPEST) throw new SlackError('push_limit_reached');
  const view = createView(call.world, user, given, top);
  stack.push(view);
  return { view: viewJson(call.world, call.team, view) };
};

function openView(call: Call): SlackView {
  const id = call.args.text('view_id');
  const external = call.args.text('external_id');
  for (const stack of call.team.modals.values()) {
    const view = stack.find((it) => it.id === id || (external !== '' && it.given.external_id === external));
    if (view) return view;
  }
  throw new SlackError('not_found');
}

const update: Method = (call) => {
  const view = openView(call);
  refuseStale(view, call.args.text('hash'));
  changeView(call.world, view, checkView(call.args.object('view', 'invalid_arguments'), 'modal'));
  return { view: viewJson(call.world, call.team, view) };
};

const publish: Method = (call) => {
  const user = call.args.text('user_id');
  if (!call.team.users.has(user)) throw new SlackError('user_not_found');
  const given = checkView(call.args.object('view', 'invalid_arguments'), 'home');
  const there = call.team.homes.get(user);
  refuseStale(there, call.args.text('hash'));
  const view = there ?? createView(call.world, user, given);
  if (there) changeView(call.world, there, given);
  call.team.homes.set(user, view);
  return { view: viewJson(call.world, call.team, view) };
};

export const viewMethods: Record<string, Method> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
