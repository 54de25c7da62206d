import { useState } from 'preact/hooks';
import type { Choice } from '../../../../src/domain/message.ts';
import type { MessageView } from '../../view-for.ts';
import { useChatOnPage } from '../state/chat-context.ts';

/** Porras's buttons. One that is on its way says so and cannot be pressed twice. */
export function Choices({ message }: { message: MessageView }) {
  const { act } = useChatOnPage();
  const [busy, setBusy] = useState<string | null>(null);
  if (message.choices.length === 0) return null;
  const press = async ({ action, value }: Choice): Promise<void> => {
    setBusy(`${action} ${value}`);
    await act({ type: 'press', ref: message.ref, action, value });
    setBusy(null);
  };
  return (
    <div class="choices">
      {message.choices.map((choice) => {
        const key = `${choice.action} ${choice.value}`;
        return (
          <button
            key={key}
            type="button"
            class={choice.style ?? 'plain'}
            disabled={busy !== null}
            aria-busy={busy === key}
            onClick={() => void press(choice)}
          >
            {choice.label}
          </button>
        );
      })}
    </div>
  );
}
