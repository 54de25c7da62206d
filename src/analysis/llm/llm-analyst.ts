import { PorrasError } from '../../errors.ts';
import type { Analyst, Setting, Usage, Utterance, Verdict } from '../../ports/analyst.ts';
import type { LanguageModel } from '../../ports/language-model.ts';
import { type AskerParts, createAsker } from './asker.ts';
import { claimsWithModel } from './claims-with-model.ts';
import { classifyWithModel } from './classify-with-model.ts';
import type { Absurdities } from './absurdities.ts';
import { consolidateWithModel } from './consolidate-with-model.ts';
import { type Examples, loadExamples } from './examples.ts';
import type { Instructions } from './instruction.ts';
import { createLabelCache, throughCache } from './label-cache.ts';
import { momentumsWithModel } from './momentums-with-model.ts';
import { followUpQuestion, observe, wordNudge } from './own-words.ts';
import { placeWithModel } from './place-with-model.ts';
import { reframeWithModel } from './reframe-with-model.ts';
import { isSuspicious, suspiciousAmong } from './suspicion.ts';

export interface LlmAnalystParts extends AskerParts {
  model: LanguageModel;
  instructions: Instructions;
  /** Folder of worked examples, one folder a model. */
  examplesDir: string;
  absurdities: Absurdities;
  /** Reads by rules: what stands in while the model is away, and what reads whatever must not meet a model. */
  lexical: Analyst;
  /** Whether a call would be made now, and not turned away by the breaker. */
  isAvailable: () => boolean;
  usage: () => Record<string, Usage>;
  /** Told when the model could not be had; a code, nothing of what was asked. */
  onAway: (code: string) => void;
}

/**
 * Reads with a language model, within bounds that do not depend on it: what reads like an instruction never meets the
 * model together with other people's words, every id and quote is checked in code, and whatever the model cannot do is
 * done by rules, marked, and done again when it is back.
 */
