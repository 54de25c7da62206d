import { inQuotes, timeText } from '../../domain/date-text.ts';
import { asMarkdown, markdownMessage } from '../../domain/plain-text.ts';
import { questionNumber } from '../../domain/question-number.ts';
import type { EventOf } from '../../domain/platform-event.ts';
import type { Flow } from '../context.ts';
import { inquiryMeant } from '../who/find-inquiry.ts';
import { questionText } from '../theme/labelled.ts';
import type { Handled } from '../receive-event.ts';
import { languageOf, sendPrivately, tellPrivately } from '../say/tell-privately.ts';

/** Where the inquiry stands: what is open until when, what comes next. Nothing about who has been quiet. */
export async function showStatus(flow: Flow, event: Handled<EventOf<'command-invoked'>>): Promise<void> {
  const inquiry = await inquiryMeant(flow, event.place, event.by.address);
  if (!inquiry || inquiry.status === 'draft') return tellPrivately(flow, event, 'no-inquiry-here', {});
  const lang = await languageOf(flow, event.by.address);
  const say = (key: string, params = {}) => flow.content.say(lang, key, params);
  const when = (at: Date) => timeText(lang, at, inquiry.timeZone);
  const all = await flow.store.rounds.find({ inquiryId: inquiry.id }, { by: 'opensAt' });
  const rounds = all.filter((round) => round.status === 'open' || round.status === 'planned');
  const lines = rounds.map((round) => {
    const words = {
      number: questionNumber(round, all),
      private: round.setting,
      at: when(round.status === 'open' ? round.closesAt : round.opensAt),
    };
    return `- ${say(`status.${round.status}`, words)} ${inQuotes(lang, asMarkdown(questionText(flow, { language: lang }, round)))}`;
  });
  const contributions = await flow.store.contributions.count({ inquiryId: inquiry.id, status: 'live' });
  const head = say('status.head', { topic: asMarkdown(inquiry.topic), status: inquiry.status, contributions });
  await sendPrivately(flow, event, markdownMessage(lang, [head, lines.join('\n')].filter(Boolean).join('\n\n')));
}
