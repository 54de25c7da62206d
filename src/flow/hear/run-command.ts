import type { EventOf } from '../../domain/platform-event.ts';
import { excerpt } from '../../domain/excerpt.ts';
import { looksLikeCode } from '../../domain/join-code.ts';
import { LANGUAGES } from '../../domain/words.ts';
import { answerAnonymously } from '../contribute/answer-anonymously.ts';
import { openAskForm } from '../ask/ask-extra.ts';
import { openCommitForm } from '../give-back/commit.ts';
import { connectChannel } from '../facilitate/connect-channel.ts';
import type { Flow } from '../context.ts';
import { openCorrectForm } from '../theme/correct-placement.ts';
import { openCreateForm } from '../facilitate/create-inquiry.ts';
import { openDisconnectForm } from '../facilitate/disconnect-channel.ts';
import { inquiryMeant, openRoundOf } from '../who/find-inquiry.ts';
import { openFixThemeForm } from '../theme/fix-theme.ts';
import { helpText } from '../home/help.ts';
import { showMine } from '../home/show-mine.ts';
import type { Handled } from '../receive-event.ts';
import { openSettings } from '../home/settings.ts';
import { showStatus } from '../home/show-status.ts';
import { closeByCommand } from '../facilitate/ask-to-close.ts';
import { steer, type Steering } from '../facilitate/steering.ts';
import { tellPrivately } from '../say/tell-privately.ts';
import { withdrawContribution } from '../contribute/withdraw-contribution.ts';

type Invoked = Handled<EventOf<'command-invoked'>>;
type Command = (flow: Flow, event: Invoked, rest: string) => Promise<void>;

export async function runCommand(flow: Flow, event: Invoked): Promise<void> {
  const [word = '', ...rest] = event.text.trim().split(/\s+/);
  const name = word === '' ? 'help' : commandNamed(flow, word);
  const command = name && COMMANDS[name];
  if (!command) return tellPrivately(flow, event, 'command.unknown', { word: excerpt(word, 40) });
  await command(flow, event, rest.join(' '));
}

/** What follows when a message calls Porras by name; null when it does not. */
export const calledCommand = (text: string): string | null =>
  /^\s*[/@]porras\b[:,]?\s*(.*)$/isu.exec(text)?.[1]?.trim() ?? null;

/**
 * Whether what follows Porras's name is a command: only an anonymous answer and a code follow their word. "@porras close
 * to our customers we ..." closes nothing.
 */
export function standsAlone(flow: Flow, called: string): boolean {
  const [word = '', ...rest] = called.split(/\s+/);
  const name = commandNamed(flow, word);
  return rest.length === 0 || name === 'anonymous' || name === 'withdraw' || isJoining(name, rest);
}

const isJoining = (name: string | undefined, rest: string[]): boolean =>
  name === 'connect' && looksLikeCode(rest.join(' '));

/**
 * In private a bare command word will do; nothing else of the message may follow it, so that an answer is never taken
 * for a command. Only an anonymous answer and a code follow their word: who forgets to call Porras by name there must not
 * lose their anonymity, nor have their code taken for an answer.
 */
export function bareCommand(flow: Flow, text: string): string | null {
  // Who only calls wants to know who is there.
  if (/^porras\p{P}*$/iu.test(text.trim())) return 'help';
  const [word = '', ...rest] = text.trim().split(/\s+/);
  const name = commandNamed(flow, word.replace(/:$/, ''));
  const takesRest = name === 'anonymous' || (name === 'withdraw' && isReceipt(rest.join(' '))) || isJoining(name, rest);
  return name && (rest.length === 0 || takesRest) ? [name, ...rest].join(' ') : null;
}

/** Whether a command is to answer anonymously: not something to be said where everyone reads it. */
export const isAnonymous = (flow: Flow, command: string): boolean =>
  commandNamed(flow, command.split(/\s/)[0] ?? '') === 'anonymous';

const isReceipt = (text: string): boolean => /^[0-9a-f]{4}-[0-9a-f]{4}$/i.test(text);

function commandNamed(flow: Flow, word: string): string | undefined {
  const wanted = word.toLowerCase();
  return Object.keys(COMMANDS).find((name) =>
    LANGUAGES.some((lang) =>
      flow.content
        .say(lang, `command.${name}`)
        .split(',')
        .some((each) => each.trim() === wanted),
    ),
  );
}

/** A facilitator's command, for the inquiry that they mean. */
const steering =
  (name: Exclude<Steering, 'close'>): Command =>
  async (flow, event, rest) =>
    steer(flow, event, await inquiryMeant(flow, event.place, event.by.address), name, rest);

async function answerWithoutName(flow: Flow, event: Invoked, text: string): Promise<void> {
  const inquiry = await inquiryMeant(flow, event.place, event.by.address);
  if (inquiry?.status !== 'running') return tellPrivately(flow, event, 'no-inquiry-for-you', {});
  if (text === '') return tellPrivately(flow, event, 'anonymous.how', {});
  const round = await openRoundOf(flow, inquiry.id);
  await answerAnonymously(flow, inquiry, event, { text, roundId: round?.id ?? null });
}

/** Every command by its English name; `command.NAME` in the messages lists what else it is called in each language. */
const COMMANDS: Record<string, Command> = {
  help: async (flow, event) => helpText(flow, event, await inquiryMeant(flow, event.place, event.by.address)),
  new: openCreateForm,
  status: showStatus,
  mine: showMine,
  move: openCorrectForm,
  themes: openFixThemeForm,
  commit: openCommitForm,
  settings: openSettings,
  anonymous: answerWithoutName,
  withdraw: (flow, event, rest) => withdrawContribution(flow, event, { receipt: rest }),
  ask: openAskForm,
  pause: steering('pause'),
  resume: steering('resume'),
  skip: steering('skip'),
  close: closeByCommand,
  digest: steering('digest'),
  nudge: steering('nudge'),
  connect: connectChannel,
  disconnect: openDisconnectForm,
};
