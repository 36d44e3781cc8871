import { type ChecksOf, checkedOptions, optional } from '../../src/core/options/check'
import { hasMethods, isText } from '../../src/core/options/checks'
import type { GatewayStore } from '../store/gateway-store'
import type { RedisLike } from './redis-like'

/**
 * Options of `redisStore`.
 *
 * @example
 * ```ts
 * const redis: RedisLike = { status: 'ready', get: async () => null, set: async () => 'OK', eval: async () => 1 }
 * const options: RedisStoreOptions = { redis, prefix: 'locks:' }
 * ```
 */
export interface RedisStoreOptions {
  /** A client of `ioredis`, created with `redisClientOptions`. */
  readonly redis: RedisLike
  /** Of all keys. @default 'lockpanel:' */
  readonly prefix?: string
}

/**
 * Options of the `ioredis` client: a command fails at once while Redis is away, so that a gateway answers, and the client
 * connects again by itself.
 */
export const redisClientOptions = {
  /** Commands are not kept while Redis is away. */
  enableOfflineQueue: false,
  /** A command fails with its first lost connection. */
  maxRetriesPerRequest: 0,
  /** A command without an answer is not sent again after a reconnection: it may have executed. */
  autoResendUnfulfilledCommands: false,
  /** Time limit of a connection attempt, in milliseconds. */
  connectTimeout: 1_000,
  /** Time limit of a command, in milliseconds. */
  commandTimeout: 1_000,
  /** The wait before the next connection attempt, in milliseconds. */
  retryStrategy: (attempt: number): number => Math.min(attempt * 100, 1_000),
} as const

const REMOVE_IF_EQUAL = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`
const INCREMENT = `local count = redis.call('incr', KEYS[1])
if count == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end
return count`

/**
 * A store in a Redis server, of version 6 or later. The server must keep what it has confirmed over a restart
 * (`appendonly yes`, `appendfsync always`) and must not evict keys (`maxmemory-policy noeviction`): a command whose record
 * is lost could be sent twice. The store fails while Redis is away.
 *
 * @example
 * ```ts
 * const redis: RedisLike = { status: 'ready', get: async () => null, set: async () => 'OK', eval: async () => 1 }
 * const store = redisStore({ redis })
 * ```
 */
export const redisStore = (given: RedisStoreOptions): GatewayStore => {
  const { redis, prefix = 'lockpanel:' } = checkedOptions('redisStore', given, checks)

  /** A client with an offline queue would wait for as long as Redis is away. */
  const connected = (): RedisLike => {
    if (redis.status !== 'ready') throw new Error(`Redis is not connected (${redis.status})`)
    return redis
  }
  const milliseconds = (ttlMs: number) => Math.max(1, Math.ceil(ttlMs))

  return {
    get: async (key) => (await connected().get(prefix + key)) ?? undefined,
    set: async (key, value, ttlMs) => {
      await connected().set(prefix + key, value, 'PX', milliseconds(ttlMs))
    },
    add: async (key, value, ttlMs) =>
      (await connected().set(prefix + key, value, 'PX', milliseconds(ttlMs), 'NX')) === 'OK',
    remove: async (key, value) => {
      await connected().eval(REMOVE_IF_EQUAL, 1, prefix + key, value)
    },
    increment: async (key, ttlMs) =>
      Number(await connected().eval(INCREMENT, 1, prefix + key, milliseconds(ttlMs))),
  }
}

const checks: ChecksOf<RedisStoreOptions> = {
  redis: hasMethods('a client of ioredis', 'get', 'set', 'eval'),
  prefix: optional(isText),
}
