import type { Scheduler } from '../clock'
import { parseJson } from '../json/parse-json'
import type { Call } from './call'
import { codesTextOf, deviceOf } from './sync-codes'

/** A synchronous storage: a pair of functions, WeChat's `wx`, or a browser's `localStorage`. */
export type StorageLike =
  | { get(key: string): unknown; set(key: string, value: string): void }
  | { getStorageSync(key: string): unknown; setStorageSync(key: string, value: string): void }
  | { getItem(key: string): unknown; setItem(key: string, value: string): void }

/** What is kept of a window, so that a page that comes back waits for it. Never an answer: it could be out of date. */
interface Kept {
  readonly until: number
  readonly action: string
  readonly codes: string
}

export interface WindowMemory {
  /** How long the window of a device must still stay closed to new requests, in milliseconds. */
  readonly remainingMs: (call: Call) => number
  /** Notes that the window stays open for `forMs` from now. */
  readonly note: (call: Call, forMs: number) => void
}

/**
 * Keeps windows over the end of a page. Exact within one JavaScript context; two webviews that write at the same moment
 * may miss each other. A storage that throws is not asked again, and `panel.events$` says so once.
 */
export const createWindowMemory = (
  storage: StorageLike | undefined,
  windowMs: number,
  scheduler: Scheduler,
): WindowMemory => {
  let works = storage !== undefined
  const attempt = <T>(call: Call, use: () => T, otherwise: T): T => {
    if (!works) return otherwise
    try {
      return use()
    } catch {
      works = false
      call.emit({ type: 'storage-failed' })
      return otherwise
    }
  }

  return {
    remainingMs: (call) =>
      attempt(
        call,
        () => {
          const remainingMs = keptUntil(read(storage as StorageLike, keyOf(call))) - scheduler.now()
          // Further ahead than any window: the clock was put back since.
          return remainingMs > 0 && remainingMs <= windowMs ? remainingMs : 0
        },
        0,
      ),
    note: (call, forMs) => {
      const kept: Kept = {
        until: scheduler.now() + forMs,
        action: call.action.name,
        codes: codesTextOf(call),
      }
      attempt(
        call,
        () => write(storage as StorageLike, keyOf(call), JSON.stringify(kept)),
        undefined,
      )
    },
  }
}

const keyOf = (call: Call): string => `lockpanel.sync.${deviceOf(call)}`

const keptUntil = (text: unknown): number => {
  const parsed = typeof text === 'string' ? parseJson(text) : undefined
  const until = parsed?.ok === true ? (parsed.value as Partial<Kept> | null)?.until : undefined
  return typeof until === 'number' ? until : 0
}

const read = (storage: StorageLike, key: string): unknown => {
  if ('get' in storage) return storage.get(key)
  return 'getItem' in storage ? storage.getItem(key) : storage.getStorageSync(key)
}

const write = (storage: StorageLike, key: string, value: string): void => {
  if ('set' in storage) storage.set(key, value)
  else if ('setItem' in storage) storage.setItem(key, value)
  else storage.setStorageSync(key, value)
}
