import type { Lang } from '../../src/domain/words.ts';

type Named = readonly [title: string, description: string];

export interface ManifestWords {
  short: string;
  full: string;
  /** Of the commands menu, by their English names; titles are words that Porras understands. */
  commands: Readonly<Record<CommandName, Named>>;
  add: Named;
  buildsOn: Named;
}

export type CommandName = (typeof GROUP_COMMANDS)[number] | (typeof OWN_COMMANDS)[number];
/** What is offered in channels and chats. */
export const GROUP_COMMANDS = ['new', 'connect', 'status', 'help'] as const;
/** What is offered in private. */
export const OWN_COMMANDS = ['mine', 'move', 'themes', 'commit', 'status', 'settings', 'help'] as const;

export const MANIFEST_WORDS: Readonly<Record<Lang, ManifestWords>> = {
  en: {
    short: 'Asks a group what works and what could be, and helps make something of it',
    full: 'Porras is a facilitator that lives in a channel. Over days and weeks it asks appreciative questions, listens, gives everyone a chance to be heard, also in private, gathers what people say into themes, and gives the group a digest each week in which every sentence leads back to the words it came from. Then it helps to turn ideas into deeds. It hears only the teams and chats that it was added to, and what people write to it in private.',
    commands: {
      new: ['new', 'Begin an inquiry here'],
      connect: ['connect', 'Get a code for one more channel, or join this channel to an inquiry with a code'],
      mine: ['mine', 'What you have written, and where it was placed'],
      move: ['move', 'Something belongs elsewhere'],
      themes: ['themes', 'Rename a theme, or merge two'],
      commit: ['commit', 'Take something on'],
      status: ['status', 'What is open and what comes next'],
      settings: ['settings', 'Language, invitations, days away'],
      help: ['help', 'What you can do here'],
    },
    add: ['Add to the inquiry', 'Has this message count as a contribution to the inquiry'],
    buildsOn: ['This builds on…', 'Says which contribution this message builds on'],
  },
  fi: {
    short: 'Kysyy ryhmältä, mikä toimii ja mitä voisi olla, ja auttaa viemään sen teoiksi',
    full: 'Porras asuu kanavalla ja auttaa porukkaa pohtimaan yhdessä. Se kysyy päivien ja viikkojen mittaan arvostavia kysymyksiä, kuuntelee, antaa jokaiselle tilaisuuden tulla kuulluksi myös kahden kesken, kokoaa sanotun teemoiksi ja antaa ryhmälle joka viikko koosteen, jonka jokaisesta virkkeestä pääsee takaisin alkuperäisiin sanoihin. Sitten se auttaa muuttamaan ideat teoiksi. Se kuulee vain tiimit ja keskustelut, joihin se on lisätty, ja sen, mitä sille kirjoitetaan kahden kesken.',
    commands: {
      new: ['uusi', 'Aloita pohdinta täällä'],
      connect: ['liitä', 'Pyydä koodi toista kanavaa varten, tai liitä tämä kanava pohdintaan koodilla'],
      mine: ['omat', 'Mitä olet kirjoittanut ja mihin se sijoittui'],
      move: ['siirrä', 'Jokin kuuluu muualle'],
      themes: ['teemat', 'Anna teemalle uusi nimi tai yhdistä kaksi'],
      commit: ['hoidan', 'Ota jotain hoitaaksesi'],
      status: ['tilanne', 'Mikä on auki ja mitä on tulossa'],
      settings: ['asetukset', 'Kieli, kutsut, poissaolot'],
      help: ['ohje', 'Mitä voit tehdä täällä'],
    },
    add: ['Lisää pohdintaan', 'Ottaa tämän viestin mukaan pohdintaan'],
    buildsOn: ['Tämä jatkaa ajatusta…', 'Kertoo, mitä puheenvuoroa tämä viesti jatkaa'],
  },
  sv: {
    short: 'Frågar en grupp vad som fungerar och vad som kunde vara, och hjälper den vidare',
    full: 'Porras bor i en kanal och hjälper en grupp att fundera tillsammans. Under dagar och veckor ställer den uppskattande frågor, lyssnar, ger var och en en chans att bli hörd, också privat, samlar det som sägs i teman och ger gruppen varje vecka ett sammandrag där varje mening leder tillbaka till de ord den bygger på. Sedan hjälper den till att omsätta idéerna i handling. Den hör bara de team och chattar som den har lagts till i, och det som skrivs privat till den.',
    commands: {
      new: ['ny', 'Börja en dialog här'],
      connect: ['anslut', 'Få en kod för en kanal till, eller anslut den här kanalen med en kod'],
      mine: ['mina', 'Vad du har skrivit och var det hamnade'],
      move: ['flytta', 'Något hör hemma någon annanstans'],
      themes: ['teman', 'Ge ett tema nytt namn eller slå ihop två'],
      commit: ['åtagande', 'Ta dig an något'],
      status: ['läget', 'Vad som är öppet och vad som kommer'],
      settings: ['inställningar', 'Språk, inbjudningar, frånvaro'],
      help: ['hjälp', 'Vad du kan göra här'],
    },
    add: ['Lägg till i dialogen', 'Tar med det här meddelandet i dialogen'],
    buildsOn: ['Det här bygger på…', 'Säger vilket inlägg meddelandet bygger på'],
  },
};
