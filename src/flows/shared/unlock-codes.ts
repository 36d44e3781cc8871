import { flatMap } from '../../core/contract/flat-map'
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

/**
 * One code for all spellings: `doorLock.openingLogs` has another one for fingerprints, and keypads report `unlock_…_kit`.
 * Public clients of the live cloud read fingerprint, password, card, face, temporary, key and phone_remote with `_kit`; the
 * documents name only the remote control. For the other methods `_kit` is assumed.
 */
export const standardCode = (code: string): string => {
  const plain = code === 'unlock_finger' ? 'unlock_fingerprint' : code.replace(KIT, '')
  return unlockCodes[code] === undefined && unlockCodes[plain] !== undefined ? plain : code
}

const KIT = /_kit$/

/** All codes of openings, in both spellings. */
export const openingCodes = (): readonly string[] =>
  flatMap(Object.keys(unlockCodes), (code) => (KIT.test(code) ? code : [code, `${code}_kit`]))

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/**
 * The number of a method in the value of its data point. The value of `unlock_…_kit` is raw: its first four bytes are the
 * number, big-endian, in base64 (three public clients of the live cloud). Hex is assumed for hosts that pass raw values so.
 */
export const methodNumber = (code: string, value: string): number | undefined => {
  if (KIT.test(code) && /^0{4}[\da-f]{4}/i.test(value))
    return Number.parseInt(value.slice(0, 8), 16)
  if (/^\d{1,9}$/.test(value)) return Number(value)
  if (!KIT.test(code) || !/^[a-z\d+/]{6}/i.test(value)) return undefined
  // Six characters are 36 bits.
  let bits = 0
  for (let at = 0; at < 6; at++) bits = bits * 64 + BASE64.indexOf(value.charAt(at))
  return Math.floor(bits / 16)
}
