import type { Lock } from './lock'

/** The vendor's rules for passwords and phases differ for three kinds of lock. */
export type Radio = 'wifi' | 'zigbee' | 'ble'

export const radioOf = ({ type }: Pick<Lock, 'type'>): Radio => {
  if (type === 'zigbee') return 'zigbee'
  return type === 'ble' || type === 'ble-gateway' ? 'ble' : 'wifi'
}
