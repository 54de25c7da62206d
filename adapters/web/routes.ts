import type { Address } from '../../src/domain/inquiry.ts';
import type { ReadBoard } from '../../src/ports/board-view.ts';
import type { PictureShelf } from './chat-log.ts';
import { type Context, createApp, type Hono, servePage, streamSSE } from './client.ts';
import { badRequest, notYours, toResponse, tooLong, unknownPlace } from './errors.ts';
import { guard } from './guard.ts';
import type { Inbound } from './inbound.ts';
import type { LiveEvent } from './live.ts';
import { MAX_TEXT, parseAct } from './parse-event.ts';
import type { Room } from './room.ts';
import { viewFor } from './view-for.ts';

export interface RoutesParts {
  room: Room;
  inbound: Inbound;
  pictures: PictureShelf;
  board: ReadBoard;
  /** People who are in a channel. */
  members: (channel: Address) => Promise<{ address: Address }[]>;
  pageDir: string;
  /** Told of what went wrong, for the log. */
  onError: (thrown: unknown) => void;
}

const MAX_BODY_BYTES = 512 * 1024;
const HEARTBEAT_MS = 15_000;

/** The page and its JSON API; `?as=` is the address of the person whom one has chosen to be. */
export function createRoutes({ room, inbound, pictures, board, members, pageDir, onError }: RoutesParts): Hono {
  const { directory } = room;
  const app = createApp({
    maxBodyBytes: MAX_BODY_BYTES,
    onTooLarge: () => tooLong(MAX_BODY_BYTES, MAX_TEXT),
    onError(thrown) {
      const answer = toResponse(thrown);
      if (answer.status >= 500) onError(thrown);
      return answer;
    },
  });
  const me = (c: Context): Address => directory.person(c.req.query('as') ?? '').address;

  app.use(guard);

  app.get('/api/workspace', async (c) => {
    const channels = await Promise.all(
      directory.channels.map(async ({ address, name }) => ({
        address,
        name,
        members: (await members(address)).map((it) => it.address),
      })),
    );
    return c.json({ people: directory.people, channels });
  });

  app.get('/api/messages', async (c) => {
    const person = me(c);
    const conversation = directory.conversation(c.req.query('conversation') ?? '');
    if (!directory.mayRead(person, conversation)) throw notYours('read');
    const rows = await room.log.list(conversation);
    return c.json({ messages: rows.flatMap((row) => viewFor(person, row) ?? []) });
  });

  app.post('/api/acts', async (c) => {
    const payload: unknown = await c.req.json().catch(() => {
      throw badRequest('The body is not JSON.');
    });
    await inbound.take(parseAct(payload));
    return c.json({ stored: true });
  });

  app.get('/api/form', (c) => c.json({ open: room.forms.get(me(c)) ?? null }));
  app.delete('/api/form', (c) => {
    room.forms.delete(me(c));
    return c.json({ open: null });
  });

  app.get('/api/board', async (c) => c.json({ board: await board() }));

  app.get('/api/pictures/:id', async (c) => {
    const png = await pictures.get(c.req.param('id'));
    if (!png) throw unknownPlace(c.req.param('id'));
    return c.body(Uint8Array.from(png), 200, {
      'Content-Type': 'image/png',
      // A picture is painted anew when something in it is taken back.
      'Cache-Control': 'private, no-cache',
    });
  });

  app.get('/api/events', (c) => {
    const person = me(c);
    return streamSSE(c, async (stream) => {
      const send = ({ event, data }: LiveEvent): void => void stream.writeSSE({ event, data: JSON.stringify(data) });
      await new Promise<void>((resolve) => {
        const unsubscribe = room.live.subscribe(person, send, resolve);
        const heartbeat = setInterval(() => void stream.writeSSE({ event: 'beat', data: '' }), HEARTBEAT_MS);
        stream.onAbort(() => {
          clearInterval(heartbeat);
          unsubscribe();
          resolve();
        });
        // A page that connects, for the first time or again, reads everything anew: nothing is missed in between.
        void stream.writeSSE({ event: 'ready', data: '', retry: 1000 });
      });
    });
  });

  app.all('/api/*', (c) => {
    throw unknownPlace(c.req.path);
  });
  servePage(app, pageDir);
  return app;
}
