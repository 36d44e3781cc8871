import { seed } from '../../simulator'
import type { Family } from '../../src/core/action'
import { oneOf } from './random'
import type { Caller } from './run-wire'
import { type WireFault, wireFaults } from './wire-fault'

export const callKinds = ['read', 'idempotent', 'once'] as const
export type CallKind = (typeof callKinds)[number]

export interface WireCall {
  readonly id: string
  readonly family: Family
  readonly kind: CallKind
  readonly action: string
  readonly params: Readonly<Record<string, unknown>>
  /** The faults of its requests in order; later requests have none. */
  readonly faults: readonly WireFault[]
}

const { frontDoor, cellar } = seed.locks
const device_id = frontDoor.id
const { userId } = seed.members.owner

const actions = {
  'mini-program': {
    read: 'device.status',
    idempotent: 'doorLock.setHijack',
    once: 'device.control',
  },
  'open-api': {
    read: 'GET /v1.0/devices/{device_id}/status',
    idempotent: 'PUT /v1.0/devices/{device_id}/users/{user_id}',
    once: 'POST /v1.0/devices/{device_id}/commands',
  },
} as const
const families = ['mini-program', 'open-api'] as const

const paramsOf = (family: (typeof families)[number], kind: CallKind, open: boolean) => {
  if (kind === 'read') return { device_id }
  if (kind === 'once')
    return { device_id: cellar.id, commands: [{ code: 'lock_motor_state', value: open }] }
  return family === 'mini-program'
    ? { device_id, unlock_no: 1, unlock_type: 'fingerprint' }
    : { device_id, user_id: userId, nick_name: 'Olivia', sex: 2 }
}

/** The share of retries that meet a fault as well. */
const SECOND_FAULT = 0.3

/**
 * Every fault meets every kind of call of both families in turn; only a command over signed requests, all of which are signed
 * behind a gateway, is not duplicated.
 */
export const wireCall = (
  number: number,
  random: () => number,
  between: Caller = 'panel',
): WireCall => {
  const given = wireFaults[number % wireFaults.length] ?? 'none'
  const kind = callKinds[Math.floor(number / wireFaults.length) % callKinds.length] ?? 'read'
  const turn = Math.floor(number / wireFaults.length / callKinds.length)
  // The signed requests have no key by which a server knows a repeat.
  const isRepeated = given === 'duplicate the request' && kind === 'once'
  const family = isRepeated ? 'mini-program' : (families[turn % 2] ?? 'mini-program')
  const mayRepeat = kind !== 'once' || (family === 'mini-program' && between === 'panel')
  const first = isRepeated && !mayRepeat ? 'none' : given
  const later = (): WireFault => {
    const fault = random() < SECOND_FAULT ? oneOf(random, wireFaults) : 'none'
    return fault === 'duplicate the request' && !mayRepeat ? 'none' : fault
  }
  return {
    id: String(number),
    family,
    kind,
    action: actions[family][kind],
    params: paramsOf(family, kind, random() < 0.5),
    faults: [first, later(), later()],
  }
}
