import type { Lock, Simulator } from '../../../simulator'

/** What goes wrong at one step of a flow. */
export const faultNames = [
  'drop-before',
  'drop-after',
  'slow',
  'throttle',
  'long throttle',
  'busy',
  'garbage',
  'told again',
  'offline',
  'asleep',
  'expired ticket',
  'wrong random',
] as const

export type FaultName = (typeof faultNames)[number]

/** At which step, from 0, in the order in which a flow sends. */
export interface FaultPlan {
  readonly step: number
  readonly fault: FaultName
}

/** Within the deadline of a call, and beyond the time that a flow gives a lock. */
const LONG_THROTTLE_S = 25
const ASLEEP_MS = 60_000

/** What happens to the world, whatever the step sends. */
export const strikeWorld = (fault: FaultName, { world, clock }: Simulator, lock: Lock): void => {
  if (fault === 'offline') lock.online = false
  if (fault === 'asleep') lock.asleepUntilMs = clock.now() + ASLEEP_MS
  if (fault === 'expired ticket')
    world.tickets.forEach((ticket, index) => {
      world.tickets[index] = { ...ticket, expiresAtMs: clock.now() }
    })
  if (fault === 'wrong random' && lock.ble !== undefined) {
    // The lock was given another random meanwhile: by another phone, say.
    lock.ble.random = '3939393939393939'
    delete lock.ble.nextSn
  }
}

/** What happens to one request. */
export const strikeRequest = (fault: FaultName, { faults }: Simulator, action: string): void => {
  if (fault === 'long throttle') faults.next(action, { throttleSeconds: LONG_THROTTLE_S })
  else if (fault === 'busy') faults.next(action, { vendorCode: 1111 })
  else if (
    fault === 'drop-before' ||
    fault === 'drop-after' ||
    fault === 'slow' ||
    fault === 'throttle' ||
    fault === 'garbage'
  )
    faults.next(action, fault)
}
