import { createHash, randomUUID } from 'node:crypto';
import { createLexicalAnalyst } from './analysis/lexical/index.ts';
import { detectLanguage } from './analysis/lexical/detect-language.ts';
import { loadLexicons } from './analysis/lexical/load-lexicons.ts';
import { loadContent } from './content/load-content.ts';
import type { Flow } from './flow/context.ts';
import { createHolidays } from './holidays.ts';
import { createPainter } from './picture/create-painter.ts';
import type { Analyst } from './ports/analyst.ts';
import type { ChatPlatform } from './ports/chat-platform.ts';
import type { Clock } from './ports/clock.ts';
import type { Content } from './ports/content.ts';
import type { Queue } from './ports/queue.ts';
import type { Store } from './ports/store.ts';
import { PROMPTS } from './paths.ts';

/** What is the same in every composition, read from `prompts/` once a process. */
export interface Parts {
  content: Content;
  /** Reads by rules; see choose-analyst.ts for the other. */
  lexical: Analyst;
}

export async function loadParts(): Promise<Parts> {
  const [content, lexicons] = await Promise.all([loadContent(PROMPTS), loadLexicons(`${PROMPTS}/lexicons`)]);
  return { content, lexical: createLexicalAnalyst(lexicons) };
}

export interface Surroundings {
  store: Store;
  queue: Queue;
  clock: Clock;
  platforms: ChatPlatform[];
}

/** The flow on the given store, queue, clock and platforms. */
export const assembleFlow = (parts: Parts, around: Surroundings, more: Partial<Flow> = {}): Flow => ({
  content: parts.content,
  analyst: parts.lexical,
  store: around.store,
  queue: around.queue,
  clock: around.clock,
  platforms: new Map(around.platforms.map((platform) => [platform.name, platform])),
  painter: createPainter(),
  isHoliday: createHolidays(),
  detectLanguage,
  contributionId: (eventId) => `c${createHash('sha256').update(eventId).digest('hex').slice(0, 16)}`,
  secret: randomUUID,
  labelAfterMs: 0,
  changed: () => undefined,
  warn: () => undefined,
  ...more,
});
