import { Redis } from 'ioredis';
import { messageOf, PorrasError } from '../errors.ts';

/** Connects to a Redis and says its version and whether it keeps jobs. @throws PorrasError with what to do */
export async function probeRedis(url: string): Promise<string> {
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
    connectTimeout: 5_000,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const info = await redis.info();
    const field = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
    const policy = field('maxmemory_policy');
    if (policy !== 'noeviction') {
      throw new PorrasError('redis-evicts', `maxmemory-policy is ${policy}: jobs could vanish; set it to noeviction`);
    }
    if (field('aof_enabled') !== '1')
      throw new PorrasError(
        'redis-forgets',
        'appendonly is off: jobs are lost when Redis restarts; set appendonly yes',
      );
    return `Redis ${field('redis_version')}`;
  } catch (thrown) {
    if (thrown instanceof PorrasError) throw thrown;
    throw new PorrasError(
      'redis-away',
      `cannot connect (${messageOf(thrown) || 'no answer'}): check REDIS_URL and that Redis runs`,
    );
  } finally {
    redis.disconnect();
  }
}
