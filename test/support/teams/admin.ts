import { installActivity, type Scene, updateActivity } from './activities.ts';
import type { Deliverer, Delivery } from './deliver.ts';
import { found, personalOf, type TeamsConversation, type TeamsWorld } from './world.ts';

/** What owners of teams and administrators do; by `by` where somebody does it. */
export interface TeamsAdmin {
  /** Adds the app to a team (by any of its channels), a group chat or a person's private conversation. */
  install(conversation: string, by: string): Promise<Delivery[]>;
  uninstall(conversation: string, by: string): Promise<Delivery[]>;
  /** Of a private conversation: the person blocks the bot. Teams does not tell it. */
  block(person: string): void;
  join(conversation: string, person: string): Promise<Delivery>;
  leave(conversation: string, person: string): Promise<Delivery>;
  renameChannel(conversation: string, name: string, by: string): Promise<Delivery>;
  deleteChannel(conversation: string, by: string): Promise<Delivery>;
  deleteTeam(conversation: string, by: string): Promise<Delivery>;
  /** A person's private conversation with the bot, installed or not. */
  personal(person: string): TeamsConversation;
}

export function createAdmin(world: TeamsWorld, deliverer: Deliverer, serviceUrl: () => string): TeamsAdmin {
  const sceneOf = (conversation: TeamsConversation, by: string): Scene => ({
    world,
    serviceUrl: serviceUrl(),
    conversation,
    person: found(world.people, by, 'person'),
    root: null,
  });
  const at = (id: string): TeamsConversation => found(world.conversations, id, 'conversation');
  /** Teams tells of a team in its General channel. */
  const teamScene = (id: string, by: string): Scene => {
    const { team } = at(id);
    return sceneOf(team ? at(team.id) : at(id), by);
  };
  const nextId = (): string => `f:${world.nextId()}`;
  /** Installed in a team is installed in all its channels. */
  const setInstalled = (id: string, installed: boolean): void => {
    const { team } = at(id);
    for (const each of world.conversations.values())
      if (each.id === id || (team !== null && each.team === team)) each.installed = installed;
  };

  async function membership(id: string, key: string, added: boolean): Promise<Delivery> {
    const conversation = at(id);
    if (added) conversation.members.add(key);
    else conversation.members.delete(key);
    const { id: userId, aadObjectId } = found(world.people, key, 'person');
    const eventType = conversation.team ? (added ? 'teamMemberAdded' : 'teamMemberRemoved') : null;
    const changed = { [added ? 'membersAdded' : 'membersRemoved']: [{ id: userId, aadObjectId }] };
    return deliverer.deliver(updateActivity(teamScene(id, key), nextId(), eventType, changed));
  }

  /** The channel is named in `channelData`; the event comes in the General channel. */
  function channelEvent(id: string, by: string, eventType: string): Promise<Delivery> {
    const { name } = at(id);
    const activity = updateActivity(teamScene(id, by), nextId(), eventType);
    const channelData = { ...(activity.channelData as Record<string, unknown>), channel: { id, name } };
    return deliverer.deliver({ ...activity, channelData });
  }

  return {
    personal: (person) => personalOf(world, person),
    async install(id, by) {
      setInstalled(id, true);
      const scene = teamScene(id, by);
      const eventType = scene.conversation.team ? 'teamMemberAdded' : null;
      const added = { membersAdded: [{ id: world.bot.id, name: world.bot.name }] };
      return [
        await deliverer.deliver(installActivity({ ...scene, conversation: at(id) }, nextId(), 'add')),
        await deliverer.deliver(updateActivity(scene, nextId(), eventType, added)),
      ];
    },
    async uninstall(id, by) {
      setInstalled(id, false);
      const scene = teamScene(id, by);
      const eventType = scene.conversation.team ? 'teamMemberRemoved' : null;
      const removed = { membersRemoved: [{ id: world.bot.id, name: world.bot.name }] };
      return [
        await deliverer.deliver(updateActivity(scene, nextId(), eventType, removed)),
        await deliverer.deliver(installActivity({ ...scene, conversation: at(id) }, nextId(), 'remove')),
      ];
    },
    block: (person) => void (personalOf(world, person).blocked = true),
    join: (id, person) => membership(id, person, true),
    leave: (id, person) => membership(id, person, false),
    renameChannel(id, name, by) {
      at(id).name = name;
      return channelEvent(id, by, 'channelRenamed');
    },
    deleteChannel(id, by) {
      at(id).gone = true;
      return channelEvent(id, by, 'channelDeleted');
    },
    async deleteTeam(id, by) {
      const { team } = at(id);
      for (const each of world.conversations.values()) if (team !== null && each.team === team) each.gone = true;
      return deliverer.deliver(updateActivity(teamScene(id, by), nextId(), 'teamDeleted'));
    },
  };
}
