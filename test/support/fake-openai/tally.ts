import type { FakeRequest } from './fake-request.ts';

export interface Count {
  calls: number;
  /** Characters of the prompts: everything that system and user say. */
  charsIn: number;
  /** Characters of the schemas that came apart from the prompts. */
  charsSchema: number;
  /** Characters of the answers. */
  charsOut: number;
}

const none = (): Count => ({ calls: 0, charsIn: 0, charsSchema: 0, charsOut: 0 });

export interface Tally extends Count {
  byTask: Record<string, Count>;
}

/** Counts what went in and out, in all and by task. */
export function createTally() {
  let all = none();
  let byTask = new Map<string, Count>();

  function add(task: string, part: Partial<Count>): void {
    const one = byTask.get(task) ?? none();
    byTask.set(task, one);
    for (const sum of [all, one])
      for (const key of ['calls', 'charsIn', 'charsSchema', 'charsOut'] as const) sum[key] += part[key] ?? 0;
  }

  return {
    came({ task, instruction, data, schema, format }: FakeRequest): void {
      const apart = schema && (format === 'json_schema' || format === 'tool');
      add(task, {
        calls: 1,
        charsIn: instruction.length + data.length,
        charsSchema: apart ? JSON.stringify(schema).length : 0,
      });
    },
    went({ task }: FakeRequest, text: string): void {
      add(task, { charsOut: text.length });
    },
    read: (): Tally => ({
      ...all,
      byTask: Object.fromEntries([...byTask].map(([task, count]) => [task, { ...count }])),
    }),
    reset(): void {
      all = none();
      byTask = new Map();
    },
  };
}
