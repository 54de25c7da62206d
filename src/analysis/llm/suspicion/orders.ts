import type { Concept } from './concept.ts';

/** Concepts that together make an order to a machine when they stand within so many words of the first. */
export interface Order {
  reason: string;
  needs: readonly (Concept | readonly Concept[])[];
  within: number;
  weight: number;
  /** Whether one word may stand for several of the needs, as inflected Finnish ones do. */
  oneWord?: boolean;
  /** False: counts as much when said among people ("we could …"). */
  amongPeople?: false;
}

const OVERRIDE = 'pushes instructions aside';
const ROLE = 'gives a role';
const ADDRESS = 'speaks to a machine';
const LABEL = 'orders labels';
const DIGEST = 'orders what a digest says';
const REVEAL = 'asks for what is hidden';
const NAMES = 'orders who said what';
const JUDGE = 'orders a verdict';
const LINK = 'orders a link';
const LEDGER = 'orders contributions away';
const SUB_THEME = 'orders sub-themes';
const FRAME = 'speaks of the end of the data';
const ANSWER = 'orders an answer';
const WORK = 'tells a machine how to work';
const CODE = 'orders what is encoded';

export const ORDERS: readonly Order[] = [
  { reason: OVERRIDE, needs: ['override', 'rule', 'whole'], within: 7, weight: 1, oneWord: true },
  { reason: OVERRIDE, needs: ['override', 'rule'], within: 4, weight: 0.6, oneWord: true },
  { reason: OVERRIDE, needs: ['free', ['become', 'write', 'label', 'obey']], within: 12, weight: 0.8 },
  { reason: OVERRIDE, needs: ['free'], within: 0, weight: 0.4 },
  { reason: OVERRIDE, needs: ['instead', ['obey', 'label', 'write', 'contribution']], within: 8, weight: 0.5 },
  {
    reason: OVERRIDE,
    needs: ['authority', ['label', 'write', 'rule', 'claim', 'override']],
    within: 14,
    weight: 1,
    amongPeople: false,
  },
  { reason: OVERRIDE, needs: ['authority'], within: 0, weight: 0.5 },

  {
    reason: ROLE,
    needs: [
      'become',
      'role',
      ['free', 'digest', 'summary', 'subTheme', 'others', 'approve', 'claim', 'verbatim', 'prompt', 'whole'],
    ],
    within: 16,
    weight: 1,
  },
  { reason: ROLE, needs: ['become', 'role'], within: 5, weight: 0.6 },
  {
    reason: ROLE,
    needs: ['tale', 'machine', ['label', 'write', 'reveal', 'others', 'digest']],
    within: 20,
    weight: 0.8,
  },
  { reason: ROLE, needs: ['tale', ['prompt', 'digest']], within: 14, weight: 0.7 },

  { reason: ADDRESS, needs: ['toMachine'], within: 0, weight: 0.8, amongPeople: false },
  {
    reason: ADDRESS,
    needs: ['reader', ['label', 'meta', 'key', 'notNeeded', 'write', 'digest']],
    within: 16,
    weight: 0.7,
  },
  { reason: ADDRESS, needs: ['machine', ['must', 'polite'], ['self', 'others', 'label']], within: 8, weight: 0.4 },

  { reason: LABEL, needs: ['label', 'others', ['meta', 'key', 'sure']], within: 12, weight: 1 },
  { reason: LABEL, needs: ['counts', 'others', 'key'], within: 12, weight: 1 },
  { reason: LABEL, needs: ['counts', 'others', ['meta', 'sure']], within: 12, weight: 0.6 },
  { reason: LABEL, needs: ['counts', 'self', ['key', 'sure']], within: 10, weight: 0.9 },
  { reason: LABEL, needs: ['label', 'self', ['meta', 'key', 'sure']], within: 10, weight: 1 },
  { reason: LABEL, needs: ['label', 'contribution', 'key'], within: 8, weight: 0.8 },
  { reason: LABEL, needs: ['sure', 'number', ['label', 'self', 'contribution', 'key']], within: 8, weight: 0.8 },
  { reason: LABEL, needs: ['others', 'contribution', ['key', 'notNeeded']], within: 10, weight: 0.6 },

  {
    reason: DIGEST,
    needs: ['digest', 'write', ['must', 'that', 'agree', 'only', 'quote', 'others']],
    within: 10,
    weight: 1,
  },
  { reason: DIGEST, needs: ['digest', 'write'], within: 6, weight: 0.7 },
  { reason: DIGEST, needs: ['digest', 'exclude'], within: 12, weight: 1 },
  {
    reason: DIGEST,
    needs: ['summary', 'write', ['that', 'must', 'only'], ['agree', 'only', 'others', 'quote']],
    within: 14,
    weight: 1,
  },
  { reason: DIGEST, needs: ['summary', 'write', 'that', ['must', 'command', 'polite']], within: 8, weight: 0.9 },
  { reason: DIGEST, needs: ['summary', 'write', 'that'], within: 8, weight: 0.6 },
  { reason: DIGEST, needs: ['summary', 'exclude'], within: 7, weight: 0.6 },
  { reason: DIGEST, needs: ['write', ['that', 'must'], 'agree'], within: 7, weight: 0.7 },
  { reason: DIGEST, needs: ['write', 'only', 'agree'], within: 7, weight: 1, amongPeople: false },
  { reason: DIGEST, needs: ['digest', 'quote'], within: 9, weight: 1, amongPeople: false },
  { reason: DIGEST, needs: ['quote', 'only'], within: 3, weight: 0.6, amongPeople: false },
  { reason: DIGEST, needs: ['exclude', 'others', 'summary'], within: 8, weight: 1 },
  {
    reason: DIGEST,
    needs: ['quote', ['that', 'must', 'attribute'], ['claim', 'others', 'attribute', 'contribution']],
    within: 12,
    weight: 0.7,
  },

  { reason: REVEAL, needs: ['reveal', 'prompt'], within: 10, weight: 1, amongPeople: false },
  { reason: REVEAL, needs: ['prompt'], within: 0, weight: 0.5 },
  { reason: REVEAL, needs: ['reveal', 'rule', 'yours'], within: 6, weight: 0.9, oneWord: true },
  { reason: REVEAL, needs: ['reveal', 'verbatim', ['above', 'rule', 'prompt', 'yours']], within: 12, weight: 1 },
  { reason: REVEAL, needs: ['reveal', 'above'], within: 9, weight: 0.7 },
  {
    reason: REVEAL,
    needs: ['reveal', 'personal', 'people', ['whole', 'data', 'digest', 'summary']],
    within: 12,
    weight: 1,
  },
  { reason: REVEAL, needs: ['mask', ['reveal', 'label', 'write']], within: 10, weight: 1 },

  {
    reason: NAMES,
    needs: ['attribute', ['others', 'contribution', 'whole', 'self', 'quote', 'digest']],
    within: 9,
    weight: 1,
  },
  { reason: NAMES, needs: ['people', 'personal', ['digest', 'summary'], ['write', 'reveal']], within: 14, weight: 1 },
  { reason: NAMES, needs: ['command', 'people', 'personal'], within: 8, weight: 0.6 },
  { reason: NAMES, needs: ['mask', 'personal'], within: 8, weight: 0.8 },
  { reason: NAMES, needs: ['write', 'personal', 'digest'], within: 12, weight: 0.8 },

  { reason: JUDGE, needs: ['approve', 'claim', ['whole', 'others']], within: 8, weight: 1 },

  { reason: LINK, needs: ['link', 'append', ['digest', 'summary', 'claim']], within: 12, weight: 1 },

  { reason: LEDGER, needs: [['override', 'exclude'], 'others', 'contribution'], within: 6, weight: 0.8 },
  { reason: LEDGER, needs: ['done', ['contribution', 'output', 'override', 'data']], within: 10, weight: 1 },
  { reason: LEDGER, needs: ['notNeeded', 'contribution', ['meta', 'others']], within: 10, weight: 0.8 },
  { reason: LEDGER, needs: ['output', 'only', ['contribution', 'self']], within: 8, weight: 0.6 },

  { reason: SUB_THEME, needs: ['rename', 'subTheme'], within: 8, weight: 1, amongPeople: false },

  {
    reason: FRAME,
    needs: ['end', 'data', ['obey', 'instead', 'rule', 'authority', 'follow']],
    within: 14,
    weight: 0.8,
  },
  { reason: FRAME, needs: ['obey', 'instead'], within: 6, weight: 0.5 },

  { reason: ANSWER, needs: ['answerWith'], within: 0, weight: 0.8, amongPeople: false },
  { reason: ANSWER, needs: ['answerWith', ['only', 'output', 'quote', 'become', 'done']], within: 8, weight: 1 },
  { reason: ANSWER, needs: ['rightAnswer', ['others', 'batch', 'key']], within: 8, weight: 1 },
  { reason: ANSWER, needs: ['newTask'], within: 0, weight: 0.8 },
  {
    reason: ANSWER,
    needs: ['newTask', ['label', 'write', 'reveal', 'others', 'batch', 'obey']],
    within: 12,
    weight: 1,
    amongPeople: false,
  },
  { reason: ANSWER, needs: ['become', 'role', 'answerWith'], within: 10, weight: 1, amongPeople: false },
  { reason: ANSWER, needs: ['batch', 'label', ['key', 'meta']], within: 10, weight: 1 },
  { reason: ANSWER, needs: ['become', 'done'], within: 6, weight: 1 },
  {
    reason: REVEAL,
    needs: ['given', 'reveal', ['above', 'contribution', 'prompt', 'verbatim', 'rule', 'data']],
    within: 12,
    weight: 1,
    oneWord: true,
  },
  {
    reason: WORK,
    needs: ['command', 'machinery', ['others', 'youDo', 'quote', 'approve', 'key', 'relabel', 'attribute', 'agree']],
    within: 10,
    weight: 1,
  },
  { reason: WORK, needs: ['command', 'machinery', 'machinery'], within: 9, weight: 0.9 },
  { reason: WORK, needs: ['command', 'machinery'], within: 9, weight: 0.8 },
  { reason: WORK, needs: ['youDo', ['command', 'machinery', 'override', 'rule', 'reveal']], within: 9, weight: 0.8 },
  { reason: WORK, needs: ['relabel', ['others', 'contribution', 'command', 'meta']], within: 12, weight: 0.6 },
  {
    reason: OVERRIDE,
    needs: ['override', ['subTheme', 'quote', 'digest', 'youDo']],
    within: 9,
    weight: 0.8,
    amongPeople: false,
  },
  { reason: CODE, needs: ['decode', 'follow'], within: 10, weight: 1 },
  { reason: CODE, needs: ['decode'], within: 0, weight: 0.4 },
];
