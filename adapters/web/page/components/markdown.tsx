import MarkdownIt from 'markdown-it';
import { useMemo } from 'preact/hooks';
import { useChatOnPage } from '../state/chat-context.ts';

// No HTML, and no pictures from elsewhere: those that Porras sends come beside the text.
const markdownIt = new MarkdownIt({ html: false, breaks: true }).disable('image');
markdownIt.renderer.rules.link_open = (tokens, index, options, _, self) => {
  tokens[index]?.attrSet('rel', 'noopener noreferrer');
  tokens[index]?.attrSet('target', '_blank');
  return self.renderToken(tokens, index, options);
};

export const toHtml = (markdown: string): string => markdownIt.render(markdown);

/** What Porras says. A link to a message of this chat goes there instead of opening another page. */
export function Markdown({ source }: { source: string }) {
  const { jump } = useChatOnPage();
  const html = useMemo(() => toHtml(source), [source]);
  const follow = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    const url = new URL(link.href, location.href);
    const ref = url.searchParams.get('message');
    if (ref === null || !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) return;
    event.preventDefault();
    jump(ref);
  };
  return <div class="markdown" onClick={follow} dangerouslySetInnerHTML={{ __html: html }} />;
}
