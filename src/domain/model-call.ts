/** What one call to a language model cost: budgets and digests add these up. */
export interface ModelCall {
  id: string;
  workspaceId: string;
  /** YYYY-MM, in UTC. */
  month: string;
  tokens: number;
  at: Date;
}
