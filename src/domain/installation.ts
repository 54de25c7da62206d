/** What a platform gave Porras when it was installed in a workspace: tokens, sealed by the adapter that owns them. */
export interface Installation {
  /** The workspace's id. */
  id: string;
  sealed: string;
  updatedAt: Date;
}
