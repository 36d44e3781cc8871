import type { Lock } from './lock'
import type { PasswordState } from './temporary-password'

/** The vendor's rules for passwords and phases differ for three kinds of lock. */
export type Radio = 'wifi' | 'zigbee' | 'ble'

export const radioOf = ({ type }: Pick<Lock, 'type'>): Radio => {
  if (type === 'zigbee') return 'zigbee'
  return type === 'ble' || type === 'ble-gateway' ? 'ble' : 'wifi'
}

type Phases = Readonly<Record<Exclude<PasswordState, 'revoked'>, number>>

/**
 * The numbers of document 001, lines 704-779: the meaning of a number depends on the lock. For a state that a
 * kind of lock has no number for, the nearest number is used. Access control has no list and uses that of Wi-Fi.
 */
const phases = {
  zigbee: {
    'to-be-sent': 1,
    sent: 2,
    frozen: 3,
    'to-be-deleted': 2,
    deleted: 4,
    'failed-to-send': 5,
  },
  wifi: {
    'to-be-sent': 1,
    sent: 2,
    frozen: 2,
    'to-be-deleted': 3,
    deleted: 0,
    'failed-to-send': 1,
  },
  ble: { 'to-be-sent': 1, sent: 2, frozen: 2, 'to-be-deleted': 3, deleted: 0, 'failed-to-send': 7 },
} satisfies Record<string, Phases>

export const phaseOf = (lock: Lock, state: PasswordState): number => {
  const numbers = phases[radioOf(lock)]
  return state === 'revoked' ? (lock.revokedPhase ?? numbers.deleted) : numbers[state]
}

/** 1 setting, 2 set, 3 failed. */
export const deliveryStatusOf = (state: PasswordState): number => {
  if (state === 'to-be-sent') return 1
  return state === 'failed-to-send' ? 3 : 2
}
