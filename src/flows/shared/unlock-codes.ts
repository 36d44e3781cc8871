import { type KnownKind, knownKinds, namesOf } from './method-kinds'

/** How a door was unlocked: one name for all codes of the vendor. */
export type OpeningMethod =
  | KnownKind
  | 'temporary-password'
  | 'dynamic-password'
  | 'offline-password'
  | 'key'
  | 'bluetooth'
  | 'phone'
  | 'voice'
  | 'inside'
  | 'several'

const withKinds = (others: Readonly<Record<string, OpeningMethod>>) => {
  const codes: Record<string, OpeningMethod> = {}
  for (const kind of knownKinds()) codes[namesOf(kind).dpCode] = kind
  return Object.assign(codes, others)
}

/**
 * The standard codes of data points that report an unlock: from documents 000 to 004, and the header of the vendor's
 * firmware. Their ids differ between locks, so code does not contain them.
 */
export const unlockCodes: Readonly<Record<string, OpeningMethod>> = /*#__PURE__*/ withKinds({
  unlock_temporary: 'temporary-password',
  unlock_dynamic: 'dynamic-password',
  unlock_offline_pd: 'offline-password',
  unlock_key: 'key',
  unlock_ble: 'bluetooth',
  unlock_app: 'phone',
  unlock_phone_remote: 'phone',
  unlock_voice_remote: 'voice',
  open_inside: 'inside',
  unlock_double: 'several',
})

/** `doorLock.openingLogs` uses another code for fingerprints. */
export const standardCode = (code: string): string =>
  code === 'unlock_finger' ? 'unlock_fingerprint' : code
