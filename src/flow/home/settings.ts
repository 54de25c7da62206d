import type { EventOf } from '../../domain/platform-event.ts';
import type { Participant } from '../../domain/inquiry.ts';
import { isDate, isTimeZone } from '../../domain/local-time.ts';
import { LANGUAGES } from '../../domain/words.ts';
import type { Pressed } from '../say/choice.ts';
import type { Flow } from '../context.ts';
import { inquiryMeant, participantOf } from '../who/find-inquiry.ts';
import { rememberChoice } from '../who/know-person.ts';
import { openForm } from '../form/open-form.ts';
import type { Handled } from '../receive-event.ts';
import { refuse, tellPrivately } from '../say/tell-privately.ts';

/** A person's own settings: language, time zone, nudges, when they are away. Nobody else sees or changes them. */
export async function openSettings(flow: Flow, event: Pressed | Handled<EventOf<'command-invoked'>>): Promise<void> {
  const inquiry = await inquiryMeant(flow, event.place, event.by.address);
  const participant = inquiry && (await participantOf(flow, inquiry, event.by.address));
  if (!participant) return refuse(flow, event, 'no-inquiry-for-you');
  const away = participant.absences.at(-1);
  await openForm(flow, event, (say, lang) => ({
    id: 'settings',
    title: say('settings.title'),
    intro: say('settings.intro'),
    fields: [
      {
        name: 'lang',
        label: say('settings.language'),
        type: 'select',
        required: true,
        initial: lang,
        options: LANGUAGES.map((each) => ({ value: each, label: flow.content.say(lang, `language.${each}`) })),
      },
      {
        name: 'timeZone',
        label: say('settings.time-zone'),
        type: 'text',
        required: true,
        initial: participant.timeZone,
      },
      {
        name: 'nudges',
        label: say('settings.nudges'),
        type: 'select',
        required: true,
        initial: participant.nudges,
        options: (['on', 'stopped'] as const).map((each) => ({ value: each, label: say(`settings.nudges-${each}`) })),
      },
      { name: 'awayFrom', label: say('settings.away-from'), type: 'date', required: false, initial: away?.from ?? '' },
      { name: 'awayTo', label: say('settings.away-to'), type: 'date', required: false, initial: away?.to ?? '' },
    ],
    submit: say('settings.submit'),
    context: participant.id,
  }));
}

export async function saveSettings(flow: Flow, event: Handled<EventOf<'form-submitted'>>): Promise<void> {
  const participant = await flow.store.participants.get(event.context);
  // Whose settings they are is the sender, whatever the form says.
  if (participant?.person !== event.by.address) return refuse(flow, event, 'not-allowed');
  const { answers } = event;
  const lang = LANGUAGES.find((each) => each === answers['lang']) ?? participant.lang;
  const timeZone = answers['timeZone']?.trim() ?? '';
  const { awayFrom = '', awayTo = '' } = answers;
  if (!isTimeZone(timeZone)) return tellPrivately(flow, event, 'create.bad-time-zone', {});
  const away = absencesFrom(awayFrom.trim(), awayTo.trim());
  if (!away) return tellPrivately(flow, event, 'form.not-understood', {});
  const patch = {
    lang,
    timeZone,
    absences: away,
    nudges: answers['nudges'] === 'stopped' ? ('stopped' as const) : ('on' as const),
  };
  await rememberChoice(flow, event.by.address, {
    ...(lang !== participant.lang && { ownLang: lang }),
    ...(timeZone !== participant.timeZone && { ownTimeZone: timeZone }),
  });
  await flow.store.participants.update({ person: event.by.address }, patch);
  await tellPrivately(flow, event, 'settings.saved', {});
}

/** One day or several, or none when both are empty; null when it cannot be told. */
function absencesFrom(first: string, last: string): Participant['absences'] | null {
  if (first === '' && last === '') return [];
  const [from, to] = [first || last, last || first];
  return isDate(from) && isDate(to) && from <= to ? [{ from, to }] : null;
}
