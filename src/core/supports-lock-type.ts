import type { Action, LockType } from './action'

/** The vendor's rules go by the radio: what Wi-Fi locks can do, every kind of Wi-Fi lock can. */
const radios: Readonly<Record<LockType, LockType>> = {
  wifi: 'wifi',
  'wifi-keepalive': 'wifi',
  'wifi-video': 'wifi',
  'wifi-standard': 'wifi',
  zigbee: 'zigbee',
  ble: 'ble',
  'ble-gateway': 'ble',
  // Over Wi-Fi too, but documented apart.
  'access-control': 'access-control',
  any: 'any',
}

export const radioOf = (type: LockType): LockType => radios[type]

/** Whether locks of a type have an operation, by its contract; `any` stands for a type that is not known. */
export const supportsLockType = (
  { locks, versions = {} }: Pick<Action, 'locks' | 'versions'>,
  type: LockType,
): boolean => {
  const names = [type, radios[type]]
  return (
    type === 'any' ||
    locks.includes('any') ||
    // A version of its own stands for the type that it is for.
    names.some((name) => locks.includes(name) || versions[name] !== undefined)
  )
}
