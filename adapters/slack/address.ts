import type { Address } from '../../src/domain/inquiry.ts';
import { foreignAddress } from './errors.ts';

/*
 * `slack:T1` is a workspace, `slack:T1:C1` a channel or private conversation, `slack:T1:U1` a person,
 * `slack:T1:C1:1700000000.000100` a message. The team comes first in each, since tokens and limits go by team.
 */

export const PLATFORM = 'slack';

export interface InTeam {
  team: string;
  id: string;
}

export interface MessagePlace {
  team: string;
  channel: string;
  /** Slack's timestamp, by which it knows a message within a channel. */
  ts: string;
}

const WORKSPACE = /^slack:([TE][A-Z0-9]+)$/;
const CHANNEL = /^slack:([TE][A-Z0-9]+):([CGD][A-Z0-9]+)$/;
const PERSON = /^slack:([TE][A-Z0-9]+):([UW][A-Z0-9]+)$/;
const MESSAGE = /^slack:([TE][A-Z0-9]+):([CGD][A-Z0-9]+):(\d+\.\d+)$/;

export const workspaceOf = (team: string): string => checked(`${PLATFORM}:${team}`, WORKSPACE, 'a workspace');

/** A channel, or a private conversation with Porras. */
export const channelAddress = (team: string, id: string): Address =>
  checked(`${PLATFORM}:${team}:${id}`, CHANNEL, 'a channel');

export const personAddress = (team: string, id: string): Address =>
  checked(`${PLATFORM}:${team}:${id}`, PERSON, 'a person');

export const messageRef = (team: string, channel: string, ts: string): string =>
  checked(`${PLATFORM}:${team}:${channel}:${ts}`, MESSAGE, 'a message');

const ANYTHING = /^slack:([TE][A-Z0-9]+)(?=:|$)/;

/** The workspace of a channel, a person or a message. */
export const workspaceAt = (address: Address): string => workspaceOf(parts(address, ANYTHING, 'anything')[0]);

/** The team of a workspace's id. */
export const teamOf = (workspaceId: string): string => parts(workspaceId, WORKSPACE, 'a workspace')[0];

export function decodeChannel(address: Address): InTeam {
  const [team, id] = parts(address, CHANNEL, 'a channel');
  return { team, id };
}

export function decodePerson(address: Address): InTeam {
  const [team, id] = parts(address, PERSON, 'a person');
  return { team, id };
}

export function decodeRef(ref: string): MessagePlace {
  const [team, channel, ts] = parts(ref, MESSAGE, 'a message');
  return { team, channel, ts };
}

export const isPerson = (address: Address): boolean => PERSON.test(address);

/** Whether a conversation's id is that of a private one with one person. */
export const isPrivate = (channelId: string): boolean => channelId.startsWith('D');

function parts(address: string, shape: RegExp, what: string): [string, string, string] {
  const found = shape.exec(address);
  if (!found) throw foreignAddress(address, what);
  return [found[1]!, found[2] ?? '', found[3] ?? ''];
}

function checked(address: string, shape: RegExp, what: string): string {
  parts(address, shape, what);
  return address;
}
