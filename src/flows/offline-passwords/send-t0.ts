import { ParamsError } from '../../core/errors/params-error'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { throwIfCancelled } from '../shared/attempt'
import type { LockContext } from '../shared/lock-context'
import { deliverT0, isT0, T0_CODE } from './deliver-t0'
import { t0Origin } from './offline-error'
import { pairingTimeOf } from './pairing-time'

/**
 * Options of `sendT0`.
 *
 * @example
 * ```ts
 * const options: T0Options = { pairedAtMs: Date.UTC(2026, 0, 1), format: 'decimal' }
 * ```
 */
export interface T0Options {
  /** The time of pairing, if the host knows it. @default read from the cloud */
  readonly pairedAtMs?: number
  /** The format that the lock reads. @default 'decimal' */
  readonly format?: T0Format
  /** Aborts the work; a value that was sent is not recalled. */
  readonly signal?: AbortSignalLike
}

/** How a lock reads T0 out of its data point, as seconds since 1970. */
export type T0Format = 'decimal' | 'hexadecimal'

/** The result of `sendT0`. */
export interface T0Sent {
  /** T0 in milliseconds since 1970. */
  readonly pairedAtMs: number
  /** `false`: the lock already had T0, and nothing was sent. */
  readonly sent: boolean
}

/**
 * Document 001 (line 2015) says hexadecimal. The firmware that the vendor publishes for these locks reads ten decimal
 * digits out of the data point, and the vendor's own panel compares what the lock reports with the decimal text, so
 * that is the default. With the wrong format, the lock rejects every offline password.
 */
const writers: Readonly<Record<T0Format, (seconds: number) => string>> = {
  decimal: String,
  // The same as `t0Hex` beside the action; flows import only types from there.
  hexadecimal: (seconds) => seconds.toString(16).padStart(8, '0'),
}

/** A cancel during these steps is reported as `not-sent`. */
const beforeT0 = async <T>(
  signal: AbortSignalLike | undefined,
  work: () => Promise<T>,
): Promise<T> => {
  try {
    if (signal !== undefined) throwIfCancelled(signal, t0Origin)
    return await work()
  } finally {
    if (signal !== undefined) throwIfCancelled(signal, t0Origin)
  }
}

export const sendT0 = async (
  context: LockContext,
  { pairedAtMs, format = 'decimal', signal }: T0Options = {},
): Promise<T0Sent> => {
  const write = Object.keys(writers).indexOf(format) < 0 ? undefined : writers[format]
  if (write === undefined)
    throw new ParamsError(t0Origin, [
      { path: 'format', message: `expected ${Object.keys(writers).join(' or ')}` },
    ])
  const { seconds, status } = await beforeT0(signal, () =>
    pairingTimeOf(context, pairedAtMs, signal),
  )
  const value = write(seconds)
  const hasT0 = status.some((point) => point.code === T0_CODE && isT0(point.value, value))
  if (!hasT0) await deliverT0(context, value, signal)
  return { pairedAtMs: seconds * 1000, sent: !hasT0 }
}
