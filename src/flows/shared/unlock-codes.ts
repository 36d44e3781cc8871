/** How a door was unlocked: one name for all codes of the vendor. */
export type OpeningMethod =
  | 'fingerprint'
  | 'password'
  | 'temporary-password'
  | 'dynamic-password'
  | 'offline-password'
  | 'card'
  | 'face'
  | 'key'
  | 'hand'
  | 'finger-vein'
  | 'eye'
  | 'remote-control'
  | 'bluetooth'
  | 'phone'
  | 'voice'
  | 'inside'
  | 'several'

/**
 * The standard codes of data points that report an unlock: from documents 000 to 004, and the header of the vendor's
 * firmware. Their ids differ between locks, so code does not contain them.
 */
export const unlockCodes: Readonly<Record<string, OpeningMethod>> = {
  unlock_fingerprint: 'fingerprint',
  unlock_password: 'password',
  unlock_temporary: 'temporary-password',
  unlock_dynamic: 'dynamic-password',
  unlock_offline_pd: 'offline-password',
  unlock_card: 'card',
  unlock_face: 'face',
  unlock_key: 'key',
  unlock_hand: 'hand',
  unlock_finger_vein: 'finger-vein',
  unlock_eye: 'eye',
  unlock_telecontrol_kit: 'remote-control',
  unlock_ble: 'bluetooth',
  unlock_app: 'phone',
  unlock_phone_remote: 'phone',
  unlock_voice_remote: 'voice',
  open_inside: 'inside',
  unlock_double: 'several',
}

/** `doorLock.openingLogs` uses another code for fingerprints. */
export const standardCode = (code: string): string =>
  code === 'unlock_finger' ? 'unlock_fingerprint' : code
