import net from 'node:net';

/**
 * Loaded before the Agents Playground, which listens on every interface, has no setting for it, and would call home: in
 * this process servers are on 127.0.0.1, and nothing else is called. Its clock is set by whoever started it, with whom it
 * ends.
 */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

type Options = { host?: string; port?: number | string; path?: string };

const listen = Reflect.get(net.Server.prototype, 'listen') as (...args: unknown[]) => net.Server;
net.Server.prototype.listen = function (this: net.Server, first?: unknown, ...rest: unknown[]): net.Server {
  const callback = [first, ...rest].findLast((each) => typeof each === 'function');
  const port = typeof first === 'object' ? Number((first as Options | null)?.port ?? 0) : Number(first ?? 0);
  return Reflect.apply(listen, this, [{ port, host: '127.0.0.1' }, callback]);
} as typeof listen;

const connect = Reflect.get(net.Socket.prototype, 'connect') as (...args: unknown[]) => net.Socket;
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]): net.Socket {
  const host = hostIn(args);
  if (LOOPBACK.has(host)) return Reflect.apply(connect, this, args);
  // A caller in the middle of beginning a connection still wants something to hold on to.
  process.nextTick(() => this.destroy(new Error(`${host} is not of this machine`)));
  return this;
} as typeof connect;

/** Node itself calls with an array of options and callback. */
function hostIn(args: unknown[]): string {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object') return (first as Options).host ?? 'localhost';
  return typeof second === 'string' ? second : 'localhost';
}

/** How much later than on this machine it is, in milliseconds. */
let shift = 0;
process.on('message', (message: { shift: number }) => {
  shift = message.shift;
  process.send?.('set');
});
process.on('disconnect', () => process.exit());

const now = () => performance.timeOrigin + performance.now() + shift;
globalThis.Date = new Proxy(Date, {
  construct: (RealDate, args, target) => Reflect.construct(RealDate, args.length === 0 ? [now()] : args, target),
  get: (RealDate, key, receiver) => (key === 'now' ? () => Math.floor(now()) : Reflect.get(RealDate, key, receiver)),
});
