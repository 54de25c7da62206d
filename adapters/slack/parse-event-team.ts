import { z } from 'zod';

const id = z.string().regex(/^[TE][A-Z0-9]+$/);
const named = z.object({ id }).nullish();
const flag = z.union([z.boolean(), z.enum(['true', 'false'])]).optional();

const Envelope = z.object({
  type: z.string().optional(),
  team_id: id.nullish(),
  enterprise_id: id.nullish(),
  authorizations: z
    .array(
      z.object({ team_id: id.nullish(), enterprise_id: id.nullish(), is_enterprise_install: z.boolean().nullish() }),
    )
    .optional(),
  team: named,
  enterprise: named,
  user: z.object({ team_id: id.optional() }).optional().catch(undefined),
  view: z.object({ app_installed_team_id: id.nullish() }).optional().catch(undefined),
  is_enterprise_install: flag,
});

/**
 * The team or organisation whose installation a payload came through, as Bolt finds it. In a channel that is shared with
 * another company, `team_id` may be theirs; `authorizations` tells ours. An organisation that has Porras in all its
 * workspaces is one workspace to us: its channels may be in several of them, and must have one address.
 * Source: https://docs.slack.dev/apis/events-api and https://docs.slack.dev/enterprise-grid
 */
export function teamIn(body: unknown): string | null {
  const parsed = Envelope.safeParse(body);
  if (!parsed.success) return null;
  const { data } = parsed;
  const [authorization] = data.authorizations ?? [];
  const orgWide = authorization
    ? authorization.is_enterprise_install === true
    : data.is_enterprise_install === true || data.is_enterprise_install === 'true';
  const enterprise = authorization?.enterprise_id ?? data.enterprise_id ?? data.enterprise?.id ?? null;
  if (orgWide && enterprise) return enterprise;
  return (
    authorization?.team_id ??
    data.team_id ??
    data.view?.app_installed_team_id ??
    data.team?.id ??
    data.user?.team_id ??
    enterprise
  );
}
