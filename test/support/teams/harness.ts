import { channelAddress, decodePerson, decodeRef, messageRef, personAddress } from '../../../adapters/teams/address.ts';
import { createTeamsPlatform } from '../../../adapters/teams/index.ts';
import { createReferences } from '../../../adapters/teams/references.ts';
import { personByObjectId } from './people.ts';
import { systemClock } from '../../../src/ports/clock.ts';
import { startServer } from '../../../src/http/server.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import type { Hands, Harness, Seen } from '../../contract/chat-platform-harness.ts';
import type { Delivery } from './deliver.ts';
import type { At } from './hands.ts';
import { formIn } from './read-form.ts';
import type { SeenMessage } from './see.ts';
import { startTeams, type TeamsOptions } from './start-teams.ts';
import { found } from './world.ts';

const SECRET = 'the-secret-of-the-bot';
const CHANNEL = '19:kehitys-general@thread.tacv2';

/** Porras's Teams adapter on its own server, before a Teams of ours whose people have spoken before. */
export async function makeTeamsHarness(options: TeamsOptions = {}): Promise<Harness> {
  const teams = await startTeams({
    teams: [{ key: 'kehitys', channels: ['general'] }],
    // Teams does not tell bots of reactions to what people said; the contract asks for what Porras does with them.
    reactionsToPeople: true,
    secret: SECRET,
    ...options,
  });
  const { world, serviceUrl } = teams;
  const { tenantId } = world;
  const store = createMemoryStore();
  const references = createReferences(store.conversations, systemClock);
  for (const person of world.people.values())
    await references.keep({ id: personAddress(tenantId, person.aadObjectId), tenantId, name: person.name, serviceUrl });
  await references.keep({
    id: channelAddress(tenantId, CHANNEL),
    tenantId,
    serviceUrl,
    conversationId: CHANNEL,
    teamId: CHANNEL,
    name: 'general',
  });
  const platform = createTeamsPlatform({
    store,
    token: () => teams.botToken(SECRET),
    config: {
      appId: world.appId,
      appPassword: SECRET,
      appType: 'SingleTenant',
      tenantId,
      openForDevelopment: false,
      publicUrl: null,
      openIdMetadataUrl: teams.openIdMetadataUrl,
    },
  });
  const server = await startServer({ port: 0, routes: [platform.routes] });
  teams.deliverer.endpoint = `${server.url}/api/messages`;

  const keyOf = (address: string): string => personByObjectId(world, decodePerson(address).id).key;
  const addressOf = (key: string): string => personAddress(tenantId, found(world.people, key, 'person').aadObjectId);
  const at = (ref: string): At => {
    const { conversation, activity } = decodeRef(ref);
    return { conversation, id: activity };
  };
  const acknowledged = (...deliveries: (Delivery | null)[]): boolean =>
    deliveries.every((each) => each !== null && each.acknowledged);
  /** The form that is open: in a dialog, else the last card in private that was not sent. */
  const formCard = (key: string): { card: NonNullable<SeenMessage['card']>; at: At | null } | null => {
    const dialog = world.dialogs.get(key);
    if (dialog) return { card: dialog.card as unknown as NonNullable<SeenMessage['card']>, at: null };
    const { id } = teams.admin.personal(key);
    const last = teams.messages(id, key).findLast((each) => each.card && formIn(each.card));
    return last?.card ? { card: last.card, at: { conversation: id, id: last.id } } : null;
  };

  function handsOf(address: string): Hands {
    const key = keyOf(address);
    const hands = teams.as(key);
    return {
      async post(text, { threadRef, private: isPrivate = false } = {}) {
        if (isPrivate) return acknowledged(await hands.post(text));
        const root = threadRef === undefined ? {} : { root: at(threadRef).id };
        return acknowledged(await hands.post(text, { in: CHANNEL, ...root }));
      },
      edit: async (ref, text) => acknowledged(await hands.edit(at(ref), text)),
      delete: async (ref) => acknowledged(await hands.delete(at(ref))),
      react: async (ref, emoji) => acknowledged(await hands.react(at(ref), emoji)),
      unreact: async (ref, emoji) => acknowledged(await hands.unreact(at(ref), emoji)),
      async press(ref, choice) {
        const place = at(ref);
        const shown = teams.messages(place.conversation, key).find((each) => each.id === place.id);
        const index = (shown?.actions ?? []).findIndex(
          ({ data }) => data.action === choice.action && data.value === choice.value,
        );
        return acknowledged(await hands.press(place, index));
      },
      async submit(answers) {
        const open = formCard(key);
        if (!open) throw new Error(`no form is open for ${key}`);
        const people = formIn(open.card)?.fields.filter((each) => each.type === 'people') ?? [];
        const inputs = Object.fromEntries(
          Object.entries(answers).map(([name, value]) => {
            const isPeople = people.some((each) => each.name === name);
            const ids = value.split(',').filter(Boolean);
            return [`field:${name}`, isPeople ? ids.map((each) => decodePerson(each).id).join(',') : value];
          }),
        );
        return acknowledged(
          open.at ? await hands.press(open.at, 'porras-form', { inputs }) : await hands.submitDialog(inputs),
        );
      },
      command: async (text) => acknowledged(await hands.post(`/porras ${text}`, { in: CHANNEL, mention: true })),
      join: async () => acknowledged(await teams.admin.join(CHANNEL, key)),
      leave: async () => acknowledged(await teams.admin.leave(CHANNEL, key)),
      openHome: async () => acknowledged(...(await teams.admin.install(teams.admin.personal(key).id, key))),
      look: async (ref) => void (await hands.look(at(ref))),
      pick: async (ref, purpose) => acknowledged(await hands.extend(at(ref), purpose === 'add' ? 'add' : 'buildsOn')),
    };
  }

  return {
    platform,
    workspaceId: `teams:${tenantId}`,
    channel: channelAddress(tenantId, CHANNEL),
    channelName: 'general',
    people: [...world.people.values()].map(({ key, name }) => ({
      address: addressOf(key),
      name,
      isBot: false,
    })) as unknown as Harness['people'],
    asPerson: handsOf,
    visibleTo: async (address) =>
      teams
        .everything(keyOf(address))
        // What goes on from another message is part of what that one says.
        .filter((each) => !/"part-(?:[2-9]|\d\d+)-of-/.test(JSON.stringify(each.card?.body ?? null)))
        .filter((each) => !each.text.startsWith('/porras ') && !(each.card && formIn(each.card)))
        .map(
          (each): Seen => ({
            ref: messageRef(tenantId, each.conversation, each.id),
            conversation: channelAddress(tenantId, each.conversation),
            private: each.conversation.startsWith('a:'),
            threadRef: each.root === null ? null : messageRef(tenantId, each.conversation, each.root),
            by: each.from === null ? null : addressOf(each.from),
            text: each.text,
            choices: each.actions.map(({ data, title }) => ({
              action: String(data.action),
              value: String(data.value),
              label: title,
            })),
            picture: each.picture,
            reactions: each.reactions.map(({ emoji, by }) => ({ emoji, by: addressOf(by) })),
          }),
        ),
    async formFor(address) {
      const open = formCard(keyOf(address));
      return open ? formIn(open.card) : null;
    },
    async setProfile(address, { locale, timeZone }) {
      // Teams tells of it with whatever they do next.
      const person = found(world.people, keyOf(address), 'person');
      Object.assign(person, { ...(locale && { locale }), ...(timeZone && { timeZone }) });
      await teams.as(person.key).post('hei');
    },
    renameChannel: async (name) => acknowledged(await teams.admin.renameChannel(CHANNEL, name, 'maija')),
    removeChannel: async () => acknowledged(await teams.admin.deleteTeam(CHANNEL, 'maija')),
    redeliver: async () => void (await teams.deliverer.redeliver()),
    async close() {
      await server.stop();
      await teams.close();
    },
  };
}
