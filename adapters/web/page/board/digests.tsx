import type { BoardView } from '../../../../src/ports/board-view.ts';
import { Markdown } from '../components/markdown.tsx';
import { shortDay } from '../components/time.tsx';
import { useWords } from '../words/index.ts';

/** What was given back to the group, the newest open. */
export function Digests({ board }: { board: BoardView }) {
  const words = useWords();
  if (board.digests.length === 0) return <p class="empty">{words.noDigests}</p>;
  return (
    <>
      {board.digests.map((digest, index) => (
        <details key={digest.id} class="digest" open={index === 0}>
          <summary>
            {words.week(digest.week, null)} <small class="muted">{shortDay(digest.at, words)}</small>
          </summary>
          {digest.pictureId !== null && (
            <a class="picture" href={pictureUrl(digest.pictureId)} target="_blank" rel="noopener noreferrer">
              <img src={pictureUrl(digest.pictureId)} alt={digest.alt} loading="lazy" />
            </a>
          )}
          <Markdown source={digest.markdown} />
        </details>
      ))}
    </>
  );
}

const pictureUrl = (id: string): string => `/api/pictures/${encodeURIComponent(id)}`;
