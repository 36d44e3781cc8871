import type { LockType } from '../../core/action'
import { radioOf } from '../../core/supports-lock-type'
import type { TemporaryPasswordFailure, TemporaryPasswordState } from './temporary-password'

type States = Readonly<Record<number, TemporaryPasswordState | undefined>>

const wifi: States = { 0: 'deleted', 1: 'pending', 2: 'active', 3: 'deleting' }

/**
 * `phase` of document 001, lines 704-779: the same number is another state on another lock. Access control has no table
 * and runs over Wi-Fi; for a type that is not known, what two tables disagree about is read as on Wi-Fi.
 */
const phases: Readonly<Partial<Record<LockType, States>>> = {
  wifi,
  zigbee: { 1: 'pending', 2: 'active', 3: 'frozen', 4: 'deleted', 5: 'failed' },
  ble: { ...wifi, 7: 'failed' },
  'access-control': wifi,
  any: { ...wifi, 4: 'deleted', 5: 'failed', 7: 'failed' },
}

/**
 * `effective` of document 004, lines 505-538: 1 pending, 2 to be issued, 3 in use, 4 to be deleted. It lists a 5 without
 * a word; the vendor's own app SDK for Wi-Fi locks has 0 removed and 5 expired in the same row of numbers.
 */
const effectives: States = {
  0: 'deleted',
  1: 'pending',
  2: 'pending',
  3: 'active',
  4: 'deleting',
  5: 'expired',
}

/**
 * `delivery_status` of document 001: 1 setting, 2 set, and these. Its 4, "reset the password", is "the password already
 * exists" on the vendor's page of the same operation for servers; the password is not set by either reading.
 */
const failures: Readonly<Record<number, TemporaryPasswordFailure | undefined>> = {
  3: 'not-set',
  4: 'taken',
  5: 'no-room',
  6: 'overlap',
}
const SETTING = 1

/** The state, and what went wrong where something did. */
export interface Life {
  readonly state: TemporaryPasswordState
  readonly failure?: TemporaryPasswordFailure
}

/** Of a row of the mini-program's list. A number that no table has claims least: pending. */
export const lifeByPhase = (
  {
    phase,
    delivery_status,
  }: { readonly phase: number; readonly delivery_status?: number | undefined },
  type: LockType,
  over?: Over,
): Life => {
  const state = phases[radioOf(type)]?.[phase] ?? 'pending'
  const failure = delivery_status === undefined ? undefined : failures[delivery_status]
  const isOnItsWay = state === 'pending' || state === 'active'
  if (failure !== undefined && (isOnItsWay || state === 'failed'))
    return { state: 'failed', failure }
  // Zigbee locks alone are documented to report it.
  const isBeingSet = type === 'zigbee' && delivery_status === SETTING && isOnItsWay
  return { state: ended(isBeingSet ? 'pending' : state, over) }
}

/** Of a row of the panel's list. */
export const lifeByEffective = (effective: number, over?: Over): Life => ({
  state: ended(effectives[effective] ?? 'pending', over),
})

/** How a password is known to be over: by its time, or because the cloud lists it among the invalid ones. */
export type Over = 'in-time' | 'listed'

/** Time ends everything that was not over before; the list says no more of what is frozen or being deleted. */
const endedBy: Readonly<Record<Over, readonly TemporaryPasswordState[]>> = {
  'in-time': ['pending', 'active', 'frozen', 'deleting'],
  listed: ['pending', 'active'],
}

const ended = (state: TemporaryPasswordState, over: Over | undefined): TemporaryPasswordState =>
  over !== undefined && endedBy[over].includes(state) ? 'expired' : state

const living: readonly TemporaryPasswordState[] = ['pending', 'active', 'frozen', 'deleting']

/** It opens the door now, or may yet. */
export const isLiving = ({ state }: Pick<Life, 'state'>): boolean => living.includes(state)
