/** A word for each step of the shipped model, so that whoever labels the synthetic talk can tell. */
export const STEP_WORDS: Record<string, string> = {
  competence: 'learn',
  needs: 'customer',
  interfaces: 'hand over',
  processes: 'request form',
  information: 'folder',
};

const OPENINGS = ['We could', 'Last week we had to', 'It would help to', 'Nobody seems to', 'In my team we'];
const DOINGS: Record<string, string[]> = {
  learn: [
    'learn the archive together on Friday mornings',
    'learn from each other in pairs',
    'learn the new system step by step',
  ],
  customer: [
    'ask every customer what a good answer is',
    'tell the customer when we are ready',
    'agree what the customer can expect',
  ],
  'hand over': [
    'hand over the phone with a short list',
    'hand over work before a holiday',
    'hand over a case with its story',
  ],
  'request form': [
    'shorten the request form by two pages',
    'fill the request form in once only',
    'send the request form straight on',
  ],
  folder: [
    'keep one folder for each board meeting',
    'name every folder the same way',
    'find the folder without asking',
  ],
};

/** About 82 characters in English, the same each time for the same number. */
export function syntheticText(index: number): string {
  const words = Object.values(STEP_WORDS);
  const word = words[index % words.length] ?? 'learn';
  const doings = DOINGS[word] ?? [];
  const doing = doings[Math.floor(index / words.length) % doings.length] ?? '';
  const opening = OPENINGS[Math.floor(index / 15) % OPENINGS.length] ?? '';
  return `${opening} ${doing}, which took ${10 + (index % 50)} minutes in office ${1 + (index % 97)}, about ${doing.split(' ').slice(-2).join(' ')}.`;
}
