import type { Scheduler } from '../clock'
import { parseJson } from '../json/parse-json'
import type { Call } from './call'
import { codesTextOf, deviceOf } from './sync-codes'

/** A synchronous storage: a pair of functions, WeChat's `wx`, or a browser's `localStorage`. */
export type StorageLike =
  | { get(key: string): unknown; set(key: string, value: string): void }
  | { getStorageSync(key: string): unknown; setStorageSync(key: string, value: string): void }
  | { getItem(key: string): unknown; setItem(key: string, value: string): void }

/** What is stored of a window, so that a page that is opened again waits for it. Never an answer, which could be outdated. */
interface StoredWindow {
  readonly until: number
  readonly action: string
  readonly codes: string
}

export interface WindowMemory {
  /** How long requests of a device must still wait, in milliseconds. */
  readonly remainingMs: (call: Call) => number
  /** Stores that the window stays open for `forMs` from now. */
  readonly store: (call: Call, forMs: number) => void
}

/**
 * Keeps windows over the end of a page. Exact within one JavaScript context; two webviews that write at the same moment
 * may overwrite each other. A storage that throws is not used again; `panel.events$` reports that once.
 */
export const createWindowMemory = (
  storage: StorageLike | undefined,
  windowMs: number,
  scheduler: Scheduler,
): WindowMemory => {
  let isUsable = storage !== undefined
  const attempt = <T>(call: Call, use: () => T, otherwise: T): T => {
    if (!isUsable) return otherwise
    try {
      return use()
    } catch {
      isUsable = false
      call.emit({ type: 'storage-failed' })
      return otherwise
    }
  }

  return {
    remainingMs: (call) =>
      attempt(
        call,
        () => {
          const remainingMs =
            storedUntil(read(storage as StorageLike, keyOf(call))) - scheduler.now()
          // Further ahead than any window: the clock was set back since.
          return remainingMs > 0 && remainingMs <= windowMs ? remainingMs : 0
        },
        0,
      ),
    store: (call, forMs) => {
      const stored: StoredWindow = {
        until: scheduler.now() + forMs,
        action: call.action.name,
        codes: codesTextOf(call),
      }
      attempt(
        call,
        () => write(storage as StorageLike, keyOf(call), JSON.stringify(stored)),
        undefined,
      )
    },
  }
}

const keyOf = (call: Call): string => `lockpanel.sync.${deviceOf(call)}`

const storedUntil = (text: unknown): number => {
  const parsed = typeof text === 'string' ? parseJson(text) : undefined
  const until =
    parsed?.ok === true ? (parsed.value as Partial<StoredWindow> | null)?.until : undefined
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
