import { decodeRef, hasThreads } from './address.ts';

/**
 * A link that opens a message in Teams.
 * @source learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
 */
export function linkTo(ref: string): string | null {
  const { tenant, conversation, activity } = decodeRef(ref);
  const id = encodeURIComponent(conversation);
  const message = encodeURIComponent(activity);
  if (hasThreads(conversation))
    return `https://teams.microsoft.com/l/message/${id}/${message}?tenantId=${encodeURIComponent(tenant)}`;
  const context = encodeURIComponent(JSON.stringify({ contextType: 'chat' }));
  return `https://teams.microsoft.com/l/message/${id}/${message}?tenantId=${encodeURIComponent(tenant)}&context=${context}`;
}
