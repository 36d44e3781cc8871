import type { Action, LockType } from './action'

/** The vendor's rules depend on the radio: what Wi-Fi locks support, every type of Wi-Fi lock supports. */
const radios: Readonly<Record<LockType, LockType>> = {
  wifi: 'wifi',
  'wifi-keepalive': 'wifi',
  'wifi-video': 'wifi',
  'wifi-standard': 'wifi',
  zigbee: 'zigbee',
  ble: 'ble',
  'ble-gateway': 'ble',
  // Uses Wi-Fi too, but is documented separately.
  'access-control': 'access-control',
  any: 'any',
}

export const lockTypes = /*#__PURE__*/ Object.keys(radios)

export const radioOf = (type: LockType): LockType => radios[type]

/** Why an operation is taken to have a lock type: by the documents, or only by reports, which may be wrong. */
export type LockSupport = 'documented' | 'reported' | 'none'

type Applicable = Pick<Action, 'locks' | 'reportedLocks' | 'versions'>

/** `any` is an unknown type, which supports everything. */
export const lockSupportOf = (
  { locks, reportedLocks = [], versions = {} }: Applicable,
  type: LockType,
): LockSupport => {
  const includes = (types: readonly LockType[]) =>
    types.includes(type) || types.includes(radios[type])
  if (type === 'any' || locks.includes('any') || includes(locks)) return 'documented'
  if (includes(reportedLocks)) return 'reported'
  // A version for a lock type implies support by that type.
  return includes(Object.keys(versions) as LockType[]) ? 'documented' : 'none'
}

export const supportsLockType = (action: Applicable, type: LockType): boolean =>
  lockSupportOf(action, type) !== 'none'
