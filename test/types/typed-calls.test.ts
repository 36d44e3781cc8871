import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import * as t from 'io-ts'
import { type Observable, of } from 'rxjs'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { allActions, doorLockActions } from '../../actions'
import type { ParamsOf, ResultOf } from '../../src/core/action'
import { defineAction } from '../../src/core/action'
import type { SdkError } from '../../src/core/errors/sdk-error'
import { createPanel } from '../../src/core/panel/create-panel'
import { handle } from '../../src/core/panel/handle'
import { messagesOf } from './compile'

const { apiRequest, fetch, request$, taskEither } = createPanel({ actions: allActions })

type Users = ResultOf<typeof allActions.listUsers>
const users = { device_id: 'd1', target_standard_dp_codes: '', page_no: 1, page_size: 20 }

/** No test calls these functions: `npm run typecheck` checks their types. */
const calls = {
  byName: () => apiRequest('doorLock.listUsers', users),
  withOptions: () => apiRequest('doorLock.listUsers', users, { retry: false, timeoutMs: 2_000 }),
  withoutParams: () => apiRequest('timer.currentTime'),
  objectForm: () => fetch({ action: 'doorLock.listUsers', params: users }),
  observable: () => request$('doorLock.listUsers', users),
  taskEither: () => taskEither('doorLock.listUsers', users),
}

describe('a typed call', () => {
  it('resolves with the result type of the named operation', () => {
    expectTypeOf(calls.byName).returns.resolves.toEqualTypeOf<Users>()
    expectTypeOf(calls.withOptions).returns.resolves.toEqualTypeOf<Users>()
    expectTypeOf(calls.objectForm).returns.resolves.toEqualTypeOf<Users>()
    expectTypeOf(calls.observable).returns.toEqualTypeOf<Observable<Users>>()
    expectTypeOf(calls.taskEither).returns.toEqualTypeOf<TaskEither<SdkError, Users>>()
    expectTypeOf(calls.withoutParams).returns.resolves.toEqualTypeOf<number>()
  })

  it('has its parameters and results in the decoded form', () => {
    expectTypeOf<ParamsOf<typeof allActions.deviceStatus>>().toEqualTypeOf<{
      readonly device_id: string
    }>()
    expectTypeOf<Users['records'][number]['user_id']>().toEqualTypeOf<string>()
    expectTypeOf<Users['records'][number]['back_home_notify_attr']>().toEqualTypeOf<
      boolean | undefined
    >()
    expectTypeOf<Users['records'][number]['nick_name']>().toEqualTypeOf<string>()
    expectTypeOf<Users['total']>().toEqualTypeOf<number | undefined>()
  })

  it('may use an action of the app with any io-ts codec', () => {
    const beep = defineAction({
      name: 'app.beep',
      family: 'mini-program',
      safety: 'idempotent',
      locks: ['any'],
      params: t.strict({ times: t.number }),
      result: t.boolean,
    })
    const panel = createPanel({ actions: { ...doorLockActions, beep } })
    const call = () => panel.apiRequest('app.beep', { times: 2 })
    expectTypeOf(call).returns.resolves.toEqualTypeOf<boolean>()
  })

  it('may have a handler with inferred types', () => {
    const bound = handle(allActions.listUsers, (params, { send }) => {
      expectTypeOf(params.page_size).toEqualTypeOf<number>()
      expectTypeOf(send).returns.toEqualTypeOf<Observable<Users>>()
      return of({ records: [] })
    })
    expect(bound.action).toBe(allActions.listUsers)
  })
})

it('the compiler accepts a valid call', () => {
  const { valid } = messagesOf({
    valid: `
import { allActions, createPanel, fetchTransport } from 'lockpanel'
const { apiRequest } = createPanel({
  actions: allActions,
  transport: fetchTransport({ url: 'http://127.0.0.1', headers: async () => ({ session: 's' }) }),
})
export const names = async (): Promise<readonly string[]> =>
  (await apiRequest('doorLock.listUsers', ${JSON.stringify(users)})).records.map((user) => user.nick_name)
`,
  })
  expect(valid).toEqual([])
})

it('the compiler requires the safety fields of a sync or once action', () => {
  const define = (rest: string) => `
import * as t from 'io-ts'
import { defineAction } from 'lockpanel/core'
export const action = defineAction({ name: 'x', family: 'mini-program', locks: ['any'], params: t.type({}), result: t.void, ${rest} })
`
  const messages = messagesOf({
    'a sync without its fields': define(`safety: 'sync'`),
    'a command without a check': define(`safety: 'once'`),
    'a command with a check': define(`safety: 'once', check: 'y'`),
  })
  expect(messages['a sync without its fields']?.join()).toContain("Property 'sync' is missing")
  expect(messages['a command without a check']?.join()).toContain("Property 'check' is missing")
  expect(messages['a command with a check']).toEqual([])
})
