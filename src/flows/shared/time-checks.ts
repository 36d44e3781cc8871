/** The lowest number that counts milliseconds, as in the contracts; a number of seconds is not taken for one. */
const FIRST_MS = 300_000_000_000
/** The cloud accepts ten digits of seconds. */
const LAST_MS = 9_999_999_999_999

/** Milliseconds since 1970. */
export const isTimeMs = (ms: unknown): ms is number =>
  typeof ms === 'number' && ms >= FIRST_MS && ms <= LAST_MS

/** The areas of the time zone database; `UTC`, `GMT+8` and `Etc/GMT-8` are offsets, which clouds read differently. */
const zoneName =
  /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)(\/[A-Za-z][\w+-]*)+$/

/** Whether a name is an IANA time zone with an area. Hosts without `Intl` check only its form. */
export const isTimeZone = (name: unknown): boolean => {
  if (typeof name !== 'string' || !zoneName.test(name)) return false
  if (typeof Intl !== 'object') return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

export const ZONE_MESSAGE = 'expected an IANA name with its area, such as Europe/London'
export const ZONE_MISSING = 'required with weekly'
