import type { Json } from './blocks/problem.ts';
import { isObject } from './blocks/problem.ts';
import { validateView } from './blocks/validate-view.ts';
import { withIds } from './messages.ts';
import { refuseProblems, SlackError } from './slack-error.ts';
import type { SlackTeam, SlackView, SlackWorld } from './world.ts';

const MOST_BYTES = 250_000;
export const DEEPEST = 3;

/** Checks what the app gave. */
export function checkView(given: Json | undefined, type: 'modal' | 'home'): Json {
  if (!given) throw new SlackError('invalid_arguments', { response_metadata: { messages: ['[ERROR] missing view'] } });
  if (given.type !== type) {
    refuseProblems('invalid_arguments', [{ path: '/view/type', message: `must be ${type}` }]);
  }
  refuseProblems('invalid_arguments', validateView(given));
  if (Buffer.byteLength(JSON.stringify(given)) > MOST_BYTES) throw new SlackError('view_too_large');
  return given;
}

const named = (world: SlackWorld, given: Json): Json => ({
  ...given,
  blocks: withIds(world, Array.isArray(given.blocks) ? given.blocks.filter(isObject) : []),
});

export function createView(world: SlackWorld, user: string, given: Json, under: SlackView | null = null): SlackView {
  const id = world.ids.next('V');
  return {
    id,
    user,
    given: named(world, given),
    hash: world.ids.next('').toLowerCase(),
    rootId: under?.rootId ?? id,
    previousId: under?.id ?? null,
    errors: {},
    updates: 0,
  };
}

export function changeView(world: SlackWorld, view: SlackView, given: Json): void {
  view.given = named(world, given);
  view.hash = world.ids.next('').toLowerCase();
  view.errors = {};
  view.updates += 1;
}

export const refuseStale = (view: SlackView | undefined, hash: string): void => {
  if (hash !== '' && view !== undefined && view.hash !== hash) throw new SlackError('hash_conflict');
};

/** @source docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export const viewJson = (world: SlackWorld, team: SlackTeam, view: SlackView, state: Json = {}): Json => ({
  id: view.id,
  team_id: team.id,
  type: view.given.type,
  blocks: view.given.blocks,
  private_metadata: view.given.private_metadata ?? '',
  callback_id: view.given.callback_id ?? '',
  state: { values: state },
  hash: view.hash,
  ...(view.given.type === 'modal'
    ? { title: view.given.title, close: view.given.close ?? null, submit: view.given.submit ?? null }
    : {}),
  clear_on_close: view.given.clear_on_close ?? false,
  notify_on_close: view.given.notify_on_close ?? false,
  previous_view_id: view.previousId,
  root_view_id: view.rootId,
  app_id: world.app.id,
  external_id: view.given.external_id ?? '',
  app_installed_team_id: team.id,
  bot_id: team.bot.botId,
});
