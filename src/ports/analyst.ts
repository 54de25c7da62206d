import type { Label } from '../domain/contribution.ts';
import type { Claim, Momentum } from '../domain/digest.ts';
import type { Model } from '../domain/model.ts';
import type { SubTheme, SubThemePlan } from '../domain/theme.ts';
import type { Lang, Role } from '../domain/words.ts';

/** A contribution as an analyst sees it: what was said and where in the talk, not who it was. */
export interface Utterance {
  id: string;
  /** The same for the same person within one request, meaningless outside it; null when anonymous. */
  speaker: string | null;
  role: Role | null;
  text: string;
  lang: Lang;
  replyTo: string | null;
  /** The question that was open when it was said. */
  question: string | null;
}

/** An utterance with the label that it has. */
export interface Labelled extends Utterance {
  label: Label;
  subThemeId: string | null;
}

/** What every request carries. */
export interface Setting {
  /** Whose budget pays. */
  workspaceId: string;
  model: Model;
  /** The inquiry's language: whatever is written for people is written in it. */
  language: Lang;
  /** Names of the people in the inquiry: they are masked before anything leaves. */
  names: readonly string[];
}

export interface ClassifyRequest extends Setting {
  topic: string;
  /** New ones, in the order in which they were said; each gets exactly one label. */
  batch: Utterance[];
  /** Earlier ones of the threads that the batch answers in, oldest first, each thread's root included. */
  context: Labelled[];
}

export interface SubThemesRequest extends Setting {
  step: string;
  /** Contributions of the step that have no sub-theme yet. */
  fresh: Labelled[];
  /** Those that have one. */
  placed: Labelled[];
  known: SubTheme[];
  /** The weekly look at the whole step: merges, splits and renames are welcome then. */
  weekly: boolean;
}

export interface SummariseRequest extends Setting {
  step: string;
  /** This week's contributions of the step. */
  contributions: Labelled[];
  subThemes: SubTheme[];
}

export interface MomentumsRequest extends Setting {
  /** Labelled contributions of whole threads, oldest first. */
  contributions: Labelled[];
}

export interface ReframeRequest extends Setting {
  concern: Labelled;
}

export interface WordNudgeRequest extends Setting {
  topic: string;
  question: string;
  /** Key of the reason (`src/domain/quiet.ts`). */
  reason: string;
  role: Role;
}

export interface FollowUpRequest extends Setting {
  /** The round's question. */
  question: string;
  /** What was answered, oldest first. */
  contributions: Labelled[];
}

/** A note of an observation sheet, with what it rests on. */
export interface Note {
  text: string;
  citations: string[];
}

/** The lists of an observation sheet (MODEL.md section 5). */
export interface ObservationNotes {
  value: Note[];
  momentums: Note[];
  opposing: Note[];
  shared: Note[];
}

/** A label with who gave it. A provisional one stands in until the analyst can read for itself, and is then redone. */
export interface Verdict extends Label {
  by: Analyst['name'];
  provisional: boolean;
}

export interface Summary {
  claims: Claim[];
  /** Reasons of claims that the analyst itself left out, each as often as it applied. */
  dropped: string[];
}

/** What was spent, by task; all zero for an analyst that calls nobody. */
export interface Usage {
  calls: number;
  tokensIn: number;
  tokensOut: number;
}

/**
 * Reads what people wrote. Implementations: `lexical` (no network, no key) and `llm`. An analyst only proposes:
 * `flow/` checks ids, quotes and counts, and people's corrections win.
 */
export interface Analyst {
  /** Written into assignments as `by`. */
  readonly name: 'lexical' | 'llm';
  /** What digests record about who made them. */
  describe(): string;
  /** One label for each utterance of the batch that could be read; one that is missing is tried again later. */
  classify(request: ClassifyRequest): Promise<Map<string, Verdict>>;
  subThemes(request: SubThemesRequest): Promise<SubThemePlan>;
  momentums(request: MomentumsRequest): Promise<Momentum[]>;
  summarise(request: SummariseRequest): Promise<Summary>;
  /** An appreciative question that takes a concern seriously and turns towards what is wished for. */
  reframe(request: ReframeRequest): Promise<string>;
  /** Words for a private invitation; null: those of `prompts/messages` serve. */
  wordNudge(request: WordNudgeRequest): Promise<string | null>;
  /** A reflection question that grows from the answers; null: the programme's serves. */
  followUp(request: FollowUpRequest): Promise<string | null>;
  /** Notes of a round; null: what the labels show serves. */
  observe(request: FollowUpRequest): Promise<ObservationNotes | null>;
  /** Whether provisional labels can be had better now. */
  canRedo(): boolean;
  usage(): Record<string, Usage>;
}
