import { createHmac } from 'node:crypto';
import { PorrasError } from '../../src/errors.ts';
import type { EventSink, ViewOf } from '../../src/ports/chat-platform.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { TeamsConfig, TeamsLog } from './config.ts';
import { formActivity, sentForm } from './form.ts';
import { type Answer, answerTo, answerToLook, wantsDialog } from './inbound-answer.ts';
import type { Dialogs } from './inbound-dialogs.ts';
import { keepReferences, namesOfMoved } from './inbound-keep.ts';
import { asksForView, createViews, isExecuted, type Views, type Waiting } from './inbound-views.ts';
import type { FromCard } from './parse-event-cards.ts';
import { Envelope, isPrivate, tenantIn } from './parse-event-context.ts';
import { type Parsed, parseActivity } from './parse-event.ts';
import type { KeptReferences } from './references.ts';
import type { TeamsTransport } from './transport.ts';
import type { Verify } from './verify.ts';

export interface Inbound {
  open(sink: EventSink, viewOf?: ViewOf): void;
  close(): void;
  /**
   * Takes in what came over HTTP, and says what to answer. Anything but 200 lets Teams send it again, so 200 is answered
   * only once it is stored, or says nothing to Porras.
   */
  take(authorization: string | undefined, body: unknown): Promise<Answer>;
}

export interface InboundParts {
  config: TeamsConfig;
  verify: Verify;
  references: KeptReferences;
  transport: TeamsTransport;
  dialogs: Dialogs;
  clock: Clock;
  log: TeamsLog;
}

const answer = (status: Answer['status']): Answer => ({ status, body: null });

export function createInbound(parts: InboundParts): Inbound {
  const { config, verify, references, dialogs, log } = parts;
  const secret = config.secretKey ?? config.appPassword ?? config.appId ?? 'development';
  const digest = (...words: string[]): string =>
    createHmac('sha256', secret).update(JSON.stringify(words)).digest('hex').slice(0, 32);
  let sink: EventSink | null = null;
  let views: Views | null = null;

  async function understand(activity: Envelope, tenant: string): Promise<Parsed> {
    const moves = isAboutPlaces(activity);
    const team = moves ? activity.channelData?.team?.id : null;
    const channels = team ? await references.ofTeam(tenant, team) : [];
    const names = moves ? await namesOfMoved(references, parts.transport, activity, tenant) : new Map<string, string>();
    try {
      return parseActivity(activity, {
        digest,
        known: (id) => names.get(id),
        channels: channels.map(({ id }) => id),
        now: parts.clock.now(),
      });
    } catch (thrown) {
      // Sent again, it would be the same.
      log('Teams sent what Porras cannot read', { type: activity.type, error: nameOfError(thrown) });
      return { events: [], card: null };
    }
  }

  async function store(activity: Envelope, tenant: string): Promise<Answer> {
    if (!sink) throw new PorrasError('not-started', 'Porras is not listening to Teams yet.', { retryable: true });
    await keepReferences(references, activity, tenant);
    if (asksForView(activity)) return answerToLook((await views?.look(activity, tenant)) ?? null);
    const parsed = await understand(activity, tenant);
    const { events, card } = parsed;
    const waiting = card && (await waitingFor(activity, tenant, card));
    try {
      for (const event of events) await sink(event);
    } catch (thrown) {
      waiting?.cancel();
      throw thrown;
    }
    for (const event of events) if (event.type === 'channel-gone') await references.forget(event.place.channel);
    if (card?.form) replaceSent(activity, tenant, card.form.title);
    return answerTo(activity, card, waiting && (await waiting.card()));
  }

  async function waitingFor(activity: Envelope, tenant: string, card: FromCard): Promise<Waiting | null> {
    if (!wantsDialog(activity, card)) return (await views?.press(activity, tenant, card)) ?? null;
    const dialog = dialogs.expect(card.dialog);
    return { card: () => dialog.form, cancel: () => dialog.cancel() };
  }

  /**
   * A form in a private conversation becomes what tells that it was sent, on every device and for good: who sent it by an
   * Action.Submit is answered nothing, and the answer to an Action.Execute reaches one client only.
   */
  function replaceSent(activity: Envelope, tenantId: string, title: string): void {
    const { serviceUrl, conversation, replyToId } = activity;
    const isCard = activity.type === 'message' || isExecuted(activity);
    if (!isCard || !replyToId || !isPrivate(activity)) return;
    parts.transport
      .update({ serviceUrl, tenantId, conversationId: conversation.id }, replyToId, formActivity(sentForm(title)))
      .catch((thrown) => log('a form that was sent could not be marked', { tenantId, error: nameOfError(thrown) }));
  }

  return {
    open(to, viewOf) {
      sink = to;
      views = viewOf ? createViews(viewOf, dialogs, log) : null;
    },
    close() {
      sink = null;
      views = null;
    },
    async take(authorization, body) {
      const { success, data: activity } = Envelope.safeParse(body);
      // Whoever is not Teams learns nothing of what was wrong.
      if (!success || activity.channelId !== 'msteams') return answer(401);
      const tenantId = tenantIn(activity) ?? '';
      const { serviceUrl, channelId } = activity;
      try {
        const verdict = await verify(authorization, { serviceUrl, channelId, tenantId });
        if (!verdict.ok) {
          log('a request was refused', { why: verdict.why });
          return answer(401);
        }
      } catch (thrown) {
        log('it cannot be told who sent a request', { error: nameOfError(thrown) });
        return answer(503);
      }
      if (tenantId === '') return answer(200);
      try {
        return await store(activity, tenantId);
      } catch (thrown) {
        log('what Teams sent could not be stored', { error: nameOfError(thrown) });
        return answer(500);
      }
    },
  };
}

/** Who came and went, and what became of channels, teams and Porras itself. */
const isAboutPlaces = ({ type }: Envelope): boolean => type === 'conversationUpdate' || type === 'installationUpdate';

const nameOfError = (thrown: unknown): string =>
  thrown instanceof PorrasError ? thrown.code : thrown instanceof Error ? thrown.name : 'unexpected';
