import { expect, test } from 'vitest';
import type { Lang } from '../../src/domain/words.ts';
import { classify, labelOf, labelOfLast, say } from './say.ts';

const STEPS: [Lang, string, string][] = [
  ['fi', 'Meillä on paljon osaamista, josta kukaan ei tiedä. Tehdään lista siitä, kuka osaa mitäkin.', 'competence'],
  ['sv', 'Min mentor lärde mig mer på en vecka än hela kursen.', 'competence'],
  ['en', 'She retires in June and the tacit knowledge walks out of the door with her.', 'competence'],
  ['fi', 'Yhteinen tavoite puuttuu: mikä on meille tärkeintä tänä vuonna?', 'needs'],
  ['sv', 'Kunderna behöver få veta vad vi lovar och när de får svar.', 'needs'],
  ['en', 'What do our customers expect from us, and how do we prioritise?', 'needs'],
  ['fi', 'Kuka tuuraa palkanlaskijaa, kun hän on lomalla?', 'interfaces'],
  ['sv', 'Arbetsfördelningen mellan enheterna är oklar, vem ansvarar för vad?', 'interfaces'],
  ['en', 'Nobody told us before the meeting who is responsible for the hand-over.', 'interfaces'],
  ['fi', 'Hakemus odottaa hyväksyntää kolme viikkoa, prosessista voisi poistaa turhat vaiheet.', 'processes'],
  ['sv', 'Blanketten fylls i för hand och ledtiden är sex veckor, det kunde automatiseras.', 'processes'],
  ['en', 'The invoice workflow has nine steps; a robot could fill in the form.', 'processes'],
  ['fi', 'En löydä viimeisintä versiota, kansioita on monta ja tiedostojen nimet vaihtelevat.', 'information'],
  ['sv', 'Vem har behörighet till arkivet, och var sparas dokumenten?', 'information'],
  ['en', 'The search finds the old version, and half of the folders need access rights.', 'information'],
];

test.each(STEPS)('%s: %s belongs to %s', async (lang, text, step) => {
  expect((await labelOf(lang, text)).step).toBe(step);
});

test.each<[Lang, string]>([
  ['fi', 'Kiitos!'],
  ['fi', 'Huomenta kaikille ☕'],
  ['fi', 'Olen kokouksessa nyt, vastaan myöhemmin.'],
  ['sv', 'Tack!'],
  ['sv', 'Trevlig helg!'],
  ['sv', 'Sitter i möte, återkommer senare.'],
  ['en', 'Thanks!'],
  ['en', 'Good morning!'],
  ['en', 'Do we answer here or in the other thread?'],
  ['en', ''],
  ['fi', '👍'],
  ['sv', 'xyzzy plugh'],
])('%s: "%s" belongs to no step', async (lang, text) => {
  expect((await labelOf(lang, text)).step).toBe('none');
});

const ROOT = say('root', 'fi', 'Kuka tuuraa arkistonhoitajaa lomalla? Sijaisia ei ole nimetty.');

test.each<[Lang, string, string]>([
  ['fi', 'Meillä on sama tilanne ollut jo kaksi vuotta.', 'interfaces'],
  ['en', 'We had exactly the same last summer and it took weeks to recover.', 'interfaces'],
  ['sv', 'Hos oss har det varit likadant i flera år.', 'interfaces'],
  ['fi', 'Kiitos!', 'none'],
  ['sv', 'Tack så mycket!', 'none'],
])('%s: the answer "%s" is %s', async (lang, text, step) => {
  expect((await labelOfLast([ROOT, say('answer', lang, text, { replyTo: 'root' })])).step).toBe(step);
});

test('an answer inherits from a thread that was labelled before', async () => {
  const root = { ...ROOT, label: { ...(await labelOfLast([ROOT])) }, subThemeId: null };
  const answer = say('answer', 'en', 'That was our experience as well, for several years.', { replyTo: 'root' });
  expect((await classify([answer], 'en', [root])).get('answer')?.step).toBe('interfaces');
});

test.each<[Lang, string, string]>([
  ['fi', 'Voisiko koulutuspäivän pitää yhdessä naapuriyksikön kanssa?', 'idea'],
  ['sv', 'Kunde vi byta plats med grannenheten en dag i månaden?', 'idea'],
  ['en', 'What if we had one shared folder for all of this?', 'idea'],
  ['fi', 'Ehdotan, että pidämme aamupalaverin seisten. Teen kutsun ja aloitetaan ensi viikolla.', 'solution'],
  ['sv', 'Jag föreslår att vi provar en månad. Jag gör en mall till fredag.', 'solution'],
  ['en', "I'll draft the list by Friday and we start next week.", 'solution'],
  ['fi', 'Viime viikolla soitin asiakkaalle ja kysyin asiasta. Hän kertoi, että kirje oli jäänyt lukematta.', 'story'],
  ['sv', 'Förra veckan ringde jag till en kund och frågade. Hon berättade att brevet låg oöppnat.', 'story'],
  ['en', 'Last week I called a customer and asked. She told me that she had never opened the letter.', 'story'],
  ['fi', 'Ongelma on, ettei kukaan tiedä, missä mennään. Se turhauttaa joka kerta.', 'concern'],
  ['sv', 'Problemet är att ingen vet var ärendet är. Det är frustrerande varje gång.', 'concern'],
  ['en', 'The problem is that nobody knows where the file is. It is frustrating every time.', 'concern'],
  ['fi', 'Onko meillä jossain lista käyttöoikeuksista?', 'question'],
  ['sv', 'Vet någon var avtalet finns?', 'question'],
  ['en', 'Does anyone know where the contract is?', 'question'],
])('%s: "%s" is a kind of %s', async (lang, text, kind) => {
  expect((await labelOf(lang, text)).kind).toBe(kind);
});

