import { useEffect, useState } from 'preact/hooks';
import type { Lang } from '../../../src/domain/words.ts';
import { BoardPanel } from './board/board-panel.tsx';
import { Conversation } from './components/conversation.tsx';
import { FormDialog } from './components/form-dialog.tsx';
import { PersonPicker } from './components/person-picker.tsx';
import { Sidebar } from './components/sidebar.tsx';
import { type View, ViewBar } from './components/view-bar.tsx';
import { ThreadPanel } from './components/thread-panel.tsx';
import { ChatContext } from './state/chat-context.ts';
import { recall, remember } from './state/remember.ts';
import { useChat } from './state/use-chat.ts';
import { useJump } from './state/use-jump.ts';
import { pickLang, WORDS, WordsContext } from './words/index.ts';

/** The whole page: who I am and where on the left, the conversation in the middle, a thread or the board on the right. */
export function App() {
  const [lang, setLang] = useState<Lang>(() => recall<Lang | null>('lang', null) ?? pickLang(navigator.languages));
  const words = WORDS[lang];
  const chat = useChat();
  const [view, setView] = useState<View>('chat');
  const { thread, openThread, highlight, jump } = useJump(chat, (inThread) => setView(inThread ? 'side' : 'chat'));

  useEffect(() => {
    document.documentElement.lang = lang;
    remember('lang', lang);
  }, [lang]);

  const unread = chat.me ? Object.keys(chat.conversations).reduce((sum, it) => sum + chat.unread(it), 0) : 0;
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) Porras` : 'Porras';
  }, [unread]);

  const { workspace, me } = chat;
  if (!workspace) {
    return (
      <p class="notice" role="status">
        {words.loading}
      </p>
    );
  }
  if (!me) {
    return (
      <WordsContext.Provider value={words}>
        <PersonPicker people={workspace.people} lang={lang} onLang={setLang} onPick={chat.be} />
      </WordsContext.Provider>
    );
  }

  const onPage = {
    ...chat,
    me,
    nameOf: (author: string | null) =>
      author === null ? 'Porras' : (workspace.people.find((it) => it.address === author)?.name ?? '?'),
    jump,
    thread,
    highlight,
    openThread(root: string | null) {
      openThread(root);
      setView(root === null ? 'chat' : 'side');
    },
    open(conversation: string) {
      chat.open(conversation);
      openThread(null);
      setView('chat');
    },
  };

  return (
    <WordsContext.Provider value={words}>
      <ChatContext.Provider value={onPage}>
        <div class="app" data-view={view}>
          <Sidebar lang={lang} onLang={setLang} />
          <main class="main">
            <Conversation key={`${me.address} ${chat.conversation}`} />
          </main>
          <aside class="side" aria-label={thread === null ? words.board : words.thread}>
            {thread === null ? <BoardPanel /> : <ThreadPanel key={thread} root={thread} />}
          </aside>
          <ViewBar
            view={view}
            unread={unread}
            onView={(to) => {
              if (to === 'side') openThread(null);
              setView(to);
            }}
          />
        </div>
        {chat.form && (
          <WordsContext.Provider value={WORDS[chat.form.form.lang ?? lang]}>
            <FormDialog key={`${chat.form.form.id} ${chat.form.form.context}`} open={chat.form} />
          </WordsContext.Provider>
        )}
      </ChatContext.Provider>
    </WordsContext.Provider>
  );
}
