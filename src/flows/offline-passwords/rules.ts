/** `revoke` issues `clear-one`; `offline` issues the others. */
export type OfflineKind = 'once' | 'multiple' | 'clear-one' | 'clear-all'

/** The rule of a lock for a kind of offline password. A lock counts whole hours. */
export interface OfflineRule {
  /** How often the lock accepts it. */
  readonly uses: 'once' | 'any'
  /** From the full hour before the issue; `undefined` if the caller chooses both ends. */
  readonly validityMs: number | undefined
  /** From its start; without a first use by then, it is never accepted. */
  readonly firstUseWithinMs: number
}

const HOUR_MS = 3_600_000

/** The vendor's rules as data; `docs/guide/offline-passwords.md` shows them as a table. */
export const offlineRules: Readonly<Record<OfflineKind, OfflineRule>> = {
  once: { uses: 'once', validityMs: 6 * HOUR_MS, firstUseWithinMs: 6 * HOUR_MS },
  multiple: { uses: 'any', validityMs: undefined, firstUseWithinMs: 24 * HOUR_MS },
  'clear-one': { uses: 'once', validityMs: 24 * HOUR_MS, firstUseWithinMs: 24 * HOUR_MS },
  'clear-all': { uses: 'once', validityMs: 24 * HOUR_MS, firstUseWithinMs: 24 * HOUR_MS },
}

/** The vendor's numbers (document 004, `pwdType`). */
export const pwdTypes = {
  multiple: '0',
  once: '1',
  'clear-one': '8',
  'clear-all': '9',
} as const satisfies Record<OfflineKind, string>

/** The validity of an offline password. */
export interface OfflineWindow {
  /** A full hour, milliseconds since 1970; it may be before the time of issue. */
  readonly fromMs: number
  /** A full hour. */
  readonly toMs: number
  /** The first use must be before then; otherwise it is never accepted. */
  readonly useFirstBeforeMs: number
}

/** Locks count whole hours, so both ends are rounded down. */
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

/** The window of a password that is issued now, without chosen ends. */
export const windowFrom = (kind: Exclude<OfflineKind, 'multiple'>, nowMs: number): OfflineWindow =>
  windowBetween(kind, nowMs, nowMs + (offlineRules[kind].validityMs ?? 0))