const IDEA = say('idea', 'fi', 'Voisiko jokaisella olla työpari, joka osaa samat työt?');

test.each<[Lang, string, string]>([
  ['fi', 'Kiitos tästä!', 'thank'],
  ['sv', 'Tack för det här!', 'thank'],
  ['en', 'Thank you for this!', 'thank'],
  ['fi', 'Loistava ajatus!', 'encourage'],
  ['sv', 'Bra idé, kör på!', 'encourage'],
  ['en', 'Great idea, go for it!', 'encourage'],
  ['fi', 'Kertoisitko lisää, miten parit valittaisiin?', 'interest'],
  ['sv', 'Intressant! Berätta mer om hur ni tänker er paren?', 'interest'],
  ['en', 'Interesting, tell me more: how would the pairs be picked?', 'interest'],
  ['fi', 'Lisäisin tähän, että parit vaihtuvat puolen vuoden välein. Voin tehdä listan.', 'build'],
  ['sv', 'Jag bygger vidare: kunde paren bytas en gång i halvåret? Jag kan göra en lista.', 'build'],
  ['en', "I'd add that pairs change twice a year, and I can keep the list.", 'build'],
  ['en', 'Shout-out to nurse-02, without her we would have no idea how this works.', 'raise'],
])('%s: the answer "%s" carries %s', async (lang, text, signal) => {
  const label = await labelOfLast([IDEA, say('answer', lang, text, { replyTo: 'idea' })]);
  expect(label.signals).toContain(signal);
});

test('what builds says on what', async () => {
  const answer = say('answer', 'fi', 'Lisäisin tähän, että parit vaihtuvat. Voin tehdä listan.', { replyTo: 'idea' });
  expect((await labelOfLast([IDEA, answer])).buildsOn).toBe('idea');
});

test.each(['Kiitos! Lisäisin vielä, että voin tehdä listan.', 'Loistavaa, jatkan tästä: tehdään lista.'])(
  'an answer to oneself is never a signal: %s',
  async (text) => {
    const own = { ...IDEA, speaker: 'me' };
    const label = await labelOfLast([own, say('answer', 'fi', text, { replyTo: 'idea', speaker: 'me' })]);
    expect(label.signals).toEqual([]);
    expect(label.buildsOn).toBeNull();
  },
);

test.each<[Lang, string]>([
  ['fi', 'Ei kiitos enää uutta järjestelmää.'],
  ['en', 'No thanks, not another system.'],
  ['sv', 'Nej tack, inte ett system till.'],
])('%s: "%s" thanks nobody', async (lang, text) => {
  expect((await labelOfLast([IDEA, say('answer', lang, text, { replyTo: 'idea' })])).signals).not.toContain('thank');
});

test.each<[Lang, string, string]>([
  ['fi', 'Tekoäly voisi ehdottaa otsikkoa, jos järjestelmä tukisi sitä.', 'technology'],
  ['sv', 'Kunde systemet och en robot sköta påminnelserna?', 'technology'],
  ['en', 'Could the system and a chatbot send the reminders?', 'technology'],
  ['fi', 'Salassa pidettävät henkilötiedot ovat kaikkien näkyvillä, tietosuoja ei toteudu.', 'security'],
  ['sv', 'Känsliga personuppgifter syns för obehöriga, dataskyddet brister.', 'security'],
  ['en', 'Personal data is visible to the wrong people; GDPR would not be pleased.', 'security'],
  ['fi', 'Kukaan ei kerro, miten päätettiin. Toivon avoimuutta, että kaikki näkevät perustelut.', 'openness'],
  ['sv', 'Ingen berättade vem som beslutade. Jag önskar mera öppenhet.', 'openness'],
  ['en', 'Nobody told us who decided. I wish for more transparency.', 'openness'],
])('%s: "%s" is about %s too', async (lang, text, cross) => {
  expect((await labelOf(lang, text)).cross).toContain(cross);
});

test('the reason is in the language of the inquiry and names the words that spoke', async () => {
  const text = 'Who covers the phone when Sam is on leave?';
  expect((await labelOf('en', text, 'fi')).why).toContain('portaaseen ”Rajapinnat”');
  expect((await labelOf('en', text, 'sv')).why).toContain('trappsteget ”Gränssnitt”');
  expect((await labelOf('en', text, 'en')).why).toContain('on leave');
});
