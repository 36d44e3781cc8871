import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  openApiActions,
  openApiDeviceActions,
  openApiLockActions,
  openApiUnlockMethodActions,
  openApiUserActions,
} from '../../actions'
import type { Action } from '../../src/core/action'
import { schemaOf } from '../../src/core/contract/codec-schema'
import { expandRoute } from '../../src/core/route/expand-route'
import { arbitraryOf } from '../support/arbitrary'
import { fieldsOf } from '../support/contract-fields'
import { clientOperations, fixtures, type Place } from '../support/fixtures'
import { reading } from '../support/reading'

const documentedRoutes = Object.values<Action>(openApiActions)
const clientRoutes = [openApiLockActions, openApiDeviceActions].flatMap((registry) =>
  Object.values<Action>(registry),
)
const routes = [...documentedRoutes, ...clientRoutes]

const expanded = (action: Action, params: unknown) =>
  expandRoute({
    action: action.name,
    family: action.family,
    requestId: 'r1',
    attempt: 1,
    params: action.params.encode(params) as Readonly<Record<string, unknown>>,
    ...(action.query && { query: action.query }),
  })

const fullParams = (action: Action): unknown =>
  fc.sample(arbitraryOf(action.params, { full: true }), { numRuns: 1, seed: 7 })[0]

const namesInBraces = (name: string): readonly string[] =>
  [...name.matchAll(/\{(\w+)\}/g)].map(([, place]) => place ?? '')

describe.each(routes)('the route $name', (action) => {
  const documented = fixtures.get(action.name)?.documented.params ?? []
  const namesIn = (place: Place) =>
    documented.filter((param) => param.in === place).map(({ name }) => name)

  it('has the documented path parameters in braces, and requires them', () => {
    const braces = namesInBraces(action.name)
    expect([...braces].sort()).toEqual([...namesIn('path')].sort())
    for (const name of braces) {
      const field = fieldsOf(action.params).find(({ path }) => path === name)
      expect([name, field?.required]).toEqual([name, true])
    }
  })

  it('has its other parameters in the query or the body, as documented', () => {
    const { query, body } = expanded(action, fullParams(action))
    expect(Object.keys(query).sort()).toEqual([...namesIn('query')].sort())
    expect(Object.keys(body ?? {}).sort()).toEqual([...namesIn('body')].sort())
  })

  it('rejects an empty text for a path parameter', () => {
    const params = fullParams(action) as Readonly<Record<string, unknown>>
    for (const name of namesInBraces(action.name))
      expect(reading(action.params, { ...params, [name]: '' })).toEqual({
        refused: [expect.stringMatching(new RegExp(`^${name}: (missing|expected )`))],
      })
  })

  it('lists every documented value of an enumeration', () => {
    const described = [
      ...documented.map(({ name, values }) => ({ codecs: action.params, path: name, values })),
      ...(fixtures.get(action.name)?.documented.result ?? []).map(({ path, values }) => ({
        codecs: action.result,
        path,
        values,
      })),
    ]
    for (const { codecs, path, values = [] } of described) {
      const node = schemaOf(fieldsOf(codecs).find((field) => field.path === path)?.codec)
      if (node?._tag !== 'oneOf') continue
      // "remote control" is prose for the value that another table writes.
      const documentedValues = values.map((value) =>
        value === 'remote control' ? 'remoteControl' : value,
      )
      expect([
        path,
        documentedValues.filter((value) => !node.values.some((one) => one === value)),
      ]).toEqual([path, []])
    }
  })
})

it('every Open API route is in the registry of its document', () => {
  const documentOf = ({ name }: Action) => {
    const source = fixtures.get(name)?.source
    return source !== undefined && 'document' in source ? source.document : undefined
  }
  expect(new Set(Object.values<Action>(openApiUserActions).map(documentOf))).toEqual(
    new Set(['000']),
  )
  expect(new Set(Object.values<Action>(openApiUnlockMethodActions).map(documentOf))).toEqual(
    new Set(['003']),
  )
  expect(documentedRoutes).toHaveLength(27)
})

