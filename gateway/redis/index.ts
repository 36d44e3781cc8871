/** Several gateways of one project share a Redis. */
export type { RedisLike } from './redis-like'
export { type RedisStoreOptions, redisClientOptions, redisStore } from './redis-store'
