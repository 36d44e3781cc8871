/** The cloud's clock, as its answers show it. */
export interface CloudTime {
  /** The cloud's time in milliseconds; undefined before an answer has shown it. */
  readonly read: () => number | undefined
  /** Takes the `t` of an answer, whose request was made at `sentAtMs` by the clock of the panel. */
  readonly observe: (t: unknown, sentAtMs: number) => void
  /** The cloud's time minus the panel's, in milliseconds. */
  readonly skewMs: () => number | undefined
}

/** 2024 to 2100. A time before this version existed is no time of a cloud, but a sample of the vendor's documents. */
const FIRST_MS = 1_704_067_200_000
const LAST_MS = 4_102_444_800_000
const SECOND_MS = 1_000

/** The bounds of the skew. */
interface Bounds {
  readonly low: number
  readonly high: number
}

/**
 * Measures the skew between the clocks. The cloud wrote `t` at some moment between the request and the answer, so each
 * answer bounds the skew; a fast answer bounds it closely, and the bounds of several answers are intersected.
 *
 * An answer that contradicts the bounds may come from a cache, or the phone's clock was set. It counts as soon as the
 * next answer agrees with it.
 */
export const createCloudTime = (now: () => number): CloudTime => {
  let known: Bounds | undefined
  let contradicting: Bounds | undefined

  const skewMs = () => {
    if (known === undefined) return undefined
    const { low, high } = known
    // No correction without evidence for one.
    return low <= 0 && high >= 0 ? 0 : Math.round((low + high) / 2)
  }
  return {
    skewMs,
    read: () => {
      const skew = skewMs()
      return skew === undefined ? undefined : now() + skew
    },
    observe: (t, sentAtMs) => {
      const bounds = boundsOf(t, sentAtMs, now())
      if (bounds === undefined) return
      const both = known === undefined ? bounds : intersectionOf(known, bounds)
      const next = both ?? (contradicting && intersectionOf(contradicting, bounds))
      if (next !== undefined) known = next
      contradicting = next === undefined ? bounds : undefined
    },
  }
}

/** Undefined for an invalid `t`, and if the panel's clock was set back since the request. */
const boundsOf = (t: unknown, sentAtMs: number, receivedAtMs: number): Bounds | undefined => {
  const number = typeof t === 'string' && /^\d{10,13}$/.test(t) ? Number(t) : t
  if (typeof number !== 'number' || receivedAtMs < sentAtMs) return undefined
  const isInSeconds = number < LAST_MS / SECOND_MS
  const ms = isInSeconds ? number * SECOND_MS : number
  if (!(ms >= FIRST_MS && ms < LAST_MS)) return undefined
  return {
    low: ms - receivedAtMs,
    // A whole second may have begun almost a second before.
    high: ms - sentAtMs + (isInSeconds ? SECOND_MS - 1 : 0),
  }
}

const intersectionOf = (one: Bounds, other: Bounds): Bounds | undefined => {
  const low = Math.max(one.low, other.low)
  const high = Math.min(one.high, other.high)
  return low <= high ? { low, high } : undefined
}
