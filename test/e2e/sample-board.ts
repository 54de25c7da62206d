import type { BoardContribution, BoardView } from '../../src/ports/board-view.ts';

let count = 0;
const contribution = (
  text: string,
  kind: BoardContribution['kind'],
  author: string | null = 'Maija Korpi',
): BoardContribution => {
  count += 1;
  return {
    id: `c${count}`,
    text,
    author,
    at: '2026-11-19T08:12:00Z',
    kind,
    confidence: 0.72,
    why: 'It is about what people know and how they pass it on.',
    by: 'lexical',
    ref: null,
  };
};

/** A board as it may look in the second week; only for trying the page. */
export const SAMPLE_BOARD: BoardView = {
  inquiry: {
    topic: 'How we help each other when the office is half empty',
    language: 'en',
    status: 'running',
    week: 2,
    weeks: 6,
  },
  steps: [
    {
      key: 'competence',
      name: 'Recognise, share and keep developing competence',
      shortName: 'Competence',
      weight: 14,
      subThemes: [
        {
          id: 's1',
          label: 'Learning a system by sitting beside someone',
          contributions: [
            contribution(
              'I learned the travel system in one afternoon because Pekka let me do it while he watched.',
              'story',
            ),
            contribution('Could new people sit two days with each of us?', 'idea', null),
          ],
        },
        {
          id: 's2',
          label: 'Knowing who knows what',
          contributions: [contribution('A page with what each of us likes to be asked about.', 'solution')],
        },
      ],
      unplaced: [contribution('Thank you for answering my silly questions, they never felt silly.', 'appreciation')],
    },
    {
      key: 'needs',
      name: 'Clarify customer needs, shared goals and cooperation',
      shortName: 'Customers and goals',
      weight: 5,
      subThemes: [
        {
          id: 's3',
          label: 'Asking schools what they need first',
          contributions: [contribution('Let us ring three schools before we change the form.', 'solution')],
        },
      ],
      unplaced: [],
    },
    {
      key: 'interfaces',
      name: 'Develop cooperation interfaces, division of work and communication',
      shortName: 'Working together',
      weight: 9,
      subThemes: [
        {
          id: 's4',
          label: 'Who answers the phone on Fridays',
          contributions: [contribution('On Fridays nobody knows whose turn it is.', 'concern')],
        },
      ],
      unplaced: [],
    },
    {
      key: 'processes',
      name: 'Develop and describe processes from the customer’s side',
      shortName: 'Processes',
      weight: 3,
      subThemes: [],
      unplaced: [contribution('The invoice goes round four desks.', 'concern')],
    },
    {
      key: 'information',
      name: 'Plan and develop information management',
      shortName: 'Information',
      weight: 0,
      subThemes: [],
      unplaced: [],
    },
  ],
  foundation: { name: 'Appreciation, learning and helping', signals: { thank: 7, build: 5, raise: 3, interest: 4 } },
  none: [contribution('Good morning all!', 'comment')],
  waiting: 1,
  rounds: [
    {
      number: 1,
      name: 'Identity and strengths',
      question: 'Tell about a moment when you were glad that this colleague was here.',
      opensAt: '2026-11-16T07:00:00Z',
      closesAt: '2026-11-20T13:00:00Z',
      status: 'closed',
      answered: 9,
      participants: 12,
    },
    {
      number: 2,
      name: 'Sharing what we know',
      question: 'What have you learned from somebody here without a course?',
      opensAt: '2026-11-23T07:00:00Z',
      closesAt: '2026-11-27T13:00:00Z',
      status: 'open',
      answered: 4,
      participants: 12,
    },
    {
      number: 3,
      name: 'Customers',
      question: '',
      opensAt: '2026-11-30T07:00:00Z',
      closesAt: '2026-12-04T13:00:00Z',
      status: 'planned',
      answered: 0,
      participants: 12,
    },
  ],
  digests: [
    {
      id: 'd1',
      week: 1,
      at: '2026-11-20T13:00:00Z',
      markdown:
        '## Week 1\n\n**Competence.** Two of you learned a system by doing it beside someone: “Pekka let me do it while he watched.”\n\n- 9 of 12 voices were heard\n- 7 times somebody was thanked\n\nLeft out: nothing.',
      pictureId: 'stairs-1',
      alt: 'A staircase of five steps; the first has the most contributions',
    },
  ],
  ledger: { total: 33, themed: 31, none: 1, withheld: 0, withdrawn: 0, unprocessed: 1 },
  commitments: [
    {
      id: 'k1',
      text: 'A page with what each of us likes to be asked about',
      owner: 'Maija Korpi',
      dueOn: '2026-12-11',
      status: 'open',
      outcome: null,
    },
    {
      id: 'k2',
      text: 'Ring three schools',
      owner: 'Pekka Salo',
      dueOn: '2026-11-20',
      status: 'done',
      outcome: 'Two answered: they want one form, not three.',
    },
  ],
};
