import { describe, expect, it } from 'vitest';
import { createAuthorize } from '../../../adapters/slack/authorize.ts';
import { createInstallationStore } from '../../../adapters/slack/installation-store.ts';
import type { Installation } from '../../../adapters/slack/installation.ts';
import { createSeal } from '../../../adapters/slack/seal.ts';
import { PorrasError } from '../../../src/errors.ts';
import { createVirtualClock } from '../../../src/jobs/virtual-clock.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';

const HOUR = 3_600_000;
const START = new Date('2026-03-02T08:00:00Z');
const OLD = 'the old secret, which is long enough for it';
const NEW = 'the new secret, which is long enough for it';

const anInstallation = (fields: Partial<Installation> = {}): Installation => ({
  team: 'T1',
  name: 'Acme',
  appId: 'A1',
  botUserId: 'U0PORRAS',
  scopes: ['chat:write'],
  token: 'xoxe.xoxb-0',
  refreshToken: 'xoxe-0',
  expiresAt: START.getTime() + 12 * HOUR,
  installedAt: START.getTime(),
  ...fields,
});

/** A Slack that hands out tokens one after another and takes each refresh token once. */
function createWorld() {
  const clock = createVirtualClock(START);
  const { installations } = createMemoryStore();
  const store = createInstallationStore(installations, createSeal([NEW]), clock);
  const used: string[] = [];
  const warned: string[] = [];
  const slack = { down: false };
  const process = () =>
    createAuthorize({
      store,
      clock,
      warn: (what) => warned.push(what),
      async renew(old) {
        await Promise.resolve();
        if (slack.down) throw new PorrasError('slack-unreachable', 'down', { retryable: true });
        if (used.includes(old.refreshToken ?? '')) throw new PorrasError('slack-invalid-refresh-token', 'used');
        used.push(old.refreshToken ?? '');
        const number = used.length;
        return {
          ...old,
          token: `xoxe.xoxb-${number}`,
          refreshToken: `xoxe-${number}`,
          expiresAt: clock.now().getTime() + 12 * HOUR,
        };
      },
    });
  const later = (hours: number): void => clock.moveTo(new Date(clock.now().getTime() + hours * HOUR));
  return { clock, installations, store, used, warned, slack, process, later };
}

describe('installations', () => {
  it('are kept sealed: neither tokens nor names are in the row', async () => {
    const { store, installations } = createWorld();
    await store.put(anInstallation());
    expect(await store.get('T1')).toEqual(anInstallation());
    const rows = JSON.stringify(await installations.find({}));
    for (const secret of ['xoxe', 'xoxb', 'Acme']) expect(rows).not.toContain(secret);
  });

  it('sealed with the old key open, and are then sealed with the new one', async () => {
    const { installations, clock } = createWorld();
    await createInstallationStore(installations, createSeal([OLD]), clock).put(anInstallation());
    const both = createInstallationStore(installations, createSeal([NEW, OLD]), clock);
    expect(await both.get('T1')).toEqual(anInstallation());
    const onlyNew = createInstallationStore(installations, createSeal([NEW]), clock);
    expect(await onlyNew.get('T1')).toEqual(anInstallation());
  });

  it('that were moved to another workspace do not open', async () => {
    const { store, installations } = createWorld();
    await store.put(anInstallation());
    const [row] = await installations.find({});
    await installations.insert({ ...row!, id: 'slack:T2' });
    await expect(store.get('T2')).rejects.toMatchObject({ code: 'secret-key' });
  });

  it('are deleted by the news of an uninstall, but not by news from before they were made', async () => {
    const { store, clock, later } = createWorld();
    await store.put(anInstallation());
    await store.delete('T1', new Date(START.getTime() - 1));
    expect(await store.get('T1')).not.toBeNull();
    later(1);
    await store.delete('T1', clock.now());
    expect(await store.get('T1')).toBeNull();
  });
});

