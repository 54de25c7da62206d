import { useChatOnPage } from '../state/chat-context.ts';
import { privateOf } from '../state/use-chat.ts';
import { useWords } from '../words/index.ts';

/** What one needs to know now: that the page is away from the server, what was refused, and what came elsewhere. */
export function Notices() {
  const words = useWords();
  const { connected, outbox, discard, me, conversation, unread, open } = useChatOnPage();
  const own = privateOf(me.address);
  const refused = outbox.filter((it) => it.refused !== null && it.act.type !== 'post');
  return (
    <div class="notices" role="status">
      {!connected && <p class="notice">{words.reconnecting}</p>}
      {conversation !== own && unread(own) > 0 && (
        <p class="notice">
          <button type="button" class="link" onClick={() => open(own)}>
            {words.wroteToYou}
          </button>
        </p>
      )}
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
