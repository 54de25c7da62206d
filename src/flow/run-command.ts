import type { EventOf } from '../domain/platform-event.ts';
import type { Inquiry } from '../domain/inquiry.ts';
import { type Action, may } from '../domain/rights.ts';
import { LANGUAGES } from '../domain/words.ts';
import { answerAnonymously } from './answer-anonymously.ts';
import { openAskForm } from './ask-extra.ts';
import { openCommitForm } from './commit.ts';
import { composeDigest } from './compose-digest.ts';
import type { Flow } from './context.ts';
import { openCorrectForm } from './correct-placement.ts';
import { openCreateForm } from './create-inquiry.ts';
import { inquiryMeant, openRoundOf, participantOf } from './find-inquiry.ts';
import { openFixThemeForm } from './fix-theme.ts';
import { helpText } from './help.ts';
import { showMine } from './show-mine.ts';
import type { Handled } from './receive-event.ts';
import { sendNudges } from './send-nudge.ts';
import { openSettings } from './settings.ts';
import { showStatus } from './show-status.ts';
import { closeInquiry, pauseInquiry, resumeInquiry, skipRound } from './steer-inquiry.ts';
import { tellPrivately } from './tell-privately.ts';
import { withdrawContribution } from './withdraw-contribution.ts';

type Invoked = Handled<EventOf<'command-invoked'>>;
type Command = (flow: Flow, event: Invoked, rest: string) => Promise<void>;

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
  pause: steer('pause', (flow, inquiry, event) => pauseInquiry(flow, inquiry, event.id)),
  resume: steer('resume', (flow, inquiry, event) => resumeInquiry(flow, inquiry, event.id)),
  skip: steer('skip-round', skip),
  close: steer('close', (flow, inquiry, event) => closeInquiry(flow, inquiry, event.id)),
  digest: steer('compose-digest', digestNow),
  nudge: steer('nudge-now', nudgeNow),
};

export async function runCommand(flow: Flow, event: Invoked): Promise<void> {
  const [word = '', ...rest] = event.text.trim().split(/\s+/);
  const name = word === '' ? 'help' : commandNamed(flow, word);
  const command = name && COMMANDS[name];
  if (!command) return tellPrivately(flow, event, 'command.unknown', { word });
  await command(flow, event, rest.join(' '));
}

/**
 * The command in a message, without what calls Porras; null when the message is no command. In private a bare command
 * word will do, and nothing else of a message may follow it, so that an answer is never taken for a command.
 */
export function commandIn(flow: Flow, text: string, isPrivate: boolean): string | null {
  const called = /^\s*[/@]porras\b[:,]?\s*(.*)$/isu.exec(text);
  if (called) return called[1]?.trim() ?? '';
  const bare = text.trim();
  return isPrivate && !/\s/.test(bare) && commandNamed(flow, bare) ? bare : null;
}

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

type Steering = (flow: Flow, inquiry: Inquiry, event: Invoked) => Promise<void>;

/** A facilitator's command: checked here, for all of them alike. */
function steer(action: Action, act: Steering): Command {
  return async (flow, event) => {
    const inquiry = await inquiryMeant(flow, event.place, event.by.address);
    if (!inquiry || inquiry.status === 'draft') return tellPrivately(flow, event, 'no-inquiry-here', {});
    const participant = await participantOf(flow, inquiry, event.by.address);
    if (!may(action, { person: event.by.address, inquiry, participant }))
      return tellPrivately(flow, event, 'facilitators-only', {});
    await act(flow, inquiry, event);
    await tellPrivately(flow, event, `did.${action}`, { topic: inquiry.topic }, { part: 'did' });
  };
}

async function skip(flow: Flow, inquiry: Inquiry, event: Invoked): Promise<void> {
  const number = await skipRound(flow, inquiry);
  await tellPrivately(flow, event, number === null ? 'skip.nothing' : 'skip.done', { number: number ?? 0 });
}

async function digestNow(flow: Flow, inquiry: Inquiry, event: Invoked): Promise<void> {
  const digest = await composeDigest(flow, inquiry.id, 'on-request');
  if (!digest) await tellPrivately(flow, event, 'digest.nothing-new', {});
}

/** Sends what invitations the policy allows now; to whom is told to nobody, not even to who asked for it. */
async function nudgeNow(flow: Flow, inquiry: Inquiry): Promise<void> {
  for (const round of await flow.store.rounds.find({ inquiryId: inquiry.id, status: 'open' }))
    await sendNudges(flow, round.id);
}

async function answerWithoutName(flow: Flow, event: Invoked, text: string): Promise<void> {
  const inquiry = await inquiryMeant(flow, event.place, event.by.address);
  if (inquiry?.status !== 'running') return tellPrivately(flow, event, 'no-inquiry-for-you', {});
  if (text === '') return tellPrivately(flow, event, 'anonymous.how', {});
  const round = await openRoundOf(flow, inquiry.id);
  await answerAnonymously(flow, inquiry, event, { text, roundId: round?.id ?? null });
}
