import { describe, expect, it } from 'vitest'
import { type Lock, seed } from '../../../simulator'
import {
  call,
  codeOf,
  frontDoor,
  gardenGate,
  passwordParams,
  START_SECONDS,
  simulated,
  statusOf,
  unlock,
} from '../client'
import { panelPassword } from '../panel-client'

const device_id = frontDoor.id
const DELETE = 'doorLock.deleteTemporaryPassword'

/** A simulator whose front door has more options. */
const withLock = (more: Partial<Lock>) =>
  simulated({ seed: { ...seed, locks: { ...seed.locks, frontDoor: { ...frontDoor, ...more } } } })

const motorOf = (simulator: ReturnType<typeof simulated>) =>
  statusOf(simulator, device_id, 'lock_motor_state')

describe('autoLockMs', () => {
  it('locks so long after the last unlock, reports it, and adds it to the journal', () => {
    const simulator = withLock({ autoLockMs: 5_000 })
    unlock(simulator, device_id)
    simulator.clock.advance(3_000)
    unlock(simulator, device_id)
    simulator.clock.advance(4_999)
    expect(motorOf(simulator)).toBe(true)
    simulator.clock.advance(1)
    expect(motorOf(simulator)).toBe(false)
    expect(simulator.journal.map(({ command, moved }) => [command, moved])).toEqual([
      ['unlock', true],
      ['unlock', false],
      ['automatic-lock', true],
    ])
  })

  it('does not lock a bolt that a command has locked meanwhile', () => {
    const simulator = withLock({ autoLockMs: 5_000 })
    unlock(simulator, device_id)
    const commands = [{ code: 'lock_motor_state', value: false }]
    call(simulator, 'device.control', { device_id, commands })
    simulator.clock.advance(10_000)
    expect(simulator.journal.map(({ command }) => command)).toEqual(['unlock', 'lock'])
  })
})

describe('journal', () => {
  it('says that a jammed bolt did not move although the command reached the lock', () => {
    const simulator = withLock({ jammed: true })
    unlock(simulator, device_id)
    expect(simulator.journal).toMatchObject([{ command: 'unlock', reached: 'lock', moved: false }])
  })

  it('says that a name and a shared sync request did not reach the lock', () => {
    const simulator = simulated()
    const { id } = call<{ id: number }>(
      simulator,
      'doorLock.createTemporaryPassword',
      passwordParams(simulator, {}),
    )
    call(simulator, 'doorLock.modifyTemporaryPassword', {
      device_id,
      password_id: id,
      name: 'Renamed',
    })
    call(simulator, 'doorLock.getSyncableOpmodeTypes', {
      device_id: gardenGate.id,
      target_standard_dp_codes: '',
    })
    expect(simulator.journal.map(({ command, reached }) => [command, reached])).toEqual([
      ['create-password', 'lock'],
      ['rename-password', 'cloud'],
      ['sync-allowed', 'cloud'],
    ])
  })
})

describe('sleepsAfterMs', () => {
  it('leaves the last unlock request in the status, because the lock sleeps at its end', () => {
    const simulator = withLock({ sleepsAfterMs: 10_000 })
    simulator.askToUnlock(device_id, 20)
    simulator.clock.advance(60_000)
    expect(statusOf(simulator, device_id, 'unlock_request')).toBe(20)
    expect(codeOf(simulator, 'doorLock.cancelPasswordFreeOpen', { device_id, type: 1 })).toBe(2324)
  })

  it('executes a command only after a person has woken the lock, and stays awake after it', () => {
    const simulator = withLock({ sleepsAfterMs: 10_000 })
    expect(unlock(simulator, device_id)).toBeUndefined()
    simulator.clock.advance(3_600_000)
    expect(simulator.journal).toEqual([])
    simulator.typeCode(device_id, '0000000')
    simulator.clock.advance(9_000)
    unlock(simulator, device_id)
    simulator.clock.advance(9_000)
    unlock(simulator, device_id)
    simulator.clock.advance(10_000)
    unlock(simulator, device_id)
    expect(simulator.journal).toHaveLength(2)
  })
})

describe('revokedPhase', () => {
  it.each([17, 19])('lists a deleted password among the valid ones with phase %i', (phase) => {
    const simulator = withLock({ revokedPhase: phase })
    const create = () =>
      call(
        simulator,
        'doorLock.createTemporaryPassword',
        passwordParams(simulator, { effective_time: START_SECONDS + 60 }),
      )
    const { id } = create() as { id: number }
    simulator.clock.advance(2_000)
    const remove = () => codeOf(simulator, DELETE, { device_id, password_id: String(id) })
    expect(remove()).toBeUndefined()
    simulator.clock.advance(2_000)
    const list = () =>
      call<{ phase: number }[]>(simulator, 'doorLock.getTemporaryPasswordList', {
        device_id,
        valid: true,
      })
    expect(list()).toMatchObject([{ phase }])
    expect([remove(), simulator.typeCode(device_id, '1234567')]).toEqual([2323, 'wrong'])
    create()
    expect(list()).toHaveLength(2)
  })

  it('has a number in the seed that no document lists', () => {
    const temporaryPasswords = seed.temporaryPasswords.map((one) => ({ ...one, phase: 23 }))
    const simulator = simulated({ seed: { ...seed, temporaryPasswords } })
    const password_id = Number(temporaryPasswords[0]?.id)
    expect(
      call(simulator, 'doorLock.getTemporaryPassword', { device_id, password_id }),
    ).toMatchObject({ phase: 23 })
  })
})

describe('listsHoursAsHhmm', () => {
  it.each([
    [660, 905, 2, 1100, 1505, 64],
    [0, 1440, 127, 0, 2400, 254],
    [59, 61, 65, 59, 101, 130],
  ])('takes %i/%i/%i, and lists it as %i/%i/%i', (...numbers) => {
    const [effective_time, invalid_time, working_day, from, to, days] = numbers
    const simulator = withLock({ listsHoursAsHhmm: true })
    const schedule_list = [{ effective_time, invalid_time, working_day }]
    const { id } = call<{ id: number }>(
      simulator,
      'doorLock.createTemporaryPassword',
      passwordParams(simulator, { schedule_list, time_zone: 'Europe/London' }),
    )
    const row = call(simulator, 'doorLock.getTemporaryPassword', { device_id, password_id: id })
    expect(row).toMatchObject({
      schedule_list: [{ effective_time: from, invalid_time: to, working_day: days }],
    })
    expect(simulator.world.temporaryPasswords.at(-1)?.schedule).toEqual(schedule_list)
  })

  it.each([
    [true, 1100, 1505],
    [false, 660, 905],
  ])('%s: lists them to a panel as %i and %i', (listsHoursAsHhmm, from, to) => {
    const simulator = withLock({ listsHoursAsHhmm })
    call(simulator, 'tuya.m.device.lock.temppwd.create', {
      ...panelPassword(simulator, '7654320', 'Weekly'),
      schedule: JSON.stringify([{ effectiveTime: 660, invalidTime: 905, workingDay: 2 }]),
    })
    const rows = call<{ scheduleDetails: string }[]>(simulator, 'tuya.m.device.lock.temppwd.list', {
      devId: device_id,
    })
    const details = JSON.parse(rows.at(-1)?.scheduleDetails ?? '')
    expect(details).toMatchObject([{ effectiveTime: from, invalidTime: to }])
  })
})