export function createLlmAnalyst(parts: LlmAnalystParts): Analyst {
  const { lexical, model, instructions } = parts;
  const examples = new Map<string, Promise<Examples>>();
  const nudges = new Map<string, string>();
  const examplesOf = (modelId: string): Promise<Examples> => {
    const known = examples.get(modelId) ?? loadExamples(parts.examplesDir, modelId);
    examples.set(modelId, known);
    return known;
  };

  const cache = createLabelCache(() => `${model.describe()} ${instructions.get('classify')?.version}`);

  /** What the model says, or what `otherwise` does when it has nothing to say or cannot be had. */
  async function withModel<R>(
    setting: Setting,
    work: (asker: ReturnType<typeof createAsker>) => Promise<R | null>,
    otherwise: () => Promise<R>,
  ): Promise<R> {
    try {
      return (await work(createAsker(parts, setting))) ?? (await otherwise());
    } catch (thrown) {
      if (!(thrown instanceof PorrasError)) throw thrown;
      parts.onAway(thrown.code);
      return otherwise();
    }
  }

  return {
    name: 'llm',
    describe: () =>
      `${model.describe()}; ${[...instructions.values()].map(({ task, version }) => `${task} ${version}`).join(', ')}`,

    async classify(request) {
      const suspicious = suspiciousAmong([...request.context, ...request.batch]);
      const [odd, plain] = partition(request.batch, (each) => suspicious.has(each.id));
      const context = request.context.filter((each) => !suspicious.has(each.id));
      const verdicts = new Map<string, Verdict>();
      if (plain.length > 0) {
        const labels = await throughCache(cache, { ...request, batch: plain, context }, (rest, found) =>
          withModel(
            request,
            async (asker) => classifyWithModel(rest, asker, await examplesOf(request.model.id), found),
            async () => undefined,
          ),
        );
        for (const [id, label] of labels) verdicts.set(id, { ...label, by: 'llm', provisional: false });
      }
      const unread = plain.filter((each) => !verdicts.has(each.id));
      const rest = [...odd, ...unread];
      const byRules =
        rest.length > 0 ? await lexical.classify({ ...request, batch: rest }) : new Map<string, Verdict>();
      const oddIds = new Set(odd.map((each) => each.id));
      for (const [id, verdict] of byRules) verdicts.set(id, { ...verdict, provisional: !oddIds.has(id) });
      return verdicts;
    },

    async subThemes(request) {
      const suspicious = suspiciousAmong([...request.placed, ...request.fresh]);
      const fresh = request.fresh.filter((each) => !suspicious.has(each.id));
      const placed = request.placed.filter((each) => !suspicious.has(each.id));
      return withModel(
        request,
        async (asker) => {
          const placing = await placeWithModel(request, fresh, asker, parts.absurdities);
          if (!request.weekly) return placing;
          const looked = await consolidateWithModel(request, placed, asker, parts.absurdities);
          return {
            placements: { ...looked.placements, ...placing.placements },
            proposed: { ...looked.proposed, ...placing.proposed },
            renames: looked.renames,
            merges: looked.merges,
          };
        },
        // Names that rules gave would stay when the model is back: until then new ones wait, known ones are joined.
        async () => ({ ...(await lexical.subThemes({ ...request, fresh })), renames: {}, merges: [] }),
      );
    },

    async summarise(request) {
      const [odd, plain] = apart(request.contributions);
      const byRules = (contributions: typeof plain) => lexical.summarise({ ...request, contributions });
      const summary =
        plain.length > 0
          ? await withModel(
              request,
              (asker) => claimsWithModel(request, plain, { asker, absurdities: parts.absurdities }),
              () => byRules(plain),
            )
          : { claims: [], dropped: [] };
      // People spoke, and none of the model's sentences held: their own words are given back instead.
      if (plain.length > 0 && summary.claims.length === 0) summary.claims = (await byRules(plain)).claims;
      // Words that are to be clicked or to call people are left where they were said: a quote would make them ours.
      const quotable = odd.filter((each) => !/https?:|www\.|[@<]/i.test(each.text));
      const quoted = quotable.length > 0 ? await byRules(quotable) : { claims: [], dropped: [] };
      return { claims: [...summary.claims, ...quoted.claims], dropped: [...summary.dropped, ...quoted.dropped] };
    },

    async momentums(request) {
      const [, contributions] = apart(request.contributions);
      return withModel(
        request,
        (asker) => momentumsWithModel(request, contributions, asker),
        () => lexical.momentums({ ...request, contributions }),
      );
    },

    async reframe(request) {
      const byRules = () => lexical.reframe(request);
      return isSuspicious(request.concern.text)
        ? byRules()
        : withModel(request, (asker) => reframeWithModel(request, asker), byRules);
    },

    async wordNudge(request) {
      // The same words serve everyone who is asked for the same reason.
      const key = JSON.stringify([request.language, request.reason, request.role, request.question]);
      const known =
        nudges.get(key) ??
        (await withModel(
          request,
          (asker) => wordNudge(request, asker),
          async () => null,
        ));
      if (known) nudges.set(key, known);
      return known;
    },

    async followUp(request) {
      const [, plain] = apart(request.contributions);
      if (plain.length === 0) return null;
      return withModel(
        request,
        (asker) => followUpQuestion(request, plain, asker),
        async () => null,
      );
    },

    async observe(request) {
      const [, plain] = apart(request.contributions);
      if (plain.length === 0) return null;
      return withModel(
        request,
        (asker) => observe(request, plain, asker),
        async () => null,
      );
    },

    canRedo: parts.isAvailable,
    usage: parts.usage,
  };
}

/** What must not stand in a prompt with the others, and the others. */
function apart<T extends Utterance>(contributions: readonly T[]): [T[], T[]] {
  const suspicious = suspiciousAmong(contributions);
  return partition(contributions, (each) => suspicious.has(each.id));
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  const yes: T[] = [];
  const no: T[] = [];
  for (const item of items) (test(item) ? yes : no).push(item);
  return [yes, no];
}
