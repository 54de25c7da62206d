import type { Delivery } from './delivery.ts';
import type { Address } from './inquiry.ts';
import type { Message } from './message.ts';
import type { Lang } from './words.ts';

/** How a delivery goes out on a platform. */
export type Route =
  | { by: 'post'; channel: Address; thread: string | null }
  | { by: 'direct-message'; person: Address }
  | { by: 'whisper'; channel: Address; person: Address }
  | { by: 'nothing'; why: string };

type Say = (lang: Lang, key: string) => string;

/** The route and the message that a platform with these capabilities can take. Private is never made public. */
export function degrade(
  delivery: Pick<Delivery, 'target' | 'message'>,
  capabilities: ReadonlySet<string>,
  say: Say,
): { route: Route; message: Message } {
  return { route: routeOf(delivery.target, capabilities), message: messageFor(delivery.message, capabilities, say) };
}

function routeOf(target: Delivery['target'], capabilities: ReadonlySet<string>): Route {
  if (target.to === 'channel') return { by: 'post', channel: target.channel, thread: target.thread };
  if (target.to === 'whisper' && capabilities.has('whisper'))
    return { by: 'whisper', channel: target.channel, person: target.person };
  if (capabilities.has('direct-message')) return { by: 'direct-message', person: target.person };
  return { by: 'nothing', why: 'the platform has no private messages' };
}

function messageFor(message: Message, capabilities: ReadonlySet<string>, say: Say): Message {
  const { choices, picture, ...rest } = message;
  const additions = [
    ...(picture && !capabilities.has('picture') ? [picture.alt] : []),
    ...(choices && choices.length > 0 && !capabilities.has('choices')
      ? [
          [
            say(message.lang, 'choices.by-number'),
            ...choices.map((choice, index) => `${index + 1}. ${choice.label}`),
          ].join('\n'),
        ]
      : []),
  ];
  return {
    ...rest,
    text: [message.text, ...additions].join('\n\n'),
    markdown: [message.markdown, ...additions].join('\n\n'),
    ...(choices && capabilities.has('choices') && { choices }),
    ...(picture && capabilities.has('picture') && { picture }),
  };
}
