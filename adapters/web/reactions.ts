import type { Address } from '../../src/domain/inquiry.ts';
import type { ChatRow } from './chat-log.ts';

type Change = Pick<ChatRow, 'reactions'> | null;

const has = (row: ChatRow, emoji: string, by: Address | null): boolean =>
  row.reactions.some((it) => it.emoji === emoji && it.by === by);

export const addReaction = (row: ChatRow, emoji: string, by: Address | null): Change =>
  has(row, emoji, by) ? null : { reactions: [...row.reactions, { emoji, by }] };

export const removeReaction = (row: ChatRow, emoji: string, by: Address | null): Change =>
  has(row, emoji, by) ? { reactions: row.reactions.filter((it) => it.emoji !== emoji || it.by !== by) } : null;
