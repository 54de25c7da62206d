import type { Installation as Row } from '../../src/domain/installation.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Table } from '../../src/ports/store.ts';
import { workspaceOf } from './address.ts';
import { Installation } from './installation.ts';
import type { Seal } from './seal.ts';

export interface InstallationStore {
  get(team: string): Promise<Installation | null>;
  put(installation: Installation): Promise<void>;
  /** Puts one that was renewed in the place of the old one. @returns false where that is not there any more. */
  replace(old: Installation, renewed: Installation): Promise<boolean>;
  /** Deletes it, unless it was made after `until`: news of an uninstall may come after the next install. */
  delete(team: string, until: Date): Promise<void>;
  list(): Promise<Installation[]>;
  /**
   * Claims the renewing of a token: false when another process has it, or when somebody stored a newer installation.
   * A claim ends by itself, since who has it may die.
   */
  claim(installation: Installation): Promise<boolean>;
}

/** Longer than Slack takes to answer, or we to give up waiting. */
const CLAIM_MS = 60_000;

/** Installations in the store, sealed; a claim stands behind a `~`, as the time when it was made. */
export function createInstallationStore(table: Table<Row>, seal: Seal, clock: Clock): InstallationStore {
  const open = (row: Row): Installation => openRow(seal, row);
  const sealed = (installation: Installation): string =>
    seal.seal(JSON.stringify(installation), workspaceOf(installation.team));

  return {
    async get(team) {
      const row = await table.get(workspaceOf(team));
      if (!row) return null;
      const installation = open(row);
      if (seal.isOld(row.sealed)) {
        await table.update({ id: row.id, sealed: row.sealed }, { sealed: sealed(installation) });
      }
      return installation;
    },
    async put(installation) {
      const row: Row = {
        id: workspaceOf(installation.team),
        sealed: sealed(installation),
        updatedAt: clock.now(),
      };
      if (await table.insert(row)) return;
      await table.update({ id: row.id }, { sealed: row.sealed, updatedAt: row.updatedAt });
    },
    async replace(old, renewed) {
      const row = await table.get(workspaceOf(old.team));
      if (!row || open(row).token !== old.token) return false;
      const patch = { sealed: sealed(renewed), updatedAt: clock.now() };
      return (await table.update({ id: row.id, sealed: row.sealed }, patch)) === 1;
    },
    async delete(team, until) {
      const row = await table.get(workspaceOf(team));
      if (row && open(row).installedAt <= until.getTime()) await table.delete({ id: row.id, sealed: row.sealed });
    },
    async list() {
      return (await table.find({})).map(open);
    },
    async claim(installation) {
      const row = await table.get(workspaceOf(installation.team));
      if (!row || open(row).token !== installation.token) return false;
      const now = clock.now().getTime();
      if (now - claimedAt(row) < CLAIM_MS) return false;
      const claimed = `${unclaimed(row)}~${now}`;
      return (await table.update({ id: row.id, sealed: row.sealed }, { sealed: claimed })) === 1;
    },
  };
}

/** @throws PorrasError `secret-key` */
export const openRow = (seal: Seal, row: Row): Installation =>
  Installation.parse(JSON.parse(seal.open(unclaimed(row), row.id)));

const unclaimed = ({ sealed }: Row): string => sealed.split('~')[0] ?? '';
const claimedAt = ({ sealed }: Row): number => Number(sealed.split('~')[1] ?? Number.NEGATIVE_INFINITY);