describe('tokens', () => {
  it('are used as they are while they are good for more than two hours', async () => {
    const { store, process, used, later } = createWorld();
    await store.put(anInstallation());
    const authorize = process();
    later(9.9);
    expect((await authorize.authorize('T1')).token).toBe('xoxe.xoxb-0');
    expect(used).toEqual([]);
  });

  it('are renewed before they end, once, whoever asks at the same time in whichever process', async () => {
    const { store, process, used, later } = createWorld();
    await store.put(anInstallation());
    later(10.5);
    const processes = [process(), process(), process()];
    const asked = processes.flatMap((each) => [each.authorize('T1'), each.authorize('T1')]);
    const tokens = (await Promise.all(asked)).map(({ token }) => token);
    expect(used).toEqual(['xoxe-0']);
    // Who did not renew it uses the old one, which is still good, or the new one.
    for (const token of tokens) expect(['xoxe.xoxb-0', 'xoxe.xoxb-1']).toContain(token);
    expect((await store.get('T1'))?.refreshToken).toBe('xoxe-1');
    later(0.1);
    for (const each of processes) expect((await each.authorize('T1')).token).toBe('xoxe.xoxb-1');
    expect(used).toEqual(['xoxe-0']);
  });

  it('that end while another process renews them are waited for', async () => {
    const { store, process, later } = createWorld();
    await store.put(anInstallation());
    later(13);
    expect(await store.claim(anInstallation())).toBe(true);
    const authorize = process();
    await expect(authorize.authorize('T1')).rejects.toMatchObject({ code: 'slack-token-renewing', retryable: true });
    // Whoever had claimed it died: the claim ends by itself.
    later(0.1);
    expect((await authorize.authorize('T1')).token).toBe('xoxe.xoxb-1');
  });

  it('that cannot be renewed yet are used until they end', async () => {
    const { store, process, slack, warned, later } = createWorld();
    await store.put(anInstallation());
    const authorize = process();
    slack.down = true;
    later(11);
    expect((await authorize.authorize('T1')).token).toBe('xoxe.xoxb-0');
    expect(warned).toEqual(['a token could not be renewed yet']);
    later(2);
    await expect(authorize.authorize('T1')).rejects.toMatchObject({ code: 'slack-unreachable' });
    slack.down = false;
    later(0.1);
    expect((await authorize.authorize('T1')).token).toBe('xoxe.xoxb-1');
  });

  it('that were renewed while the store was down are stored later: the old refresh token is used up', async () => {
    const world = createWorld();
    const { store, warned, used, clock, later } = world;
    await store.put(anInstallation());
    const down = { now: true };
    const authorize = createAuthorize({
      store: {
        ...store,
        replace: (old, renewed) => (down.now ? Promise.reject(new Error('down')) : store.replace(old, renewed)),
      },
      clock,
      warn: (what) => warned.push(what),
      renew: async (old) => ({ ...old, token: 'xoxe.xoxb-new', expiresAt: clock.now().getTime() + 12 * HOUR }),
    });
    later(10.5);
    expect((await authorize.authorize('T1')).token).toBe('xoxe.xoxb-new');
    expect((await store.get('T1'))?.token).toBe('xoxe.xoxb-0');
    down.now = false;
    later(0.1);
    expect((await authorize.authorize('T1')).token).toBe('xoxe.xoxb-new');
    expect((await store.get('T1'))?.token).toBe('xoxe.xoxb-new');
    expect(used).toEqual([]);
  });

  it('renewed while Porras is being removed do not bring the installation back', async () => {
    const { store, clock, later } = createWorld();
    await store.put(anInstallation());
    later(10.5);
    const authorize = createAuthorize({
      store,
      clock,
      warn: () => undefined,
      async renew(old) {
        await store.delete('T1', clock.now());
        return { ...old, token: 'xoxe.xoxb-1' };
      },
    });
    await authorize.authorize('T1');
    expect(await store.get('T1')).toBeNull();
  });

  it('of a workspace where Porras is not installed: says so', async () => {
    const { process } = createWorld();
    await expect(process().authorize('T9')).rejects.toThrow(/not installed in the Slack workspace T9/);
  });
});
