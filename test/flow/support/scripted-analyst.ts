import type { Label } from '../../../src/domain/contribution.ts';
import type { Analyst, Labelled, Verdict } from '../../../src/ports/analyst.ts';

export type Script = Record<string, Partial<Label>>;

export interface ScriptedAnalyst extends Analyst {
  /** Part of a text -> what a contribution with it in it is; whatever is left out is a `processes` comment. */
  script: Script;
  /** Called before each batch is labelled, as a slow model gives time for things to happen. */
  meanwhile: (() => Promise<void>) | null;
  /** Called before a step is summarised. */
  whileSummarising: (() => Promise<void>) | null;
  /** Texts that it cannot read. */
  unreadable: RegExp | null;
}

/**
 * An analyst that says what it is told to: a label by what is in the text, one sub-theme a step, one claim for each
 * contribution that quotes all of it.
 */
export function createScriptedAnalyst(script: Script = {}): ScriptedAnalyst {
  const labelOf = (text: string): Verdict => ({
    by: 'lexical',
    provisional: false,
    step: 'processes',
    also: [],
    cross: [],
    kind: 'comment',
    signals: [],
    buildsOn: null,
    confidence: 0.8,
    why: 'The script says so.',
    ...Object.entries(analyst.script).find(([part]) => text.includes(part))?.[1],
  });
  const analyst: ScriptedAnalyst = {
    script,
    meanwhile: null,
    whileSummarising: null,
    unreadable: null,
    name: 'lexical',
    describe: () => 'scripted',
    async classify({ batch }) {
      await analyst.meanwhile?.();
      const read = batch.filter(({ text }) => !analyst.unreadable?.test(text));
      return new Map(
        read.map(({ id, text, replyTo }) => {
          const label = labelOf(text);
          return [id, label.signals.includes('build') ? { ...label, buildsOn: replyTo } : label];
        }),
      );
    },
    async subThemes({ step, fresh, known }) {
      const place = known[0]?.id ?? 'new';
      return {
        placements: Object.fromEntries(fresh.map(({ id }) => [id, place])),
        proposed: known.length === 0 ? { new: `All about ${step}` } : {},
        renames: {},
        merges: [],
      };
    },
    async momentums({ contributions }) {
      const byId = new Map(contributions.map((each) => [each.id, each]));
      return contributions.flatMap((each) => {
        const source = each.label.buildsOn ? byId.get(each.label.buildsOn) : undefined;
        return source
          ? [{ contributions: [source.id, each.id], step: source.label.step, summary: 'Two thoughts joined.' }]
          : [];
      });
    },
    async summarise({ contributions }) {
      await analyst.whileSummarising?.();
      return { claims: contributions.map(claimOf), dropped: [] };
    },
    reframe: async () => 'When has this gone well?',
    wordNudge: async () => null,
    followUp: async () => null,
    observe: async () => null,
    canRedo: () => false,
    usage: () => ({}),
  };
  return analyst;
}

const claimOf = ({ id, text }: Labelled) => ({
  text: `Somebody said “${text}”`,
  citations: [id],
  quotes: [{ text, contribution: id }],
});
