import type { Sign } from './sign.ts';

/** A pattern of text that people do not type to each other, read on the text as it stands (marks and all). */
interface Shape {
  reason: string;
  pattern: RegExp;
  weight: number;
  /** With at least `many` matches it is enough by itself. */
  many?: number;
}

const TAG =
  'system|instructions?|prompt|assistant|user|tool|data|contributions?|messages?|comments?|documents?|inputs?|outputs?|context|rules?|task|ohje(?:et)?|viesti(?:t)?|puheenvuoro(?:t)?|aineisto|instruktion(?:er)?|inlagg|inlägg|bidrag|meddelande(?:n)?|response|answer|function|tool_call|reasoning|thinking';
const SPEAKER =
  'system|assistant|developer|järjestelmä|avustaja|assistentti|kehittäjä|systemet|assistent|utvecklare|tool|function';
const FIELD =
  'step|also|kind|signals?|buildsOn|builds_on|cross|sure|confidence|why|subthemes?|sub_themes?|claims?|citations?|quotes?|carried|verdict|labels?|rows?|contributions?|momentums?|summary|reframing|merges?|renames?|leftOut|ledger';
const DATA_WORD =
  'data|input|inputs|contributions?|messages?|comments?|batch|list|context|prompt|instructions?|documents?|transcript|conversation|aineisto\\p{L}*|puheenvuoro\\p{L}*|viesti\\p{L}*|syöt\\p{L}*|ohje\\p{L}*|lista\\p{L}*|data\\p{L}*|keskustelu\\p{L}*|bidrag\\p{L}*|inlägg\\p{L}*|meddelande\\p{L}*|instruktion\\p{L}*|material\\p{L}*|indata|listan?|samtal\\p{L}*';
const END_WORD =
  'end|begin|start|stop|close|loppu\\p{L}*|päätty\\p{L}*|alku|alkaa|alkavat|slut(?:ar)?|börja[nr]?|eof|resume\\p{L}*|continue\\p{L}*|jatku\\p{L}*|fortsätt\\p{L}*';
const RULER = '(?<![-=_*#~<>|+])[-=_*#~<>|+]{2,80}';

