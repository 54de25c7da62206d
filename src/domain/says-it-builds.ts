import type { Contribution } from './contribution.ts';

/**
 * The contribution that this one builds on by its author's own word. Only the form that asks for just that leaves words
 * of the channel without a place of their own there, as a reply; a person's word beats the analyst's.
 */
export const saysItBuildsOn = ({
  ref,
  via,
  replyTo,
  visibility,
}: Pick<Contribution, 'ref' | 'via' | 'replyTo' | 'visibility'>): string | null =>
  ref === null && via === 'channel' && visibility === 'named' ? replyTo : null;
