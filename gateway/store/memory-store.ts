import { type Clock, realTime } from '../../src/core/clock'
import type { GatewayStore } from './gateway-store'

/**
 * Options of `memoryStore`.
 *
 * @example
 * ```ts
 * const options: MemoryStoreOptions = { clock }
 * ```
 */
export interface MemoryStoreOptions {
  /** The clock by which entries expire. @default real time */
  readonly clock?: Pick<Clock, 'now'>
}

interface Entry {
  readonly value: string
  readonly expiresAtMs: number
}

/** Expired values are removed after this many writes, so that the memory stays flat. */
const WRITES_PER_SWEEP = 1_000

/**
 * A store in the memory of one process. Several gateways of one project need a store that they share.
 *
 * @example
 * ```ts
 * const store = memoryStore({ clock })
 * ```
 */
export const memoryStore = ({ clock = realTime }: MemoryStoreOptions = {}): GatewayStore => {
  const entries = new Map<string, Entry>()
  let writes = 0

  const read = (key: string): Entry | undefined => {
    const entry = entries.get(key)
    return entry !== undefined && entry.expiresAtMs > clock.now() ? entry : undefined
  }
  const sweep = () => {
    writes = 0
    for (const [key, { expiresAtMs }] of entries)
      if (expiresAtMs <= clock.now()) entries.delete(key)
  }
  const write = (key: string, value: string, expiresAtMs: number) => {
    entries.set(key, { value, expiresAtMs })
    if (++writes >= WRITES_PER_SWEEP) sweep()
  }

  return {
    get: async (key) => read(key)?.value,
    set: async (key, value, ttlMs) => write(key, value, clock.now() + ttlMs),
    add: async (key, value, ttlMs) => {
      if (read(key) !== undefined) return false
      write(key, value, clock.now() + ttlMs)
      return true
    },
    remove: async (key, value) => {
      if (read(key)?.value === value) entries.delete(key)
    },
    increment: async (key, ttlMs) => {
      const entry = read(key)
      const count = Number(entry?.value ?? 0) + 1
      write(key, String(count), entry?.expiresAtMs ?? clock.now() + ttlMs)
      return count
    },
  }
}
