import { describe, expect, it } from 'vitest'
import type { Simulator } from '../../simulator'
import { deviationOf } from '../actions/sent-by-vendor-panels'
import { exampleActions, exampleParams } from '../support/examples'
import { fixtures } from '../support/fixtures'
import { everyOperation } from '../support/operations'
import { codeOf, frontDoor, type Params, passwordParams, requestFor, simulated } from './client'
import { isRouteName } from './route-request'

const ALARMS = 'doorLock.alarmLogs'
const alarms = { device_id: frontDoor.id, page_no: 1, page_size: 10, codes: 'hijack' }
const codeWith = (change: Record<string, unknown>) =>
  codeOf(simulated(), ALARMS, { ...alarms, ...change })

describe('raw parameters', () => {
  it('are accepted in the documented form', () => {
    expect(codeWith({})).toBeUndefined()
  })

  it('are refused if a required one is absent, null or empty', () => {
    expect(codeWith({ device_id: undefined })).toBe(1100)
    expect(codeWith({ codes: null })).toBe(1100)
    expect(codeWith({ device_id: '' })).toBe(1100)
  })

  it('are refused if their JSON type differs from the table', () => {
    expect(codeWith({ page_no: '1' })).toBe(1104)
    expect(codeWith({ device_id: 7 })).toBe(1104)
    const passwords = 'doorLock.getTemporaryPasswordList'
    expect(codeOf(simulated(), passwords, { device_id: frontDoor.id, valid: 1 })).toBe(1104)
  })

  it('are refused if the page number or the page size is out of bounds', () => {
    expect(codeWith({ page_no: 0 })).toBe(1109)
    expect(codeWith({ page_size: 0 })).toBe(1109)
    expect(codeWith({ page_size: 100 })).toBeUndefined()
    expect(codeWith({ page_size: 101 })).toBe(1109)
  })

  it('are refused if one of them is unknown', () => {
    expect(codeWith({ pageSize: 10 })).toBe(1109)
  })

  it('are also checked inside lists', () => {
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

describe.each(exampleActions)('the parameters of $name', (action) => {
  const rawParams = (simulator: Simulator) =>
    action.params.encode(exampleParams(action.name, simulator)) as Params
  const codeWithout = (field: string) => {
    const simulator = simulated()
    const { [field]: _, ...others } = rawParams(simulator)
    return codeOf(simulator, action.name, others)
  }

  it('are accepted in the documented form, and refused with an unknown field', () => {
    const simulator = simulated()
    const params = rawParams(simulator)
    expect(codeOf(simulator, action.name, { ...params, unknown_field: 1 })).toBe(1109)
    expect(codeOf(simulator, action.name, params)).toBeUndefined()
  })

  it('are refused if a field that the table requires is absent', () => {
    const required = fixtures
      .get(action.name)
      // A route without a part of its path is another route.
      ?.documented.params.filter((param) => param.required && param.in !== 'path')
      .map(({ name }) => name)
      // The vendor's own panels leave the times out; the device is added by the app, which is not part of this test.
      .filter((name) => name === 'devId' || !deviationOf(action).leftOut.includes(name))
    for (const field of required ?? []) expect(codeWithout(field), field).toBe(1100)
  })

  it('are refused if the device is not in the project', () => {
    const simulator = simulated()
    const params = rawParams(simulator)
    if ('device_id' in params)
      expect(codeOf(simulator, action.name, { ...params, device_id: 'nowhere' })).toBe(1106)
  })
})

describe('the router', () => {
  it('finds an operation for every action of the registries', () => {
    const simulator = simulated()
    const names = exampleActions.map(({ name }) => name)
    expect(names).toHaveLength(everyOperation.length)
    // The path parameters of a route must not be empty, or the router does not find it.
    const pathParams = Object.fromEntries(
      names
        .flatMap((name) => [...name.matchAll(/\{(\w+)\}/g)])
        .map(([, place]) => [place, '1'] as const),
    )
    const codes = names.map((name) => codeOf(simulator, name, isRouteName(name) ? pathParams : {}))
    expect(codes).not.toContain(1108)
  })

  it('refuses an unknown action, and records the request', () => {
    const simulator = simulated()
    expect(codeOf(simulator, 'doorLock.listUser')).toBe(1108)
    expect(simulator.requests).toMatchObject([{ action: 'doorLock.listUser' }])
  })

  it('refuses a request that is not a call', () => {
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
