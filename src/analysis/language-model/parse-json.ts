const FENCED = /```(?:json)?\s*([\s\S]*?)```/i;

/**
 * The JSON of an answer, or null when there is none. Models that are not held to JSON put thoughts (`<think>`), code
 * fences or a sentence around it; these are taken off.
 */
export function parseJson(text: string): { value: unknown } | null {
  const answer = text.replace(/^\s*<think>[\s\S]*?<\/think>/i, '').trim();
  const outermost = answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
  for (const candidate of [answer, FENCED.exec(answer)?.[1], outermost]) {
    if (!candidate) continue;
    try {
      return { value: JSON.parse(candidate) };
    } catch {
      // The next one may do.
    }
  }
  return null;
}
