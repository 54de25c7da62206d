import { appreciationOf } from '../../domain/appreciation.ts';
import type { Assignment, Contribution } from '../../domain/contribution.ts';
import {
  type Claim,
  type DigestConcern,
  type DigestContent,
  type DigestSection,
  NOT_CITED,
} from '../../domain/digest.ts';
import { groundClaims } from '../../domain/grounding.ts';
import { holdsAddress } from '../../domain/holds-address.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import { ledgerOf, ledgerParts } from '../../domain/ledger.ts';
import { validMomentums } from '../../domain/momentum.ts';
import { firstSentences } from '../../domain/sentences.ts';
import { voicesOf } from '../../domain/voices.ts';
import { NONE } from '../../domain/words.ts';
import type { Labelled, Setting } from '../../ports/analyst.ts';
import type { Flow } from '../context.ts';
import { currentAssignments, labelledOf, settingOf } from '../theme/labelled.ts';
import { unreported } from './unreported.ts';

/** How many concerns a digest takes up; the rest are in the claims and on the board. */
const CONCERNS = 3;
const QUOTE_LENGTH = 220;

/** What a digest says of the contributions that no earlier one has given back. */
export async function digestContent(flow: Flow, inquiry: Inquiry, week: number): Promise<DigestContent> {
  const { id: inquiryId, policy } = inquiry;
  const to = flow.clock.now();
  const digests = await flow.store.digests.find({ inquiryId }, { by: 'at' });
  const all = await flow.store.contributions.find({ inquiryId }, { by: 'sentAt' });
  const current = await flow.store.assignments.find({ inquiryId, supersededAt: null });
  const contributions = unreported(
    all,
    ledgerParts({ contributions: all, assignments: current }),
    digests.map((each) => each.content),
  );
  const participants = await flow.store.participants.find({ inquiryId });
  const reactions = await flow.store.reactions.find({ inquiryId });
  const assignments = await currentAssignments(flow, inquiryId, contributions);
  const labelled = await labelledOf(
    flow,
    inquiry,
    contributions.filter((each) => each.status === 'live'),
  );
  const setting = await settingOf(flow, inquiry);
  const sections = await sectionsOf(flow, inquiry, setting, contributions, labelled, assignments);
  const momentums = await flow.analyst.momentums({ ...setting, contributions: labelled });
  return {
    week,
    from: (contributions[0]?.sentAt ?? to).toISOString(),
    to: to.toISOString(),
    sections: sections.map((each) => each.section),
    voices: voicesOf({ participants, contributions, reactions, threshold: policy.threshold }),
    appreciation: appreciationOf([...assignments.values()]),
    momentums: validMomentums(momentums, { contributions, labels: assignments }),
    concerns: await concernsOf(flow, setting, contributions, labelled),
    leftOut: leftOutOf(
      sections.flatMap((each) => each.dropped),
      sections.flatMap((each) => each.section.claims),
      labelled,
    ),
    ledger: ledgerOf({ contributions, assignments: current }),
    contributions: Object.fromEntries(ledgerParts({ contributions, assignments: current })),
    by: flow.analyst.describe(),
  };
}

async function sectionsOf(
  flow: Flow,
  inquiry: Inquiry,
  setting: Setting,
  contributions: Contribution[],
  labelled: Labelled[],
  labels: Map<string, Assignment>,
) {
  const subThemes = await flow.store.subThemes.find({ inquiryId: inquiry.id, mergedInto: null }, { by: 'createdAt' });
  const people = new Set(contributions.flatMap((each) => each.participantId ?? [])).size;
  const sections: { section: DigestSection; dropped: string[] }[] = [];
  for (const { key: step } of setting.model.steps) {
    const ofStep = labelled.filter((each) => each.label.step === step);
    if (ofStep.length === 0) continue;
    const known = subThemes.filter((each) => each.step === step);
    const { claims, dropped: unsaid } = await flow.analyst.summarise({
      ...setting,
      step,
      contributions: ofStep,
      subThemes: known,
    });
    const { kept, dropped } = groundClaims({
      claims,
      step,
      contributions,
      labels,
      threshold: inquiry.policy.threshold,
      people,
    });
    const placed = known.map((each) => ({
      id: each.id,
      label: each.label,
      contributions: ofStep.filter((one) => one.subThemeId === each.id).map((one) => one.id),
    }));
    sections.push({
      section: { step, claims: kept, subThemes: placed.filter((each) => each.contributions.length > 0) },
      dropped: [...unsaid, ...dropped.map((each) => each.reason)],
    });
  }
  return sections;
}

/** One concern a step at most, those that nobody has answered first: they need it most. */
async function concernsOf(
  flow: Flow,
  setting: Setting,
  contributions: Contribution[],
  labelled: Labelled[],
): Promise<DigestConcern[]> {
  const answered = new Set(contributions.flatMap((each) => each.replyTo ?? []));
  const quotable = new Set(
    contributions
      .filter((each) => each.visibility !== 'anonymous' && !holdsAddress(firstSentences(each.text, QUOTE_LENGTH)))
      .map((each) => each.id),
  );
  const concerns = labelled
    .filter((each) => each.label.kind === 'concern' && each.label.step !== NONE && quotable.has(each.id))
    .sort((a, b) => Number(answered.has(a.id)) - Number(answered.has(b.id)) || b.label.confidence - a.label.confidence);
  const perStep = [...new Map(concerns.toReversed().map((each) => [each.label.step, each])).values()];
  const chosen = concerns.filter((each) => perStep.includes(each)).slice(0, CONCERNS);
  return Promise.all(
    chosen.map(async (concern) => ({
      contribution: concern.id,
      quote: firstSentences(concern.text, QUOTE_LENGTH),
      reframing: await flow.analyst.reframe({ ...setting, concern }),
    })),
  );
}

function leftOutOf(dropped: string[], claims: Claim[], labelled: Labelled[]): DigestContent['leftOut'] {
  const cited = new Set(claims.flatMap((claim) => claim.citations));
  const uncited = labelled
    .filter((each) => !cited.has(each.id))
    .map((each) => (each.label.step === NONE ? NONE : NOT_CITED));
  return { claims: counted(dropped), contributions: counted(uncited) };
}

const counted = (reasons: string[]): { reason: string; count: number }[] =>
  [...Map.groupBy(reasons, (reason) => reason)].map(([reason, all]) => ({ reason, count: all.length }));