const SHAPES: readonly Shape[] = [
  {
    reason: 'tokens of a chat template',
    weight: 1,
    pattern:
      /<\|[^|<>\n]{1,40}\|>|\[\/?(?:INST|SYS|SYSTEM)\]|<<\/?SYS>>|<\/?s>|<\/?(?:start|end)_of_turn>|<\/?bos>|<\/?eos>/giu,
  },
  {
    reason: 'heading of a prompt',
    weight: 1,
    pattern:
      /^[ \t>]*#{2,}[ \t]*(?:system|instructions?|response|assistant|user|human|input|output|contributions?|järjestelmä|ohje(?:et)?|systemet|instruktion(?:er)?|anvisningar|new (?:rules?|task)|prompt)\b.{0,20}$/gimu,
  },
  {
    reason: 'tags of a prompt',
    weight: 1,
    pattern: new RegExp(
      `</(?:${TAG})\\s*>|<(?:system|instructions?|prompt|assistant|tool_call|ohjeet|instruktioner)(?:\\s[^<>]{0,60})?>`,
      'giu',
    ),
  },
  {
    reason: 'a turn of another speaker',
    weight: 1,
    pattern: new RegExp(
      `(?:^|[\\n.!?>\\]"*])[ \\t"'*\\[(]*(?:assistant|developer|avustaja|assistentti|assistent)(?: message| viesti| meddelande)?[\\])*"']{0,3}[ \\t]*:`,
      'giu',
    ),
  },
  {
    reason: 'a turn of another speaker',
    weight: 0.6,
    many: 2,
    pattern: new RegExp(
      `(?:^|\\n)[ \\t>"'*\\[(]*(?:${SPEAKER}|user|human|ai|käyttäjä|användare)(?: (?:message|note|prompt|notice|override))?[\\])*"']{0,3}[ \\t]*(?::|>>|->)`,
      'giu',
    ),
  },
  {
    reason: 'a message with a role',
    weight: 1,
    pattern: /["']?role["']?\s*[:=]\s*["']?(?:system|assistant|developer|tool)\b/giu,
  },
  { reason: 'fields of an answer', weight: 0.6, many: 2, pattern: new RegExp(`["'](?:${FIELD})["']\\s*:`, 'giu') },
  {
    reason: 'fields of an answer',
    weight: 0.6,
    many: 2,
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:c\\.)?(?:step|kind|signals|buildsOn|confidence|carried|verdict|citations|sure)\\s*(?:=|:|->|=>)\\s*["'\\[]?(?:none|true|false|null|\\d|[a-z]+["',}\\]]|competence|needs|interfaces|processes|information|solution|idea|concern)`,
      'giu',
    ),
  },
  {
    reason: 'end or beginning of the data',
    weight: 1,
    pattern: new RegExp(
      `${RULER}[^\\p{L}\\n]{0,10}(?:\\p{L}+[ _]){0,4}?(?:${END_WORD})(?:[ _]\\p{L}+){0,2}?[ _](?:${DATA_WORD})(?!\\p{L})|${RULER}[^\\p{L}\\n]{0,10}(?:${DATA_WORD})[ _](?:\\p{L}+[ _])?(?:${END_WORD})(?!\\p{L})`,
      'giu',
    ),
  },
  {
    reason: 'end or beginning of the data',
    weight: 1,
    pattern: new RegExp(
      `[\\[(<]\\s*/?\\s*(?:end|begin|start) (?:of )?(?:the )?(?:${DATA_WORD})\\s*[\\])>]|END_OF_(?:\\w+)|(?:DATA|END) [0-9a-f]{8,}`,
      'gu',
    ),
  },
  { reason: 'a row of the data', weight: 1, pattern: /(?:^|\n)\s*\d+\|[^|\n]{0,20}\|[^|\n]{0,20}\|/gu },
  {
    reason: 'an image from elsewhere',
    weight: 1,
    pattern: /!\[[^\]\n]{0,200}\]\s{0,2}[([]\s*(?:https?:|\/\/|data:|<)/giu,
  },
  {
    reason: 'markup that loads or runs',
    weight: 1,
    pattern:
      /<(?:img|script|iframe|object|embed|svg|form|meta|style|link|video|audio)\b[^<\n]{0,300}|javascript:|data:text\/html|\bon(?:error|load|click)\s*=/giu,
  },
  { reason: 'markup of a link', weight: 0.6, pattern: /<a\s[^<>\n]{0,300}href|\[[^\]\n]{1,200}\]:\s*https?:/giu },
  {
    reason: 'an address with room for data',
    weight: 1,
    pattern:
      /https?:\/\/[^\s<>"'()[\]]{1,300}?[?&/=#](?:[^\s<>"'()[\]]{0,100}=)?(?:\{{1,2}[^}\s]{1,60}\}|<[^>\s]{1,60}>|\[[^\]\s]{1,60}\]|%7B|\$\{|\$[A-Z]|[A-ZÅÄÖ_]{6,}(?![\p{Ll}\d]))/gu,
  },
  {
    reason: 'a comment in a text',
    weight: 0.5,
    pattern: /<!--|\[\/\/\]:\s*#|<details|display:\s*none|font-size:\s*0/giu,
  },
  { reason: 'mentions for everyone in code', weight: 0.5, pattern: /<!(?:channel|here|everyone)>/giu },
];

/** Fake tokens, turns, tags, fields, boundaries and carriers of data in a text. */
export function shapeSigns(surface: string): Sign[] {
  return SHAPES.flatMap(({ reason, pattern, weight, many }) => {
    const count = new Set(surface.match(pattern)?.map((match) => match.trim())).size;
    return count === 0 ? [] : [{ reason, weight: many !== undefined && count >= many ? 1 : weight }];
  });
}
