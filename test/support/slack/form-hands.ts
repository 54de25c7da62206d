import { isObject, type Json } from './blocks/problem.ts';
import { type Act, actOf, type At, type Doing, NOWHERE } from './doing.ts';
import {
  actionOf,
  globalShortcut,
  messagePress,
  messageShortcut,
  slashCommand,
  viewClosed,
  viewPress,
  viewSubmission,
} from './interactions.ts';
import { answerSubmission, elementIn, stateOf, type Values } from './modals.ts';
import { respond } from './response-urls.ts';
import type { SlackView } from './world.ts';

/** What people do with what an app offers them: buttons, forms, commands, shortcuts. */
export interface FormHands {
  /** Presses a button of a message, or chooses `choice` (values) from a menu. */
  press(at: At, actionId: string, choice?: string | string[]): Promise<Act>;
  pressHome(actionId: string, choice?: string | string[]): Promise<Act>;
  pressModal(actionId: string, choice?: string | string[]): Promise<Act>;
  /** Sends the modal on top; answers by block id. */
  submit(values: Values): Promise<Act>;
  /** Closes the modal on top. */
  dismiss(): Promise<Act>;
  command(channel: string, text: string, command?: string): Promise<Act>;
  /** A shortcut of a message. */
  shortcut(callbackId: string, at: At): Promise<Act>;
  globalShortcut(callbackId: string): Promise<Act>;
}

/** The body of the acknowledgement. */
const answerIn = (act: Act): string => (act.acknowledged ? (act.deliveries[0]?.attempts.at(-1)?.body ?? '') : '');

export function createFormHands({ scene, channelOf, messageAt, interact }: Doing): FormHands {
  const { world, team, user } = scene;

  async function pressIn(view: SlackView | undefined, actionId: string, choice?: string | string[]): Promise<Act> {
    if (!view) throw new Error(`nothing is open for ${user.name}`);
    const blocks = Array.isArray(view.given.blocks) ? view.given.blocks.filter(isObject) : [];
    const { element, blockId } = elementIn(blocks, actionId);
    return interact('interactive', viewPress(scene, view, actionOf(element, blockId, world.ids.ts(), choice)));
  }

  const top = (): SlackView => {
    const view = team.modals.get(user.id)?.at(-1);
    if (!view) throw new Error(`no form is open for ${user.name}`);
    return view;
  };

  return {
    async press(at, actionId, choice) {
      const { channel, message } = messageAt(at);
      const { element, blockId } = elementIn(message.blocks ?? [], actionId);
      const action = actionOf(element, blockId, world.ids.ts(), choice);
      return interact('interactive', messagePress(scene, channel, message, action), at);
    },
    pressHome: (actionId, choice) => pressIn(team.homes.get(user.id), actionId, choice),
    pressModal: async (actionId, choice) => pressIn(top(), actionId, choice),
    async submit(values) {
      const view = top();
      const act = await interact('interactive', viewSubmission(scene, view, stateOf(view, values)));
      if (act.acknowledged) answerSubmission(world, team, view, answerIn(act));
      return act;
    },
    async dismiss() {
      const view = top();
      const left = (team.modals.get(user.id) ?? []).slice(0, -1);
      if (left.length > 0) team.modals.set(user.id, left);
      else team.modals.delete(user.id);
      if (view.given.notify_on_close !== true) return actOf(NOWHERE, []);
      return interact('interactive', viewClosed(scene, view, false));
    },
    async command(id, text, command = '/porras') {
      const channel = channelOf(id);
      const at = { channel: id, ts: '' };
      const act = await interact('slash_commands', slashCommand(scene, channel, command, text), at);
      const answer = answerIn(act);
      if (answer.trim() !== '' && answer !== '{}') {
        const said = answer.startsWith('{') ? (JSON.parse(answer) as Json) : { text: answer };
        respond(world, { team, channel, user: user.id, message: null }, said);
      }
      return act;
    },
    async shortcut(callbackId, at) {
      const { channel, message } = messageAt(at);
      return interact('interactive', messageShortcut(scene, callbackId, channel, message), at);
    },
    globalShortcut: (callbackId) => interact('interactive', globalShortcut(scene, callbackId)),
  };
}
