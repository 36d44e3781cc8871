import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { RedisLike } from '../../gateway/redis'
import { installedPackages } from '../support/installed-tools'

/** A client of `ioredis`, as far as the tests use it. */
export interface RedisClient extends RedisLike {
  flushall(): Promise<unknown>
  quit(): Promise<unknown>
  disconnect(): void
  on(event: string, listener: () => void): unknown
  once(event: string, listener: () => void): unknown
}

/** The folder of the example, with its packages. */
export const exampleFolder = (): string => installedPackages('examples/gateway', 10)

/** The client of the example's own version. */
export const redisClient = (url: string, options: object): RedisClient => {
  const load = createRequire(join(exampleFolder(), 'package.json'))
  const { Redis } = load('ioredis') as {
    readonly Redis: new (url: string, options: object) => RedisClient
  }
  const client = new Redis(url, options)
  // Without a listener, the client prints each failed attempt to connect.
  client.on('error', () => {})
  return client
}
