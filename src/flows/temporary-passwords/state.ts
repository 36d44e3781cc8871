import type { LockType } from '../../core/action'
import { radioOf } from '../../core/supports-lock-type'
import type { TemporaryPasswordFailure, TemporaryPasswordState } from './temporary-password'

type States = Readonly<Record<number, TemporaryPasswordState | undefined>>

/** Revoked passwords, as clients of the live cloud report them; no document has these numbers. */
const revoked: States = { 17: 'deleted', 19: 'deleted' }
const wifi: States = { 0: 'deleted', 1: 'pending', 2: 'active', 3: 'deleting', ...revoked }

/**
 * `phase` of document 001, lines 704-779. The same number has different meanings on different lock types. Access control
 * has no table and uses Wi-Fi; for an unknown type, a number with two meanings is read as on Wi-Fi.
 */
const phases: Readonly<Partial<Record<LockType, States>>> = {
  wifi,
  zigbee: { 1: 'pending', 2: 'active', 3: 'frozen', 4: 'deleted', 5: 'failed', ...revoked },
  ble: { ...wifi, 7: 'failed' },
  'access-control': wifi,
  any: { ...wifi, 4: 'deleted', 5: 'failed', 7: 'failed' },
}

/**
 * `effective` of document 004, lines 505-538: 1 pending, 2 to be issued, 3 in use, 4 to be deleted. It lists 5
 * without a meaning; the vendor's own app SDK for Wi-Fi locks has 0 removed and 5 expired in the same enumeration.
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
 * `delivery_status` of document 001: 1 setting, 2 set, and these. 4 is "reset the password" there, and
 * "the password already exists" on the vendor's page for servers; either way the password is not set.
 */
const failures: Readonly<Record<number, TemporaryPasswordFailure | undefined>> = {
  3: 'not-set',
  4: 'taken',
  5: 'no-room',
  6: 'overlap',
}
const SETTING = 1

/** The state, with the reason of a failure. */
export interface Lifecycle {
  readonly state: TemporaryPasswordState
  readonly failure?: TemporaryPasswordFailure
}

/** From a row of the mini-program's list. */
export const lifecycleByPhase = (
  {
    phase,
    delivery_status,
  }: { readonly phase?: number | undefined; readonly delivery_status?: number | undefined },
  type: LockType,
  endReason?: EndReason,
): Lifecycle => {
  const state = stateIn(phases[radioOf(type)], phase)
  const failure = delivery_status === undefined ? undefined : failures[delivery_status]
  const isPendingOrActive = state === 'pending' || state === 'active'
  if (failure !== undefined && (isPendingOrActive || state === 'failed' || state === 'unknown'))
    return { state: 'failed', failure }
  // Documented for Zigbee locks only.
  const isBeingSet = type === 'zigbee' && delivery_status === SETTING && isPendingOrActive
  return { state: withExpiry(isBeingSet ? 'pending' : state, endReason) }
}

/** From a row of the panel's list. */
export const lifecycleByEffective = (
  effective: number | undefined,
  endReason?: EndReason,
): Lifecycle => ({ state: withExpiry(stateIn(effectives, effective), endReason) })

const stateIn = (states: States | undefined, number: number | undefined): TemporaryPasswordState =>
  (number === undefined ? undefined : states?.[number]) ?? 'unknown'

/** Why a password is expired: its time has passed, or the cloud lists it as invalid. */
export type EndReason = 'time' | 'listed'

/** The states that become `expired`. The list of invalid passwords also contains frozen ones and ones being deleted. */
const expiringStates: Readonly<Record<EndReason, readonly TemporaryPasswordState[]>> = {
  time: ['pending', 'active', 'frozen', 'deleting', 'unknown'],
  listed: ['pending', 'active'],
}

const withExpiry = (
  state: TemporaryPasswordState,
  endReason: EndReason | undefined,
): TemporaryPasswordState =>
  endReason !== undefined && expiringStates[endReason].includes(state) ? 'expired' : state

const activeOrPending: readonly TemporaryPasswordState[] = [
  'pending',
  'active',
  'frozen',
  'deleting',
  'unknown',
]

/** The password opens the door now, or may open it later. */
export const isActiveOrPending = ({ state }: Pick<Lifecycle, 'state'>): boolean =>
  activeOrPending.includes(state)
