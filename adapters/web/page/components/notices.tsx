import { useChatOnPage } from '../state/chat-context.ts';
import { useWords } from '../words/index.ts';

/** What one needs to know now: that the page is away from the server, and what was refused. */
export function Notices() {
  const words = useWords();
  const { connected, outbox, discard } = useChatOnPage();
  const refused = outbox.filter((it) => it.refused !== null && it.act.type !== 'post');
  return (
    <div class="notices" role="status">
      {!connected && <p class="notice">{words.reconnecting}</p>}
      {refused.map((it) => (
        <p key={it.act.id} class="notice">
          {it.refused}{' '}
          <button type="button" class="link" onClick={() => discard(it.act.id)}>
            {words.close}
          </button>
        </p>
      ))}
    </div>
  );
}
