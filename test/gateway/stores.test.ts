import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type GatewayStore, memoryStore } from '../../gateway'
import { redisClientOptions, redisStore } from '../../gateway/redis'
import { createClock, type MovableClock } from '../../simulator'
import { type RedisServer, startRedis } from '../support/redis-server'
import { type RedisClient, redisClient } from './example-packages'
import { until } from './until'

interface Place {
  readonly store: GatewayStore
  /** Lets time pass. */
  readonly pass: (ms: number) => Promise<void>
}

const behavesAsStore = (place: () => Place): void => {
  it('returns a value until its time is over', async () => {
    const { store, pass } = place()
    expect(await store.get('key')).toBeUndefined()
    await store.set('key', 'value', 200)
    expect(await store.get('key')).toBe('value')
    await store.set('key', 'other', 200)
    expect(await store.get('key')).toBe('other')
    await pass(250)
    expect(await store.get('key')).toBeUndefined()
  })

  it('adds a value for one of many callers, and for another one after its time', async () => {
    const { store, pass } = place()
    const adds = Array.from({ length: 50 }, (_, index) => store.add('lock', `owner ${index}`, 200))
    expect((await Promise.all(adds)).filter(Boolean)).toHaveLength(1)
    await pass(250)
    expect(await store.add('lock', 'next', 200)).toBe(true)
    expect(await store.get('lock')).toBe('next')
  })

  it('removes a value for its owner only', async () => {
    const { store } = place()
    await store.add('lock', 'owner', 10_000)
    await store.remove('lock', 'other')
    expect(await store.get('lock')).toBe('owner')
    await store.remove('lock', 'owner')
    expect(await store.add('lock', 'other', 10_000)).toBe(true)
  })

  it('counts every caller, from 1 again after its time', async () => {
    const { store, pass } = place()
    const counts = await Promise.all(Array.from({ length: 20 }, () => store.increment('rate', 200)))
    expect([...counts].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    await pass(250)
    expect(await store.increment('rate', 200)).toBe(1)
  })
}

describe('the store in memory', () => {
  let clock: MovableClock
  beforeEach(() => {
    clock = createClock({ startMs: 0, frozen: true })
  })
  const place = (): Place => {
    const store = memoryStore({ clock })
    return { store, pass: async (ms) => clock.advance(ms) }
  }
  behavesAsStore(() => place())
})

describe('the store in Redis', () => {
  let redis: RedisServer | undefined
  let url = ''
  let client: RedisClient
  let prefix = 0

  beforeAll(async () => {
    url = process.env.REDIS_URL ?? ''
    if (url === '') {
      redis = await startRedis()
      url = redis.url
    }
    client = redisClient(url, redisClientOptions)
    await until(() => client.status === 'ready')
  }, 120_000)

  afterAll(async () => {
    client?.disconnect()
    await redis?.close()
  })

  const place = (): Place => ({
    store: redisStore({ redis: client, prefix: `test-${process.pid}-${prefix++}:` }),
    pass: async (ms) => {
      // The time of Redis is real: the test waits until a value of this age is gone.
      const marker = redisStore({ redis: client, prefix: `test-${process.pid}-${prefix++}:` })
      await marker.set('age', 'old', ms)
      await until(async () => (await marker.get('age')) === undefined)
    },
  })
  const shared = { current: undefined as Place | undefined }
  beforeEach(() => {
    shared.current = place()
  })
  behavesAsStore(() => shared.current as Place)

  it('fails at once while Redis is away', async () => {
    const away = redisClient('redis://127.0.0.1:1', redisClientOptions)
    const store = redisStore({ redis: away })
    await expect(store.get('key')).rejects.toThrow('Redis is not connected')
    await expect(store.add('key', 'value', 1_000)).rejects.toThrow('Redis is not connected')
    away.disconnect()
  })

  it('keeps what it has confirmed over the end of Redis', async () => {
    const own = await startRedis()
    const ownClient = redisClient(own.url, redisClientOptions)
    await until(() => ownClient.status === 'ready')
    const store = redisStore({ redis: ownClient })
    await store.add('command', 'sent', 60_000)
    await own.kill()
    await until(() => ownClient.status !== 'ready')
    await expect(store.get('command')).rejects.toThrow()
    await own.start()
    await until(() => ownClient.status === 'ready')
    expect(await store.add('command', 'again', 60_000)).toBe(false)
    ownClient.disconnect()
    await own.close()
  }, 60_000)
})
