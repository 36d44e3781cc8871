import { describe, expect, it } from 'vitest'
import { type Push, type Simulator, seed } from '../../../simulator'
import { encryptPassword } from '../../../src/crypto/ticket-crypto'
import { unlockMethodEvents$ } from '../../../src/flows/enrolment/events-of-pushes'
import {
  call,
  cellar,
  codeOf,
  frontDoor,
  gardenGate,
  office,
  shed,
  simulated,
  ticketFor,
} from '../client'

const { owner, admin } = seed.members
const device_id = frontDoor.id
const LINKED =
  'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys'
const UNLINKED = 'GET /v1.0/devices/{device_id}/door-lock/unassigned-keys'
const ENROL = 'PUT /v1.0/devices/{device_id}/door-lock/actions/entry'
const CANCEL = 'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/actions/cancel'
const DELETE =
  'DELETE /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/unlock-types/{unlock_type}/keys/{unlock_no}'
const RENAME = 'PUT /v1.0/devices/{device_id}/door-lock/opmodes/{unlock_sn}'
const SET_ALARM =
  'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/keys/{unlock_no}/hijack'
const DELETE_ALARM =
  'DELETE /v1.0/smart-lock/devices/{device_id}/unlock-types/{unlock_type}/keys/{unlock_sn}/hijack'
const ATTRIBUTE =
  'POST /v1.0/smart-lock/devices/{device_id}/opmodes/{opmode_id}/attribute/{attribute}/opmode-attr'
const SYNC = 'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/sync'

interface Keys {
  readonly unlock_keys: readonly {
    readonly unlock_no: number
    readonly unlock_type: string
    readonly hijack?: boolean
  }[]
}
const keysOf = (simulator: Simulator, userId: string, more = {}) =>
  call<Keys>(simulator, LINKED, { device_id, user_type: 1, user_id: userId, ...more }).unlock_keys

describe('the unlock methods of a lock', () => {
  it('are listed for one user, without the prefix of their codes', () => {
    const simulator = simulated()
    expect(keysOf(simulator, owner.userId)).toEqual([
      { unlock_no: 1, unlock_type: 'fingerprint', hijack: false },
      { unlock_no: 2, unlock_type: 'fingerprint', hijack: true },
      { unlock_no: 1, unlock_type: 'password', hijack: false },
    ])
    expect(keysOf(simulator, owner.userId, { unlock_type: 'card' })).toEqual([])
    expect(keysOf(simulator, admin.userId, { unlock_type: 'card' })).toHaveLength(1)
  })

  it('are listed separately if they are unassigned', () => {
    const simulator = simulated()
    const unlinked = (more = {}) =>
      call<Keys>(simulator, UNLINKED, { device_id, ...more }).unlock_keys
    expect(unlinked()).toEqual([{ unlock_no: 2, unlock_type: 'card' }])
    expect(unlinked({ unlock_type: 'remote control' })).toEqual([])
    expect(codeOf(simulator, UNLINKED, { device_id, unlock_type: 'face' })).toBe(1109)
  })

  it('are refused for user type 2 if the lock has only users of the home', () => {
    const list = (lock: string, user_type: number) =>
      codeOf(simulated(), LINKED, { device_id: lock, user_type, user_id: owner.userId })
    expect(list(seed.locks.porch.id, 1)).toBeUndefined()
    expect(list(seed.locks.porch.id, 2)).toBe(1109)
    expect(list(device_id, 2)).toBeUndefined()
    expect(list(device_id, 3)).toBe(1109)
  })

  it('are renamed, and get attributes', () => {
    const simulator = simulated()
    const rename = { device_id: office.id, unlock_sn: 2, dp_code: 'unlock_card' }
    call(simulator, RENAME, { ...rename, unlock_name: 'Visitor' })
    expect(simulator.lock(office.id).opmodes.at(-1)?.name).toBe('Visitor')
    const [thumb] = simulator.lock(device_id).opmodes
    const attribute = { device_id, opmode_id: Number(thumb?.id), enabled: true }
    call(simulator, ATTRIBUTE, { ...attribute, attribute: 1 })
    call(simulator, ATTRIBUTE, { ...attribute, attribute: 2 })
    expect(thumb).toMatchObject({ voice: true, photoUnlock: true })
    expect(codeOf(simulator, ATTRIBUTE, { ...attribute, attribute: 4 })).toBe(1101)
    expect(codeOf(simulator, ATTRIBUTE, { ...attribute, attribute: 1, opmode_id: 1 })).toBe(2323)
    expect(codeOf(simulator, ATTRIBUTE, { ...attribute, attribute: 1, enabled: undefined })).toBe(
      1100,
    )
  })

  it('get and lose a duress alarm, with a different type name in each operation', () => {
    const simulator = simulated()
    call(simulator, SET_ALARM, { device_id, unlock_type: 'password', unlock_no: 1 })
    expect(keysOf(simulator, owner.userId).map(({ hijack }) => hijack)).toEqual([false, true, true])
    const alarm = { device_id, unlock_type: 'unlock_password', unlock_sn: 1 }
    expect(call(simulator, DELETE_ALARM, alarm)).toBe(true)
    expect(codeOf(simulator, DELETE_ALARM, alarm)).toBe(2323)
    expect(codeOf(simulator, DELETE_ALARM, { ...alarm, unlock_type: 'password' })).toBe(1109)
    expect(
      codeOf(simulator, SET_ALARM, { device_id, unlock_type: 'unlock_card', unlock_no: 1 }),
    ).toBe(1109)
  })

  it('are deleted, and the cloud pushes the deletion', () => {
    const simulator = simulated()
    const key = { user_id: owner.userId, unlock_type: 'fingerprint', unlock_no: 1 }
    const params = { device_id, user_type: 1, ...key }
    expect(codeOf(simulator, DELETE, { ...params, user_id: admin.userId })).toBe(2323)
    expect(call(simulator, DELETE, params)).toBe(true)
    expect(codeOf(simulator, DELETE, params)).toBe(2323)
    expect(simulator.journal).toMatchObject([{ command: 'delete-method' }])
    expect(simulator.pushes).toEqual([
      {
        bizCode: 'doorUnlockMethodStatus',
        devId: device_id,
        uuid: frontDoor.uuid,
        ts: simulator.clock.now(),
        bizData: { event: 'unlockMethodDelete' },
      },
    ])
  })

  it('are synchronised once in five seconds', () => {
    const simulator = simulated()
    const sync = { device_id: seed.locks.loft.id, codes: 'unlock_card' }
    expect([call(simulator, SYNC, sync), call(simulator, SYNC, sync)]).toEqual([true, false])
    expect(simulator.journal).toMatchObject([
      { command: 'synchronise', detail: { codes: ['unlock_card'] } },
    ])
  })
})

