import { dateText, inQuotes } from '../../domain/date-text.ts';
import { type Claim, type DigestContent, NOT_CITED } from '../../domain/digest.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import { asMarkdown } from '../../domain/plain-text.ts';
import { type Lang, SIGNALS } from '../../domain/words.ts';
import { PorrasError } from '../../errors.ts';
import { platformOf, type Flow } from '../context.ts';
import type { SayHere } from '../say/say-here.ts';
import { modelOf } from '../theme/model-of.ts';
import { can } from '../who/workspaces.ts';

/**
 * A digest as Markdown in the inquiry's language. Citations are `ids` (a file that stands by itself) or `links` to the
 * messages where the platform has them (what is posted).
 */
export async function writeDigest(
  flow: Flow,
  inquiry: Inquiry,
  content: DigestContent,
  citations: 'ids' | 'links',
): Promise<string> {
  const say = (key: string, params = {}) => flow.content.say(inquiry.language, key, params);
  const cite = citations === 'ids' ? citeIds : await linkCiter(flow, content);
  const parts = [
    `# ${say('digest.title', { topic: asMarkdown(inquiry.topic), week: content.week })}`,
    content.ledger.total === 0
      ? say('digest.empty-week')
      : say('digest.intro', {
          contributions: content.ledger.total,
          spoke: content.voices.spoke,
          participants: content.voices.participants,
        }),
    ...content.sections.map((section) => sectionText(flow, inquiry, section, cite)),
    ...momentumsText(content, say, cite),
    ...concernsText(content, inquiry.language, say, cite),
    ...appreciationText(content, say),
    ...(await commitmentsText(flow, inquiry)),
    ...voicesText(content, say),
    ledgerText(content, say),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

type Cite = (ids: string[]) => string;

function sectionText(flow: Flow, inquiry: Inquiry, section: DigestContent['sections'][number], cite: Cite): string {
  // What it rested on has been taken back.
  if (section.claims.length === 0) return '';
  const step = modelOf(flow, inquiry).steps.find((each) => each.key === section.step);
  const claims = section.claims.map((claim: Claim) => `- ${asMarkdown(claim.text)} ${cite(claim.citations)}`);
  return [`## ${step?.name[inquiry.language] ?? section.step}`, claims.join('\n')].join('\n\n');
}

const momentumsText = (content: DigestContent, say: SayHere, cite: Cite): string[] =>
  content.momentums.length === 0
    ? []
    : [
        `## ${say('digest.momentums')}`,
        content.momentums.map((each) => `- ${asMarkdown(each.summary)} ${cite(each.contributions)}`).join('\n'),
      ];

const concernsText = (content: DigestContent, lang: Lang, say: SayHere, cite: Cite): string[] =>
  content.concerns.length === 0
    ? []
    : [
        `## ${say('digest.concerns')}`,
        content.concerns
          .map(
            (each) =>
              `- ${inQuotes(lang, asMarkdown(each.quote))} ${cite([each.contribution])}\n  ${asMarkdown(each.reframing)}`,
          )
          .join('\n'),
      ];

function appreciationText(content: DigestContent, say: SayHere): string[] {
  const signals = SIGNALS.filter((signal) => (content.appreciation[signal] ?? 0) > 0);
  if (signals.length === 0) return [];
  return [
    `## ${say('digest.appreciation')}`,
    `${signals.map((signal) => say(`signal.${signal}`, { count: content.appreciation[signal] ?? 0 })).join(' · ')}`,
  ];
}

async function commitmentsText(flow: Flow, inquiry: Inquiry): Promise<string[]> {
  const say = (key: string, params = {}) => flow.content.say(inquiry.language, key, params);
  const commitments = await flow.store.commitments.find({ inquiryId: inquiry.id }, { by: 'createdAt' });
  if (commitments.length === 0) return [];
  const owners = new Map(
    (await flow.store.participants.find({ inquiryId: inquiry.id })).map((each) => [each.id, each.name]),
  );
  const lines = commitments.map((each) => {
    const state = say(`commitment.${each.status}`, {
      owner: asMarkdown(owners.get(each.ownerId) ?? ''),
      due: dateText(inquiry.language, each.dueOn),
    });
    return `- ${asMarkdown(each.text)} (${state})${each.outcome ? `: ${asMarkdown(each.outcome)}` : ''}`;
  });
  return [`## ${say('digest.commitments')}`, lines.join('\n')];
}

/** Whether a commitment was settled since the digest before. */
export async function hasUntoldOutcomes({ store }: Flow, { id: inquiryId }: Inquiry): Promise<boolean> {
  const [last] = await store.digests.find({ inquiryId }, { by: 'at', descending: true, limit: 1 });
  return (await store.commitments.count({ inquiryId, settledAt: { gt: last?.at ?? new Date(0) } })) > 0;
}

function voicesText(content: DigestContent, say: SayHere): string[] {
  const { voices } = content;
  if (voices.contributions === 0) return [];
  const percent = (share: number) => Math.round(share * 100);
  const roles =
    voices.shareByRole &&
    Object.entries(voices.shareByRole).map(([role, share]) => say(`voices.role.${role}`, { percent: percent(share) }));
  return [
    `## ${say('digest.voices')}`,
    [
      say('voices.spoke', { spoke: voices.spoke, participants: voices.participants }),
      ...(voices.responseCoverage > 0 ? [say('voices.answered', { percent: percent(voices.responseCoverage) })] : []),
      ...(roles ? [say('voices.roles', { roles: roles.join(', ') })] : []),
    ].join(' '),
  ];
}

function ledgerText(content: DigestContent, say: SayHere): string {
  const dropped = content.leftOut.claims.reduce((sum, each) => sum + each.count, 0);
  const notCited = content.leftOut.contributions.find((each) => each.reason === NOT_CITED)?.count ?? 0;
  return [
    `## ${say('digest.ledger')}`,
    [
      say('ledger.parts', { ...content.ledger }),
      ...(content.ledger.themed > 0 || dropped > 0 ? [say('ledger.left-out', { dropped, notCited })] : []),
    ].join(' '),
  ].join('\n\n');
}

const citeIds: Cite = (ids) => `[${ids.join(', ')}]`;

/** None where Porras was removed: a digest is whole without it. */
async function linkTo(flow: Flow, ref: string): Promise<string | null> {
  try {
    return await platformOf(flow, ref).permalink(ref);
  } catch (thrown) {
    if (!(thrown instanceof PorrasError) || thrown.retryable) throw thrown;
    return null;
  }
}

/** Numbers in the order of the digest; a link where the contribution stands in a channel that can be linked to. */
async function linkCiter(flow: Flow, content: DigestContent): Promise<Cite> {
  const ids = [
    ...new Set([
      ...content.sections.flatMap((each) => each.claims.flatMap((claim) => claim.citations)),
      ...content.momentums.flatMap((each) => each.contributions),
      ...content.concerns.map((each) => each.contribution),
    ]),
  ];
  const numbers = new Map(ids.map((id, index) => [id, index + 1]));
  const links = new Map<string, string>();
  // A private answer has a place too, but only its author can go there.
  for (const { id, ref } of await flow.store.contributions.find({ id: ids, via: 'channel' })) {
    if (ref === null) continue;
    const link = can(flow, ref, 'permalink') ? await linkTo(flow, ref) : null;
    if (link) links.set(id, link);
  }
  return (cited) =>
    cited
      .map((id) => (links.has(id) ? `[\\[${numbers.get(id)}\\]](${links.get(id)})` : `\\[${numbers.get(id)}\\]`))
      .join(' ');
}