it('every route of real clients is in the registry of locks or of devices', () => {
  const listed = clientOperations.filter(({ family }) => family === 'open-api')
  expect(clientRoutes.map(({ name }) => name).sort()).toEqual(
    listed.map(({ operation }) => operation).sort(),
  )
})

describe('the parameter form', () => {
  it('of a validity period is accepted in camelCase and encoded in the form of the table', () => {
    const { params } = openApiActions.updateUserSchedule
    const decoded = params.decode({
      device_id: 'd1',
      user_id: '130',
      schedule: {
        scheduleDetails: [
          { allDay: false, start_minute: '420', endMinute: '1438', workingDay: 99 },
        ],
        effectiveTime: 1628179200,
        expiredTime: 1640015999,
        permanent: false,
      },
    })
    if (decoded._tag === 'Left') throw new Error('rejected')
    expect(params.encode(decoded.right)).toEqual({
      device_id: 'd1',
      user_id: '130',
      schedule: {
        schedule_details: [
          { all_day: false, start_minute: 420, end_minute: 1438, working_day: 99 },
        ],
        effective_time: '1628179200',
        expired_time: '1640015999',
        permanent: false,
      },
    })
  })

  it('of a validity period may be JSON text, and its minutes end at 1440', () => {
    const { params } = openApiActions.updateUserSchedule
    const schedule = { schedule_details: [{ start_minute: 0, end_minute: 1441 }] }
    expect(
      reading(params, { device_id: 'd1', user_id: '1', schedule: JSON.stringify(schedule) }),
    ).toEqual({ refused: ['schedule.schedule_details[0].end_minute: expected at most 1440'] })
  })

  it.each(['code', 'Code', 'dp_code'])('of an unlocking method may use the field %s', (name) => {
    const { params } = openApiActions.unbindUnlockMethods
    const method = { [name]: 'unlock_card', unlock_sn: 3 }
    expect(
      reading(params, { device_id: 'd1', user_id: 'u1', unlock_list: [method] }),
    ).toStrictEqual({
      value: {
        device_id: 'd1',
        user_id: 'u1',
        unlock_list: [{ code: 'unlock_card', unlock_sn: 3 }],
      },
    })
  })

  it('of a filter may be an empty text', () => {
    const { params } = openApiActions.listDeviceUsersV11
    const call = { device_id: 'd1', keyword: '', role: '', page_no: 1, page_size: 10 }
    expect(reading(params, call)).toEqual({ value: call })
    const { role: _, ...without } = call
    expect(reading(params, without)).toEqual({ refused: ['role: missing'] })
  })
})

describe('an Open API answer', () => {
  it('decodes the validity period of a home user from an object or from a list', () => {
    const { result } = openApiActions.listHomeUsers
    const [user] = fc.sample(arbitraryOf(result, { full: true }), { numRuns: 1, seed: 7 })
    const { records } = user as { readonly records: readonly [object] }
    const asList = { records: [{ ...records[0], time_schedule_info: [{ permanent: true }] }] }
    expect(reading(result, asList)).toMatchObject({
      value: { records: [{ time_schedule_info: { permanent: true } }] },
    })
  })

  it('decodes the notification settings of an unlocking from JSON text or from an object', () => {
    const { result } = openApiActions.listUserUnlockMethods
    const [methods] = fc.sample(arbitraryOf(result, { full: true }), { numRuns: 1, seed: 7 })
    const method = (methods as readonly [object])[0]
    for (const notify_info of ['{"app_send":1}', { app_send: 1 }])
      expect(reading(result, [{ ...method, notify_info }])).toMatchObject({
        value: [{ notify_info: { app_send: true } }],
      })
  })

  it.each([true, false, {}])('may be %j when the document does not describe it', (given) => {
    expect(reading(openApiActions.modifyDeviceUser.result, given)).toEqual({ value: given })
    expect(reading(openApiActions.deleteDeviceUser.result, given)).toEqual({ value: given })
  })

  it('has no result for a change of role', () => {
    const { result } = openApiActions.updateUserRole
    expect(reading(result, undefined)).toEqual({ value: undefined })
    expect(reading(result, false)).toEqual({ refused: ['expected no result'] })
  })
})
