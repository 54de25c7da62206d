import { fileWith, folderWith } from '../../transcripts/support/folder.ts';
import { type Told, toJsonl, toSlack, toTeams } from '../../transcripts/support/talk.ts';
import { zipOf } from '../../transcripts/support/zip.ts';

/** Six people of a library and what they say in two weeks of March, in three languages. */
export const NAMES = ['Aila', 'Bengt', 'Carol', 'Dina', 'Esko', 'Frida'];

export const PEOPLE_CSV = `id,name,role,unit,lang,timezone,absent
Aila,Aila,leader,Library,fi,,
Bengt,Bengt,specialist,Library,sv,Europe/Stockholm,
Carol,Carol,specialist,Archive,en,,
Dina,Dina,supervisor,Archive,fi,,
Esko,Esko,specialist,Library,fi,,
Frida,Frida,stakeholder,,sv,,2026-03-02..2026-03-06
`;

const line = (at: string, author: string, text: string, thread: number | null = null): Told => ({
  at: new Date(at),
  author,
  text,
  thread,
});

export const TALK: Told[] = [
  line(
    '2026-03-02T07:10:00Z',
    'Carol',
    'Last month a new colleague taught me how to search the old catalogue. I want to learn more from her.',
  ),
  line(
    '2026-03-02T07:25:00Z',
    'Esko',
    'Meillä osaaminen kulkee parhaiten työparina. Voisimme sopia kerran kuussa oppimistunnin.',
    0,
  ),
  line('2026-03-02T08:00:00Z', 'Bengt', 'Tack Esko, bra idé! Jag kan ordna den första lärandestunden i april.', 0),
  line(
    '2026-03-03T09:30:00Z',
    'Dina',
    'Asiakas ei tiedä, kummasta yksiköstä vastaus tulee. Kenen vastuulla on vaihde perjantaisin?',
  ),
  line(
    '2026-03-03T10:05:00Z',
    'Carol',
    'We could agree who answers the phone on Fridays and write the roles on one page.',
    3,
  ),
  line(
    '2026-03-04T12:00:00Z',
    'Esko',
    'Lomake on kuusi sivua pitkä, ja siitä tarvitaan vain kaksi kohtaa. Käsittely seisoo viikon.',
  ),
  line('2026-03-05T06:45:00Z', 'Bengt', 'God morgon allihopa!'),
  line('2026-03-09T07:30:00Z', 'Aila', 'Kiitos kaikille, näistä kuulee, miten paljon osaamista talossa on.'),
  line('2026-03-10T08:15:00Z', 'Bengt', 'Dokumenten ligger i tre mappar och ingen hittar rätt version.'),
  line(
    '2026-03-10T08:40:00Z',
    'Carol',
    'I built a small index of the folders. “Find it in ten seconds” is my goal, and 12 people use it.',
    8,
  ),
  line('2026-03-11T11:00:00Z', 'Frida', 'Kunderna frågar efter öppettider varje dag; vi borde svara på webben.'),
  line(
    '2026-03-12T09:00:00Z',
    'Dina',
    'Hieno hakemisto, Carol! Voisiko sen jakaa myös meille? <b>Kiitos</b> [linkki](https://example.org)',
    8,
  ),
];

export const inputs = {
  jsonl: () => fileWith('talk.jsonl', toJsonl(TALK)),
  'slack folder': () => folderWith(toSlack(NAMES, TALK)),
  'slack zip': () => fileWith('export.zip', zipOf(toSlack(NAMES, TALK))),
  teams: async () => await folderWith(toTeams(NAMES, TALK)),
};
export const people = () => fileWith('people.csv', PEOPLE_CSV);
