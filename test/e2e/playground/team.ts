/** Who is in the tenant that the Agents Playground plays, and where. */

export interface Person {
  id: string;
  name: string;
  /** So the Playground spells it. */
  userPrincipleName: string;
  aadObjectId: string;
  givenName: string;
  surname: string;
  email: string;
}

export const TENANT = '00000000-0000-0000-0000-000000000001';
export const TEAM = 'Jokiranta';
/** The conversation of the team's General channel, which has its id. */
export const GENERAL = '19:jokiranta@thread.tacv2';
export const CHANNEL = { id: '19:anslag@thread.tacv2', name: 'Anslag' };
export const BOT = { id: '28:00000000-0000-0000-0000-000000000011', name: 'Porras' };

const person = (number: number, name: string, id = `29:person-${number}`): Person => {
  const [givenName = '', surname = ''] = name.split(' ');
  const mail = `person-${number}@jokiranta.example`;
  const aadObjectId = `00000000-0000-0000-0000-0000000000${20 + number}`;
  return { id, name, userPrincipleName: mail, aadObjectId, givenName, surname, email: mail };
};

/** The one who sits before the Playground. */
export const ME = person(0, 'Aino Harjula');
/** The Playground's picker answers with `id`, Teams's with the id of the directory; of whom it is to pick they are the same. */
export const LEADER = person(1, 'Veikko Lepistö', '00000000-0000-0000-0000-000000000021');
export const OTHERS = [
  LEADER,
  ...['Ritva Salmela', 'Linnea Sjöblom', 'Jouni Kotiaho', 'Priya Raman'].map((name, index) => person(index + 2, name)),
];
