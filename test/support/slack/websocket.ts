import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** @source RFC 6455, section 1.3 */
const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

const CONTINUATION = 0x0;
const TEXT = 0x1;
const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;

interface Frame {
  final: boolean;
  opcode: number;
  payload: Buffer;
  size: number;
}

/** The first frame of `bytes`, or null if it is not all there yet. Clients mask what they send. */
function readFrame(bytes: Buffer): Frame | null {
  if (bytes.length < 2) return null;
  const [first = 0, second = 0] = bytes;
  let length = second & 0x7f;
  let at = 2;
  if (length === 126) {
    if (bytes.length < 4) return null;
    length = bytes.readUInt16BE(2);
    at = 4;
  } else if (length === 127) {
    if (bytes.length < 10) return null;
    length = Number(bytes.readBigUInt64BE(2));
    at = 10;
  }
  const masked = (second & 0x80) !== 0;
  const mask = masked ? bytes.subarray(at, at + 4) : null;
  if (masked) at += 4;
  if (bytes.length < at + length) return null;
  const payload = Buffer.from(bytes.subarray(at, at + length));
  if (mask) for (let i = 0; i < payload.length; i += 1) payload[i] = (payload[i] ?? 0) ^ (mask[i % 4] ?? 0);
  return { final: (first & 0x80) !== 0, opcode: first & 0x0f, payload, size: at + length };
}

function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = 0x80 | opcode;
  if (length < 126) head[1] = length;
  else if (length < 65_536) {
    head[1] = 126;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([head, payload]);
}

export interface ServerSocket {
  readonly events: EventEmitter<{ message: [string]; close: [] }>;
  send(text: string): void;
  ping(): void;
  /** Says goodbye; the other side answers, and the connection ends. */
  close(): void;
  /** Just ends it, as a network does. */
  cut(): void;
}

/** The server's side of a WebSocket: Node.js has only the client's. */
export function acceptSocket(request: IncomingMessage, stream: Duplex): ServerSocket {
  const key = request.headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${key}${MAGIC}`).digest('base64');
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );

  const events = new EventEmitter<{ message: [string]; close: [] }>();
  let bytes: Buffer = Buffer.alloc(0);
  let parts: Buffer[] = [];
  const write = (opcode: number, payload: Buffer) => {
    if (stream.writable) stream.write(frame(opcode, payload));
  };

  function take({ opcode, payload, final }: Frame): void {
    if (opcode === PING) return write(PONG, payload);
    if (opcode === CLOSE) {
      write(CLOSE, payload);
      stream.end();
      return;
    }
    if (opcode !== TEXT && opcode !== CONTINUATION) return;
    parts.push(payload);
    if (!final) return;
    const text = Buffer.concat(parts).toString('utf8');
    parts = [];
    events.emit('message', text);
  }

  stream.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (let next = readFrame(bytes); next; next = readFrame(bytes)) {
      bytes = bytes.subarray(next.size);
      take(next);
    }
  });
  stream.on('error', () => stream.destroy());
  stream.on('close', () => events.emit('close'));

  return {
    events,
    send: (text) => write(TEXT, Buffer.from(text)),
    ping: () => write(PING, Buffer.alloc(0)),
    close() {
      const code = Buffer.alloc(2);
      code.writeUInt16BE(1000);
      write(CLOSE, code);
    },
    cut: () => void stream.destroy(),
  };
}
