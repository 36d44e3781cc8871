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

/** Whether the contract of an operation names a lock type; `any` is an unknown type, which supports everything. */
export const supportsLockType = (
  { locks, versions = {} }: Pick<Action, 'locks' | 'versions'>,
  type: LockType,
): boolean => {
  const names = [type, radios[type]]
  return (
    type === 'any' ||
    locks.includes('any') ||
    // A version for a lock type implies support by that type.
    names.some((name) => locks.includes(name) || versions[name] !== undefined)
  )
}
