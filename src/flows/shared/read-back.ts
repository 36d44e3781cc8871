import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { isTransportError } from '../../core/errors/transport-error'
import { isVendorError } from '../../core/errors/vendor-error'
import type { CallOptions } from '../../core/pipeline/call'
import { delay } from '../../core/rx/first-value'
import { createCancellation } from './cancellation'
import type { LockContext } from './lock-context'

/** The lists of the cloud lag behind its commands by seconds; after this time, they are taken as they are. */
export const LAG_MS = 15_000
const FIRST_DELAY_MS = 1_000
const MAX_DELAY_MS = 3_000

/** Whether the same read may succeed later: the cloud is busy, or an answer was lost. */
export const isPassing = (error: unknown): boolean =>
  (isTransportError(error) && error.isPermanent !== true) ||
  (isVendorError(error) && (error.class === 'transient' || error.class === 'refused'))

/**
 * Reads until the cloud shows what a command has done, for `LAG_MS` at most; a passing failure does not end it. Resolves
 * with undefined if the cloud does not show it. Fails with the last failure if the last read failed.
 */
export const readBack = async <T>(
  read: (options: CallOptions) => Promise<T | undefined>,
  { clock }: Pick<LockContext, 'clock'>,
  origin: ErrorOrigin,
): Promise<T | undefined> => {
  // A timer, because the clock may be changed, and a read may take long.
  const { signal, cancel } = createCancellation()
  const timer = clock.schedule(cancel, LAG_MS)
  let failure: unknown
  let delayMs = FIRST_DELAY_MS
  try {
    while (!signal.aborted) {
      try {
        const found = await read({ signal })
        if (found !== undefined) return found
        failure = undefined
      } catch (error) {
        // The read that the end aborted says nothing.
        if (signal.aborted) break
        if (!isPassing(error)) throw error
        failure = error
      }
      await delay(delayMs, clock, origin, signal).catch(() => {})
      delayMs = Math.min(delayMs * 2, MAX_DELAY_MS)
    }
  } finally {
    timer.unsubscribe()
  }
  if (failure !== undefined) throw failure
  return undefined
}

/** What this panel has written at a lock, for as long as the lists of the cloud may show the state before. */
export interface Writes {
  readonly remember: (key: string, value?: unknown) => void
  readonly forget: (key: string) => void
  /** Undefined if it was not written, or long ago. */
  readonly recall: (key: string) => unknown
}

export const writesOf = ({ clock, sharedState }: LockContext): Writes => {
  const writes = sharedState('writes', () => new Map<string, readonly [unknown, number]>())
  return {
    remember: (key, value = true) => {
      writes.set(key, [value, clock.now()])
    },
    forget: (key) => {
      writes.delete(key)
    },
    recall: (key) => {
      const [value, atMs] = writes.get(key) ?? [undefined, 0]
      if (Math.abs(clock.now() - atMs) < LAG_MS) return value
      writes.delete(key)
      return undefined
    },
  }
}

interface CreatedRead<T> {
  readonly key: string
  readonly read: (options: CallOptions) => Promise<T>
  /** Whether the cloud says that it does not exist. */
  readonly isMissing: (error: unknown) => boolean
  /** What happens if the cloud does not show it in time. */
  readonly notSeen: (error: unknown) => T
}

/** Reads something by its id, again and again if this panel has just created it and the cloud does not show it yet. */
export const readCreated = async <T>(
  context: LockContext,
  origin: ErrorOrigin,
  { key, read, isMissing, notSeen }: CreatedRead<T>,
): Promise<T> => {
  if (writesOf(context).recall(key) === undefined) return read({})
  let missing: unknown
  const found = await readBack(
    (options) =>
      read(options).catch((error: unknown) => {
        if (!isMissing(error)) throw error
        missing = error
        return undefined
      }),
    context,
    origin,
  )
  if (found !== undefined) return found
  // No read was answered in that time: a last one succeeds, or fails with the reason.
  return missing === undefined ? read({}) : notSeen(missing)
}
