/** `clear-one` is what `revoke` gives out; the others are issued by `offline`. */
export type OfflineKind = 'once' | 'multiple' | 'clear-one' | 'clear-all'

/** What a lock makes of a kind of offline password. It counts in whole hours. */
export interface OfflineRule {
  /** How often the lock takes it. */
  readonly uses: 'once' | 'any'
  /** From the full hour before it was issued; `undefined` where both ends are chosen. */
  readonly lastsMs: number | undefined
  /** From its start on: one that was not typed by then is never accepted. */
  readonly firstUseWithinMs: number
}

export const HOUR_MS = 3_600_000

/** The vendor's rules as data, for the words of a panel; `docs/guide/offline-passwords.md` shows them as a table. */
export const offlineRules: Readonly<Record<OfflineKind, OfflineRule>> = {
  once: { uses: 'once', lastsMs: 6 * HOUR_MS, firstUseWithinMs: 6 * HOUR_MS },
  multiple: { uses: 'any', lastsMs: undefined, firstUseWithinMs: 24 * HOUR_MS },
  'clear-one': { uses: 'once', lastsMs: 24 * HOUR_MS, firstUseWithinMs: 24 * HOUR_MS },
  'clear-all': { uses: 'once', lastsMs: 24 * HOUR_MS, firstUseWithinMs: 24 * HOUR_MS },
}

/** The vendor's numbers (document 004, `pwdType`). */
export const pwdTypes = {
  multiple: '0',
  once: '1',
  'clear-one': '8',
  'clear-all': '9',
} as const satisfies Record<OfflineKind, string>

/** When a password is accepted. */
export interface OfflineWindow {
  /** A full hour, milliseconds since 1970; it may lie before the moment of issue. */
  readonly fromMs: number
  /** A full hour. */
  readonly toMs: number
  /** It must be typed once before then; if not, it is never accepted. */
  readonly useFirstBeforeMs: number
}

/** Locks count in hours: what is left over is cut off, at both ends. */
export const flooredToHour = (ms: number): number => ms - (ms % HOUR_MS)

/** The window of a password with these two ends. */
export const windowBetween = (kind: OfflineKind, from: number, to: number): OfflineWindow => {
  const fromMs = flooredToHour(from)
  const toMs = flooredToHour(to)
  return {
    fromMs,
    toMs,
    useFirstBeforeMs: Math.min(toMs, fromMs + offlineRules[kind].firstUseWithinMs),
  }
}

/** The window of a password that is issued now and whose ends nobody chooses. */
export const windowFrom = (kind: Exclude<OfflineKind, 'multiple'>, nowMs: number): OfflineWindow =>
  windowBetween(kind, nowMs, nowMs + (offlineRules[kind].lastsMs ?? 0))
