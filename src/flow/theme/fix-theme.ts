import type { EventOf } from '../../domain/platform-event.ts';
import { may } from '../../domain/rights.ts';
import type { SubTheme } from '../../domain/theme.ts';
import type { Pressed } from '../say/choice.ts';
import type { Lang } from '../../domain/words.ts';
import type { Flow } from '../context.ts';
import { inquiryMeant, participantOf } from '../who/find-inquiry.ts';
import { modelOf } from './model-of.ts';
import { openForm } from '../form/open-form.ts';
import { mergeSubThemes, renameSubTheme } from './place-in-sub-themes.ts';
import type { Handled } from '../receive-event.ts';
import { refuse, tellPrivately } from '../say/tell-privately.ts';

const NAME_LENGTH = 80;

/** The group owns the result: a sub-theme can be given a better name, or merged into another of its step. */
export async function openFixThemeForm(
  flow: Flow,
  event: Pressed | Handled<EventOf<'command-invoked'>>,
): Promise<void> {
  const inquiry = await inquiryMeant(flow, event.place, event.by.address);
  const participant = inquiry && (await participantOf(flow, inquiry, event.by.address));
  if (!inquiry || !participant || !may('rename-sub-theme', { person: event.by.address, inquiry, participant }))
    return refuse(flow, event, 'no-inquiry-for-you');
  const model = modelOf(flow, inquiry);
  const subThemes = await flow.store.subThemes.find({ inquiryId: inquiry.id, mergedInto: null }, { by: 'createdAt' });
  if (subThemes.length === 0) return tellPrivately(flow, event, 'theme.nothing-yet', {});
  const optionsIn = (lang: Lang) =>
    model.steps.flatMap((step) =>
      subThemes
        .filter((each) => each.step === step.key)
        .map((each) => ({ value: each.id, label: `${step.shortName[lang]}: ${each.label}` })),
    );
  await openForm(flow, event, (say, lang) => ({
    id: 'fix-theme',
    title: say('theme.title'),
    intro: say('theme.intro'),
    fields: [
      { name: 'subTheme', label: say('theme.which'), type: 'select', required: true, options: optionsIn(lang) },
      { name: 'label', label: say('theme.new-name'), type: 'text', required: false },
      { name: 'into', label: say('theme.merge-into'), type: 'select', required: false, options: optionsIn(lang) },
    ],
    submit: say('theme.submit'),
    context: inquiry.id,
  }));
}

export async function fixTheme(flow: Flow, event: Handled<EventOf<'form-submitted'>>): Promise<void> {
  const subTheme = await flow.store.subThemes.get(event.answers['subTheme'] ?? '');
  const inquiry = subTheme && (await flow.store.inquiries.get(subTheme.inquiryId));
  const participant = inquiry && (await participantOf(flow, inquiry, event.by.address));
  const asking = { person: event.by.address, inquiry, participant };
  if (!subTheme || !inquiry || !may('rename-sub-theme', asking)) return refuse(flow, event, 'not-allowed');
  const by = `person:${participant?.id ?? event.by.address}`;
  const label = (event.answers['label'] ?? '').replace(/\s+/g, ' ').trim().slice(0, NAME_LENGTH);
  const wanted = event.answers['into'] ?? '';
  const into = wanted === '' ? null : await flow.store.subThemes.get(wanted);
  if (wanted !== '' && !(into && mayTakeIn(into, subTheme))) return tellPrivately(flow, event, 'theme.other-step', {});
  if (!into && !label) return tellPrivately(flow, event, 'theme.unchanged', {});
  await tellPrivately(flow, event, into ? 'theme.merged' : 'theme.renamed', {
    label: label || (into ?? subTheme).label,
  });
  await flow.store.transaction(async (tables) => {
    const merged = into && (await mergeSubThemes(flow, tables, subTheme, into, by, 'a person said so'));
    if (label) await renameSubTheme(flow, tables, merged ?? subTheme, label, by, 'a person said so');
  });
  flow.changed(inquiry.id);
}

const mayTakeIn = (into: SubTheme, from: SubTheme): boolean =>
  into.inquiryId === from.inquiryId &&
  into.step === from.step &&
  into.id !== from.id &&
  into.mergedInto === null &&
  from.mergedInto === null;
