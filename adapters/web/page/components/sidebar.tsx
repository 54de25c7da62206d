import type { Lang } from '../../../../src/domain/words.ts';
import { useChatOnPage } from '../state/chat-context.ts';
import { privateOf } from '../state/use-chat.ts';
import { useWords } from '../words/index.ts';
import { Avatar } from './avatar.tsx';
import { Icon, type IconName } from './icon.tsx';
import { LangSwitch } from './lang-switch.tsx';
import { describe } from './person-picker.tsx';

/** Who I am, the channels, and my private conversation with Porras. */
export function Sidebar({ lang, onLang }: { lang: Lang; onLang: (lang: Lang) => void }) {
  const words = useWords();
  const chat = useChatOnPage();
  const { me } = chat;
  const goHome = (): void => {
    chat.open(privateOf(me.address));
    void chat.act({ type: 'home' });
  };
  return (
    <nav class="sidebar" aria-label={words.menu}>
      <p class="brand">
        <Avatar name="Porras" isPorras /> Porras
      </p>
      <section class="me">
        <Avatar name={me.name} />
        <div>
          <small class="muted">{words.youAre}</small>
          <strong>{me.name}</strong>
          <small class="muted">{describe(me, words.role)}</small>
        </div>
        <button type="button" class="quiet" aria-label={words.changePerson} onClick={() => chat.be(null)}>
          {words.change}
        </button>
      </section>
      <h2>{words.channels}</h2>
      <ul class="places">
        {chat.workspace?.channels.map((it) => (
          <Place
            key={it.address}
            address={it.address}
            icon="hash"
            name={it.name}
            onOpen={() => chat.open(it.address)}
          />
        ))}
      </ul>
      <ul class="places">
        <Place address={privateOf(me.address)} icon="lock" name={words.privateWithPorras} onOpen={goHome} />
      </ul>
      <footer>
        <LangSwitch lang={lang} onLang={onLang} />
      </footer>
    </nav>
  );
}

function Place({ address, icon, name, onOpen }: { address: string; icon: IconName; name: string; onOpen: () => void }) {
  const words = useWords();
  const chat = useChatOnPage();
  const unread = chat.conversation === address ? 0 : chat.unread(address);
  return (
    <li>
      <button
        type="button"
        aria-current={chat.conversation === address ? 'page' : undefined}
        data-unread={unread > 0}
        onClick={onOpen}
      >
        <Icon name={icon} />
        <span class="place-name">{name}</span>
        {unread > 0 && (
          <span class="badge" aria-label={words.unread(unread)}>
            {unread}
          </span>
        )}
      </button>
    </li>
  );
}
