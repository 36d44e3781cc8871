import type { Lock, Simulator } from '../../../simulator'

/** The faults that the matrix injects at each step of a flow. */
export const faultNames = [
  'drop-before',
  'drop-after',
  'slow',
  'throttle',
  'long throttle',
  'busy',
  'garbage',
  'replayed report',
  'offline',
  'asleep',
  'expired ticket',
  'wrong random',
] as const

export type FaultName = (typeof faultNames)[number]

/** `step` counts the requests and the sent data points of a flow, from 0. */
export interface FaultPlan {
  readonly step: number
  readonly fault: FaultName
}

/** Within the deadline of a call, but longer than the time limit for the lock's report. */
const LONG_THROTTLE_S = 25
const ASLEEP_MS = 60_000

/** Applies the part of a fault that changes the simulated lock or cloud. */
export const injectWorldFault = (
  fault: FaultName,
  { world, clock }: Simulator,
  lock: Lock,
): void => {
  if (fault === 'offline') lock.online = false
  if (fault === 'asleep') lock.asleepUntilMs = clock.now() + ASLEEP_MS
  if (fault === 'expired ticket')
    world.tickets.forEach((ticket, index) => {
      world.tickets[index] = { ...ticket, expiresAtMs: clock.now() }
    })
  if (fault === 'wrong random' && lock.ble !== undefined) {
    // Another phone has replaced the random number of the lock.
    lock.ble.random = '3939393939393939'
    delete lock.ble.nextSn
  }
}

/** Applies the part of a fault that affects one request. */
export const injectRequestFault = (
  fault: FaultName,
  { faults }: Simulator,
  action: string,
): void => {
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
