import type { Staircase } from '../../src/domain/staircase.ts';

/** A plain staircase to change in a test. */
export const aStaircase = (changes: Partial<Staircase> = {}): Staircase => ({
  lang: 'en',
  title: 'Our staircase, week 2',
  subtitle: '12 contributions · 7 voices',
  steps: [
    {
      key: 'low',
      name: 'Lowest',
      weight: 8,
      subThemes: [
        { label: 'Pairs', weight: 5, isNew: false },
        { label: 'Mentors', weight: 3, isNew: true },
      ],
    },
    { key: 'middle', name: 'Middle', weight: 4, subThemes: [] },
    { key: 'high', name: 'Highest', weight: 0, subThemes: [] },
  ],
  foundation: 'Appreciation, learning and helping',
  emptyStep: 'Room for your story',
  ...changes,
});
