import { describe, expect, it } from 'vitest'
import { deviceActions, doorLockActions } from '../../actions/mini-program'
import { codeOf, frontDoor, passwordParams, requestFor, simulated } from './client'

const ALARMS = 'doorLock.alarmLogs'
const alarms = { device_id: frontDoor.id, page_no: 1, page_size: 10, codes: 'hijack' }
const codeWith = (change: Record<string, unknown>) =>
  codeOf(simulated(), ALARMS, { ...alarms, ...change })

describe('raw parameters', () => {
  it('pass in the documented form', () => {
    expect(codeWith({})).toBeUndefined()
  })

  it('must be there', () => {
    expect(codeWith({ device_id: undefined })).toBe(1100)
    expect(codeWith({ codes: null })).toBe(1100)
    expect(codeWith({ device_id: '' })).toBe(1100)
  })

  it('must have the JSON type of the table', () => {
    expect(codeWith({ page_no: '1' })).toBe(1104)
    expect(codeWith({ device_id: 7 })).toBe(1104)
    const passwords = 'doorLock.getTemporaryPasswordList'
    expect(codeOf(simulated(), passwords, { device_id: frontDoor.id, valid: 1 })).toBe(1104)
  })

  it('must name a page that can be', () => {
    expect(codeWith({ page_no: 0 })).toBe(1109)
    expect(codeWith({ page_size: 0 })).toBe(1109)
    expect(codeWith({ page_size: 100 })).toBeUndefined()
    expect(codeWith({ page_size: 101 })).toBe(1109)
  })

  it('must all be known', () => {
    expect(codeWith({ pageSize: 10 })).toBe(1109)
  })

  it('are checked inside of lists', () => {
    const simulator = simulated()
    const create = 'doorLock.createTemporaryPassword'
    const period = { effective_time: 450, invalid_time: 510, working_day: 38 }
    const withSchedule = (schedule_list: unknown) =>
      codeOf(simulator, create, passwordParams(simulator, { schedule_list }))
    expect(withSchedule(period)).toBe(1104)
    expect(withSchedule([7])).toBe(1104)
    expect(withSchedule([{ ...period, working_day: 128 }])).toBe(1109)
    expect(withSchedule([{ ...period, invalid_time: 1441 }])).toBe(1109)
  })
})

describe('routes', () => {
  it('lead to every action of the registries', () => {
    const simulator = simulated()
    const names = Object.values({ ...doorLockActions, ...deviceActions }).map(({ name }) => name)
    expect(names.filter((name) => codeOf(simulator, name) === 1108)).toEqual([])
  })

  it('refuse loudly what they do not know', () => {
    const simulator = simulated()
    expect(codeOf(simulator, 'doorLock.listUser')).toBe(1108)
    expect(simulator.requests).toMatchObject([{ action: 'doorLock.listUser' }])
  })

  it('refuse what is no call at all', () => {
    const simulator = simulated()
    for (const request of [
      { ...requestFor(ALARMS, alarms), method: 'GET' },
      { ...requestFor(ALARMS, alarms), body: 'action=doorLock.alarmLogs' },
      { ...requestFor(ALARMS, alarms), body: '[]' },
    ])
      expect(JSON.parse((simulator.handle(request) as { body: string }).body).code).toBe(1108)
    expect(simulator.requests.map(({ action }) => action)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
