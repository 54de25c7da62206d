import type { Address, Inquiry, Participant } from '../../domain/inquiry.ts';
import type { KnownPerson } from '../../domain/known-person.ts';
import { isTimeZone } from '../../domain/local-time.ts';
import type { Profile } from '../../domain/platform-event.ts';
import { LANGUAGES, type Lang } from '../../domain/words.ts';
import { PorrasError } from '../../errors.ts';
import { platformOf, type Flow } from '../context.ts';
import { can, workspaceAt } from './workspaces.ts';

/** People move and go on leave; once a day is often enough to ask. */
const ASK_AGAIN_MS = 24 * 3_600_000;

/**
 * What is known of a person. Where the platform has profiles it is asked, once a day at most, and their language and
 * time zone are theirs wherever they take part, unless they or a list of people said otherwise.
 */
export async function knowPerson(flow: Flow, person: Address): Promise<KnownPerson> {
  const stored = await flow.store.people.get(person);
  if (!can(flow, person, 'profile')) return stored ?? stranger(flow, person);
  const now = flow.clock.now();
  if (stored?.askedAt && now.getTime() - stored.askedAt.getTime() < ASK_AGAIN_MS) return stored;
  const known = stored ?? (await firstMet(flow, person));
  const said = await profileOf(flow, person);
  if (said === 'not-now') return known;
  const news = { askedAt: now, ...(said && wordsOf(said)) };
  const { ownLang, ownTimeZone, lang, timeZone } = { ...known, ...news };
  const patch = { ...(!ownLang && lang && { lang }), ...(!ownTimeZone && timeZone && { timeZone }) };
  if (Object.keys(patch).length > 0) await flow.store.participants.update({ person }, patch);
  if (said?.name) await flow.store.participants.update({ person, name: '' }, { name: said.name });
  await flow.store.people.update({ id: person }, news);
  return { ...known, ...news };
}

/** Keeps what a person chose for themselves: from now on it holds, whatever the platform says. */
export async function rememberChoice(
  flow: Flow,
  person: Address,
  choice: Partial<Pick<KnownPerson, 'ownLang' | 'ownTimeZone'>>,
): Promise<void> {
  if (!(await flow.store.people.get(person))) await firstMet(flow, person);
  await flow.store.people.update({ id: person }, choice);
}

/** A participant with the language and time zone that are theirs by now. */
export const asKnown = <P extends Pick<Participant, 'lang' | 'timeZone'>>(participant: P, known: KnownPerson): P => ({
  ...participant,
  lang: known.ownLang ?? known.lang ?? participant.lang,
  timeZone: known.ownTimeZone ?? known.timeZone ?? participant.timeZone,
});

const stranger = (flow: Flow, id: Address): KnownPerson => ({
  id,
  workspaceId: workspaceAt(flow, id),
  ownLang: null,
  ownTimeZone: null,
  lang: null,
  timeZone: null,
  awayUntil: null,
  askedAt: null,
  homeSince: null,
});

/** What a participant has other than their inquiry has it, a list of people or they themselves said. */
async function firstMet(flow: Flow, person: Address): Promise<KnownPerson> {
  const participants = await flow.store.participants.find({ person }, { by: 'joinedAt' });
  const inquiries = await flow.store.inquiries.find({ id: participants.map((each) => each.inquiryId) });
  const byId = new Map(inquiries.map((each) => [each.id, each]));
  const own = <T>(of: Participant, pick: (from: Participant | Inquiry) => T): T | null => {
    const inquiry = byId.get(of.inquiryId);
    return inquiry && pick(of) !== pick(inquiry) ? pick(of) : null;
  };
  const langOf = (from: Participant | Inquiry): Lang => ('lang' in from ? from.lang : from.language);
  const known = {
    ...stranger(flow, person),
    ownLang: participants.flatMap((each) => own(each, langOf) ?? [])[0] ?? null,
    ownTimeZone: participants.flatMap((each) => own(each, (from) => from.timeZone) ?? [])[0] ?? null,
  };
  await flow.store.people.insert(known);
  return known;
}

/** Null where the platform will not tell; a profile never stops anything. */
async function profileOf(flow: Flow, person: Address): Promise<Profile | 'not-now' | null> {
  try {
    return await platformOf(flow, person).profile(person);
  } catch (thrown) {
    if (!(thrown instanceof PorrasError)) throw thrown;
    flow.warn('a profile could not be read', { code: thrown.code });
    return thrown.retryable ? 'not-now' : null;
  }
}

function wordsOf({ locale, timeZone, awayUntil }: Profile): Pick<KnownPerson, 'lang' | 'timeZone' | 'awayUntil'> {
  const language = locale?.toLowerCase().split(/[-_]/)[0];
  return {
    lang: LANGUAGES.find((each) => each === language) ?? null,
    timeZone: timeZone && isTimeZone(timeZone) ? timeZone : null,
    awayUntil,
  };
}
