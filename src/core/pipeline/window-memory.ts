import { Subscription, type Unsubscribable } from 'rxjs'
import type { Clock } from '../clock'
import { parseJson } from '../json/parse-json'
import { ignoreRejection } from '../transport/host-calls'
import type { Call } from './call'
import { codesTextOf, deviceOf } from './sync-codes'

/** A synchronous storage: a pair of functions, WeChat's `wx`, or a browser's `localStorage`. */
export type StorageLike =
  | {
      /** Returns the stored text; any other value counts as none. */
      get(key: string): unknown
      /** Stores a text. */
      set(key: string, value: string): void
    }
  | {
      /** Returns the stored text; any other value counts as none. */
      getStorageSync(key: string): unknown
      /** Stores a text. */
      setStorageSync(key: string, value: string): void
    }
  | {
      /** Returns the stored text; any other value counts as none. */
      getItem(key: string): unknown
      /** Stores a text. */
      setItem(key: string, value: string): void
    }

/** What is stored of a window, so that a page that is opened again waits for it. Never an answer, which could be outdated. */
interface StoredWindow {
  readonly until: number
  readonly action: string
  readonly codes: string
  /** Two panels may store the same time: identifies the one that did. */
  readonly requestId: string
}

export interface WindowMemory {
  /** How long requests of a device must still wait for another panel or an earlier page, in milliseconds. */
  readonly remainingMs: (call: Call) => number
  /** Stores that the window stays open for `forMs` from now. */
  readonly store: (call: Call, forMs: number) => void
  /** Stores that the window is open until the result is unsubscribed, because a request can take longer than the window. */
  readonly keepOpen: (call: Call) => Unsubscribable
  /** Stores that the window is closed, unless another panel has opened one. */
  readonly clear: (call: Call) => void
}

/**
 * Keeps windows over the end of a page, and for all panels over one storage. Exact within one JavaScript context; two
 * webviews that write at the same moment may overwrite each other. A storage that throws is not used again;
 * `panel.events$` reports that once.
 */
export const createWindowMemory = (
  storage: StorageLike | undefined,
  windowMs: number,
  clock: Clock,
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

  /** What this panel has stored, as text: its own windows have timers. */
  const own = new Map<string, string>()
  const untilOfOthers = (call: Call): number =>
    attempt(
      call,
      () => {
        const stored = ignoreRejection(read(storage as StorageLike, keyOf(call)))
        return stored === own.get(keyOf(call)) ? 0 : storedUntil(stored)
      },
      0,
    )

  const store = (call: Call, forMs: number): void => {
    const stored: StoredWindow = {
      until: clock.now() + forMs,
      action: call.action.name,
      codes: codesTextOf(call),
      requestId: call.requestId,
    }
    const text = JSON.stringify(stored)
    own.set(keyOf(call), text)
    attempt(
      call,
      () => ignoreRejection(write(storage as StorageLike, keyOf(call), text)),
      undefined,
    )
  }

  return {
    remainingMs: (call) => {
      const remainingMs = untilOfOthers(call) - clock.now()
      // Further ahead than any window: the clock was set back since.
      return remainingMs > 0 && remainingMs <= windowMs ? remainingMs : 0
    },
    store,
    keepOpen: (call) => {
      const renewal = new Subscription()
      let timer: Unsubscribable | undefined
      renewal.add(() => timer?.unsubscribe())
      const renew = () => {
        store(call, windowMs)
        if (isUsable && windowMs > 0) timer = clock.schedule(renew, windowMs / 2)
      }
      renew()
      return renewal
    },
    clear: (call) => {
      if (untilOfOthers(call) <= clock.now()) store(call, 0)
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

const write = (storage: StorageLike, key: string, value: string): unknown => {
  if ('set' in storage) return storage.set(key, value)
  return 'setItem' in storage ? storage.setItem(key, value) : storage.setStorageSync(key, value)
}
