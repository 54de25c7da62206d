import type { Address } from '../../src/domain/inquiry.ts';
import type { Form } from '../../src/domain/message.ts';
import type { MessageView } from './view-for.ts';

export interface OpenForm {
  /** Where the button or the command that asked for it was. */
  conversation: Address | null;
  form: Form;
}

/** What a page that is open is told, with the data of each event. */
export type LiveEvent =
  | { event: 'message'; data: MessageView }
  | { event: 'form'; data: OpenForm }
  | { event: 'members-changed'; data: { conversation: Address } }
  | { event: 'board-changed'; data: null };

export interface Live {
  /** @param make what this person is told; null tells them nothing. */
  tell(make: (person: Address) => LiveEvent | null): void;
  /** @returns a function that ends the subscription. */
  subscribe(person: Address, listener: (event: LiveEvent) => void, onEnd: () => void): () => void;
  /** Ends all subscriptions. */
  end(): void;
}

/** Tells the pages that are open on this process what changed; a page that was away reads everything anew. */
export function createLive(): Live {
  const subscriptions = new Set<{ person: Address; listener: (event: LiveEvent) => void; onEnd: () => void }>();
  return {
    tell(make) {
      for (const { person, listener } of subscriptions) {
        const event = make(person);
        if (event) listener(event);
      }
    },
    subscribe(person, listener, onEnd) {
      const subscription = { person, listener, onEnd };
      subscriptions.add(subscription);
      return () => {
        subscriptions.delete(subscription);
      };
    },
    end() {
      for (const { onEnd } of subscriptions) onEnd();
      subscriptions.clear();
    },
  };
}
