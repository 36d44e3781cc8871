import type { Lock } from './lock'

/** The vendor's rules about passwords and phases go by three kinds of lock. */
export type Radio = 'wifi' | 'zigbee' | 'ble'

export const radioOf = ({ type }: Pick<Lock, 'type'>): Radio => {
  if (type === 'zigbee') return 'zigbee'
  return type === 'ble' || type === 'ble-gateway' ? 'ble' : 'wifi'
}
