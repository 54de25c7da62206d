import type { DigestContent } from '../../domain/digest.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import { staircaseText } from '../../domain/staircase-text.ts';
import type { Staircase } from '../../domain/staircase.ts';
import type { Flow } from '../context.ts';
import { modelOf } from '../theme/model-of.ts';

/** The staircase of the whole inquiry up to a digest, with what was new in it marked, and its text. */
export async function paintStaircase(
  flow: Flow,
  inquiry: Inquiry,
  content: DigestContent,
): Promise<{ png: Uint8Array; alt: string }> {
  const staircase = await staircaseOf(flow, inquiry, content);
  return { png: await flow.painter.paint(staircase), alt: staircaseText(staircase) };
}

async function staircaseOf(flow: Flow, inquiry: Inquiry, content: DigestContent): Promise<Staircase> {
  const { id: inquiryId, language: lang } = inquiry;
  const model = modelOf(flow, inquiry);
  const assignments = await flow.store.assignments.find({ inquiryId, supersededAt: null });
  // A digest that is revised weeks later still shows what it was about.
  const until = { lte: new Date(content.to) };
  const heard = await flow.store.contributions.find({ inquiryId, status: 'live', sentAt: until });
  const live = new Set(heard.map((each) => each.id));
  const placed = assignments.filter((each) => live.has(each.contributionId));
  const subThemes = await flow.store.subThemes.find({ inquiryId, mergedInto: null }, { by: 'createdAt' });
  const say = (key: string, params = {}) => flow.content.say(lang, key, params);
  return {
    lang,
    title: inquiry.topic,
    subtitle: say('staircase.subtitle', {
      week: content.week,
      contributions: content.ledger.total,
      spoke: content.voices.spoke,
    }),
    steps: model.steps.map((step) => ({
      key: step.key,
      name: step.shortName[lang],
      weight: placed.filter((each) => each.step === step.key).length,
      subThemes: subThemes
        .filter((each) => each.step === step.key)
        .map((each) => ({
          label: each.label,
          weight: placed.filter((one) => one.subThemeId === each.id).length,
          isNew: each.createdAt.toISOString() > content.from,
        }))
        .filter((each) => each.weight > 0)
        .sort((a, b) => b.weight - a.weight),
    })),
    foundation: model.foundation.name[lang],
    emptyStep: say('staircase.empty-step'),
  };
}
