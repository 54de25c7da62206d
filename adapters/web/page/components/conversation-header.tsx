import type { ChannelView } from '../state/api.ts';
import { useChatOnPage } from '../state/chat-context.ts';
import { useWords } from '../words/index.ts';
import { Icon } from './icon.tsx';

/** Where one is, and whether one is a member of it. */
export function ConversationHeader({ isPrivate, channel }: { isPrivate: boolean; channel: ChannelView | undefined }) {
  const words = useWords();
  const { me, act } = useChatOnPage();
  const member = channel?.members.includes(me.address) ?? false;
  return (
    <header class="place-header">
      <Icon name={isPrivate ? 'lock' : 'hash'} />
      <div>
        <h1>{isPrivate ? words.privateWithPorras : channel?.name}</h1>
        <small class="muted">{isPrivate ? words.privateHint : words.members(channel?.members.length ?? 0)}</small>
      </div>
      {channel && (
        <button
          type="button"
          class={member ? 'quiet' : 'primary'}
          onClick={() => void act({ type: 'membership', conversation: channel.address, joined: !member })}
        >
          {member ? words.leaveChannel : words.joinChannel}
        </button>
      )}
    </header>
  );
}
