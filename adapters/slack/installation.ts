import { z } from 'zod';

/** What Porras holds of one workspace, or of a whole organisation where it was installed for all of its workspaces. */
export const Installation = z.object({
  /** `T…`, or `E…` of an organisation. */
  team: z.string().regex(/^[TE][A-Z0-9]+$/),
  name: z.string(),
  appId: z.string().nullable(),
  /** Porras's own user there. */
  botUserId: z.string(),
  /** What it may do; null where Slack did not say. */
  scopes: z.array(z.string()).nullable(),
  token: z.string().min(1),
  /** Both null where the app does not rotate tokens. Milliseconds since 1970. */
  refreshToken: z.string().nullable(),
  expiresAt: z.number().nullable(),
  installedAt: z.number(),
});
export type Installation = z.infer<typeof Installation>;