describe('an enrolment over REST', () => {
  const fingerprint = { device_id, user_id: admin.userId, user_type: 1, unlock_type: 'fingerprint' }
  const steps = (pushes: readonly Push[]) => pushes.map(({ bizData }) => bizData)
  const event = 'unlockMethodEntry'

  it('is pushed step by step, and stores a method of its user', () => {
    const simulator = simulated()
    const events: unknown[] = []
    unlockMethodEvents$(simulator.pushes$).subscribe(({ bizData }) => events.push(bizData))
    expect(call(simulator, ENROL, fingerprint)).toBe(true)
    expect(steps(simulator.pushes)).toEqual([
      { event, operate: 1, raised: true },
      { event, totalPeriod: 5 },
    ])
    expect(codeOf(simulator, ENROL, fingerprint)).toBe(2328)
    simulator.clock.advance(60_000)
    expect(steps(simulator.pushes).slice(2)).toEqual([
      ...[4, 3, 2, 1, 0].map((period) => ({ event, period })),
      { event, finish: true },
    ])
    expect(events).toEqual(steps(simulator.pushes))
    expect(keysOf(simulator, admin.userId)).toContainEqual({
      unlock_no: 4,
      unlock_type: 'fingerprint',
      hijack: false,
    })
    expect(simulator.journal.map(({ command }) => command)).toEqual([
      'start-enrolment',
      'enrol-method',
    ])
  })

  it('is cancelled by its kind, and stores no method', () => {
    const simulator = simulated()
    const cancel = (unlock_type: string) => codeOf(simulator, CANCEL, { device_id, unlock_type })
    expect(cancel('fingerprint')).toBe(2324)
    call(simulator, ENROL, fingerprint)
    simulator.clock.advance(2_000)
    expect(cancel('card')).toBe(2324)
    expect(cancel('fingerprint')).toBeUndefined()
    simulator.clock.advance(60_000)
    expect(steps(simulator.pushes).at(-1)).toEqual({ event, operate: 2, finish: true })
    expect(keysOf(simulator, admin.userId)).toHaveLength(2)
    expect(call(simulator, ENROL, fingerprint)).toBe(true)
  })

  it('ends without a method if the lock fails', () => {
    const simulator = simulated()
    simulator.lock(device_id).enrolmentFailure = 'failed'
    call(simulator, ENROL, fingerprint)
    simulator.clock.advance(60_000)
    expect(steps(simulator.pushes).at(-1)).toEqual({ event, finish: true })
    expect(keysOf(simulator, admin.userId)).toHaveLength(2)
  })

  it('of a password on a Bluetooth lock requires the password and a ticket', () => {
    const simulator = simulated()
    const lock = gardenGate.id
    const password = { device_id: lock, user_id: admin.userId, unlock_type: 'password' }
    const { ticket_id, sessionKey } = ticketFor(simulator, lock)
    const withPin = (pin: string) => ({
      ...password,
      password_type: 'ticket',
      ticket_id,
      password: encryptPassword(pin, sessionKey),
    })
    expect(codeOf(simulator, ENROL, password)).toBe(1100)
    expect(codeOf(simulator, ENROL, { ...password, ticket_id })).toBe(1100)
    expect(call(simulator, ENROL, withPin('408155'))).toBe(true)
    expect(codeOf(simulator, ENROL, withPin('408155'))).toBe(2405)
    expect(simulator.lock(lock).opmodes.at(-1)).toMatchObject({
      dpCode: 'unlock_password',
      unlockSn: 3,
      userId: admin.userId,
    })
  })

  it('of a password on another lock needs no password in the call', () => {
    const simulator = simulated()
    call(simulator, ENROL, { ...fingerprint, unlock_type: 'password' })
    expect(keysOf(simulator, admin.userId, { unlock_type: 'password' })).toHaveLength(1)
  })

  it('is refused for an invalid kind, user, user type or lock', () => {
    const start = (change: object) => codeOf(simulated(), ENROL, { ...fingerprint, ...change })
    expect(start({ unlock_type: undefined })).toBe(1100)
    expect(start({ unlock_type: 'face' })).toBe(2008)
    expect(start({ unlock_type: 'remoteControl' })).toBe(2008)
    expect(start({ user_id: 'unknown' })).toBe(2006)
    expect(start({ device_id: cellar.id, user_type: 2 })).toBe(1109)
    expect(start({ device_id: shed.id })).toBe(2001)
  })
})
