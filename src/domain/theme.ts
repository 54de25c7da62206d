/** A cluster of contributions within a step. Its id is stable across weeks; its name may change. */
export interface SubTheme {
  id: string;
  inquiryId: string;
  step: string;
  label: string;
  /** `lexical`, `llm`, or `person:` and a participant's id: who gave the name it has now. */
  labelBy: string;
  /** Set when it was merged into another. */
  mergedInto: string | null;
  history: { at: string; by: string; what: string }[];
  createdAt: Date;
}

/** The analyst's proposal for one step; ids of new sub-themes are made by the caller. */
export interface SubThemePlan {
  /** Contribution id -> id of a known sub-theme, or a key of `proposed`. */
  placements: Record<string, string>;
  /** Key -> name of a sub-theme that is not known yet. */
  proposed: Record<string, string>;
  /** Known sub-theme id -> better name, with the reason. */
  renames: Record<string, { label: string; why: string }>;
  /** Known sub-themes that say the same: `from` goes into `into`. */
  merges: { from: string; into: string; why: string }[];
}
