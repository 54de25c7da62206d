import { z } from 'zod';
import type { Label } from '../../domain/contribution.ts';
import { KINDS, NONE, SIGNALS } from '../../domain/words.ts';
import type { ClassifyRequest, Labelled, Utterance } from '../../ports/analyst.ts';
import type { Asker } from './asker.ts';
import { cleanReason } from './clean-reason.ts';
import { describeCrossCutting, describeSteps, LANGUAGE_NAMES } from './describe-model.ts';
import { amid, type Control, controlsFor } from './controls.ts';
import { type Examples, examplesFor } from './examples.ts';
import { lineOf, Numbering, SAID } from './frame.ts';

/** How much is read together: enough that the instruction weighs little, few enough that a reply is not cut off. */
const ROWS = 100;
const CHARACTERS = 12_000;
/** How often a batch is cut in half, or what is missing asked for again, before rules read it instead. */
const DEPTH = 3;

/** What labelling a request needs, and where the labels go. */
interface Work {
  request: ClassifyRequest;
  asker: Asker;
  examples: Examples;
  labels: Map<string, Label>;
}

/**
 * Labels what the model could label, into `labels`; what is missing then could not be had from it.
 * @throws what the asker throws; what was labelled until then is in `labels`
 */
export async function classifyWithModel(
  request: ClassifyRequest,
  asker: Asker,
  examples: Examples,
  labels: Map<string, Label>,
): Promise<void> {
  for (const chunk of chunked(request.batch)) await labelChunk({ request, asker, examples, labels }, chunk, 0);
}

async function labelChunk(work: Work, chunk: readonly Utterance[], depth: number): Promise<void> {
  if (chunk.length === 0 || depth >= DEPTH) return;
  const { labels } = work;
  const numbering = new Numbering();
  const rows = await readRows(work, chunk, numbering);
  if (rows && rows !== 'spoilt') {
    for (const row of rows) take(row, chunk, numbering, labels);
    const missing = chunk.filter((each) => !labels.has(each.id));
    return labelChunk(work, missing, depth + 1);
  }
  // No answer at all: perhaps it was too long, perhaps one text is at fault. Halves tell, and spare the rest; where the
  // rows follow an order in somebody's words, they are halved until those words stand alone.
  if (chunk.length < 2) return;
  const half = Math.ceil(chunk.length / 2);
  const next = rows === 'spoilt' ? depth : depth + 1;
  await labelChunk(work, chunk.slice(0, half), next);
  await labelChunk(work, chunk.slice(half), next);
}

type RowReply = z.infer<ReturnType<typeof schemaFor>>['rows'][number];

/** @returns null when there was no answer, `spoilt` when a control among the rows was labelled as it cannot be. */
async function readRows(
  { request, asker, examples }: Work,
  chunk: readonly Utterance[],
  numbering: Numbering,
): Promise<RowReply[] | 'spoilt' | null> {
  const { model, language, topic } = request;
  const context = threadOf(chunk, request.context);
  // Somebody alone can mislead about nobody else.
  const controls = chunk.length + context.length > 1 ? controlsFor(examples, chunk) : [];
  const batch = amid(
    chunk,
    controls.map((each) => each.utterance),
  );
  const present = new Set([...chunk, ...context].map((each) => each.id));
  const line = (each: Utterance) => lineOf(each, numbering, present);
  const reply = await asker.ask({
    task: 'classify',
    fills: {
      topic,
      language: LANGUAGE_NAMES[language],
      steps: describeSteps(model),
      crossCutting: describeCrossCutting(model),
      examples: examplesFor(examples, chunk),
    },
    blocks: [
      { title: 'Context, not to be labelled', columns: SAID, lines: context.map(line) },
      { title: 'Batch', columns: SAID, lines: batch.map(line) },
    ],
    schema: schemaFor(
      model.steps.map((step) => step.key),
      model.crossCutting.map((each) => each.key),
    ),
  });
  if (!reply) return null;
  const isWrong = ({ utterance, steps }: Control) => {
    const row = reply.rows.find((each) => numbering.id(each.n) === utterance.id);
    return row !== undefined && !steps.includes(row.step);
  };
  return controls.some(isWrong) ? 'spoilt' : reply.rows;
}

/** The first row for a contribution of the batch counts; a second one, or one for something else, does not. */
function take(row: RowReply, chunk: readonly Utterance[], numbering: Numbering, labels: Map<string, Label>): void {
  const id = numbering.id(row.n);
  const utterance = chunk.find((each) => each.id === id);
  if (!utterance || labels.has(utterance.id)) return;
  const { step, kind, cross, confidence, why } = row;
  const buildsOn = row.buildsOn === null ? null : numbering.id(row.buildsOn);
  const signals = buildsOn === null ? row.signals.filter((signal) => signal !== 'build') : row.signals;
  labels.set(utterance.id, {
    step,
    also: row.also.filter((also) => also !== NONE),
    cross,
    kind,
    signals,
    buildsOn,
    confidence,
    why: cleanReason(why),
  });
}

const schemaFor = (steps: string[], crossCutting: string[]) =>
  z.object({
    rows: z.array(
      z.object({
        n: z.number().int(),
        step: z.enum([...steps, NONE]),
        also: z.array(z.enum(steps as [string, ...string[]])),
        kind: z.enum(KINDS),
        signals: z.array(z.enum(SIGNALS)),
        buildsOn: z.number().int().nullable(),
        cross: z.array(crossCutting.length > 0 ? z.enum(crossCutting as [string, ...string[]]) : z.never()),
        confidence: z.number(),
        why: z.string(),
      }),
    ),
  });

/** Earlier ones that the chunk's threads have; the rest of the context would only cost. */
function threadOf(chunk: readonly Utterance[], context: readonly Labelled[]): Labelled[] {
  const byId = new Map(context.map((each) => [each.id, each]));
  const wanted = new Set<string>();
  const own = new Set(chunk.map((each) => each.id));
  for (const each of chunk) {
    for (let id = each.replyTo; id && !wanted.has(id) && !own.has(id); id = byId.get(id)?.replyTo ?? null)
      wanted.add(id);
  }
  return context.filter((each) => wanted.has(each.id));
}

function chunked(batch: readonly Utterance[]): Utterance[][] {
  const chunks: Utterance[][] = [];
  let characters = 0;
  for (const each of batch) {
    const last = chunks.at(-1);
    characters += each.text.length;
    if (last && last.length < ROWS && characters <= CHARACTERS) last.push(each);
    else {
      chunks.push([each]);
      characters = each.text.length;
    }
  }
  return chunks;
}
