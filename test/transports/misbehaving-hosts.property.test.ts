import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import { VirtualTimeScheduler } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { flag, params, text } from '../../actions/shared'
import { defineAction, type Family } from '../../src/core/action'
import { isSdkError } from '../../src/core/errors/sdk-error'
import { createPanel } from '../../src/core/panel/create-panel'
import type { Transport } from '../../src/core/transport/transport'
import { openApi } from '../../src/open-api/open-api'
import { fetchTransport } from '../../src/transports/fetch-transport'
import { nativeBridge } from '../../src/transports/native-bridge'
import { rayFetch } from '../../src/transports/ray-fetch'
import { wxRequest } from '../../src/transports/wx-request'
import { flushPromises } from '../support/flush'

/** What a host passes to a callback, resolves or rejects with, or throws; never an answer of the cloud. */
const nonsense = fc.constantFrom<unknown>(
  undefined,
  null,
  '',
  [],
  {},
  { data: undefined, statusCode: 200 },
  { data: null, statusCode: 200 },
  { data: '', statusCode: 200 },
  { data: '<html></html>', statusCode: 200 },
  { status: 200 },
  { status: 200, headers: { get: () => null }, text: () => Promise.resolve(undefined) },
  { status: 200, headers: { get: () => null }, text: () => Promise.reject(new Error('host')) },
  new Error('host'),
  () => undefined,
)

type Callbacks = { success?: (value: unknown) => void; fail?: (value: unknown) => void }
type Step = (callbacks: Callbacks) => void
const step = fc.oneof(
  nonsense.map(
    (value): Step =>
      ({ success }) =>
        success?.(value),
  ),
  nonsense.map(
    (value): Step =>
      ({ fail }) =>
        fail?.(value),
  ),
)
type Returned = () => unknown
const brokenAbort = fc.constantFrom<Returned>(
  () => {
    throw new Error('host')
  },
  () => Promise.reject(new Error('host')),
  () => undefined,
)
const returned: fc.Arbitrary<Returned> = fc.oneof(
  nonsense.map((value) => () => value),
  nonsense.map((value) => () => Promise.resolve(value)),
  nonsense.map((value) => () => Promise.reject(value)),
  nonsense.map((value) => () => {
    throw value
  }),
  brokenAbort.map((abort) => () => ({ abort })),
  brokenAbort.map((abort) => () => Promise.resolve({ abort })),
  brokenAbort.map((abort) => () => Object.assign(Promise.resolve(), { abort })),
)

/** Some steps before it returns, and some after. */
const host = fc
  .record({
    before: fc.array(step, { maxLength: 2 }),
    after: fc.array(step, { maxLength: 2 }),
    returned,
  })
  .map(({ before, after, returned: end }) => {
    let calls = 0
    const call = (callbacks: Callbacks): never => {
      calls++
      for (const each of before) each(callbacks)
      setImmediate(() => {
        for (const each of after) each(callbacks)
      })
      return end() as never
    }
    return { call, calls: () => calls }
  })

const url = 'https://door.example/panel'
type Call = (callbacks: Callbacks) => never
/** Commands whose result is yes or no, so that nonsense is no result. */
const commandOf = (family: Family, name: string) =>
  defineAction({
    name,
    family,
    safety: 'once',
    check: name,
    locks: ['any'],
    params: params({ required: { device_id: text() } }),
    result: flag(),
  })
const actions = {
  command: commandOf('mini-program', 'test.command'),
  bridged: commandOf('panel', 'test.panel.command'),
  route: commandOf('open-api', 'POST /v1.0/devices/{device_id}/test'),
}
type ActionName = keyof typeof actions

const transports: Readonly<Record<string, { of: (call: Call) => Transport; sent: ActionName }>> = {
  wxRequest: { of: (call) => wxRequest({ url, wx: { request: call as never } }), sent: 'command' },
  fetchTransport: { of: (call) => fetchTransport({ url, fetch: () => call({}) }), sent: 'command' },
  openApi: {
    of: (call) =>
      openApi({ baseUrl: url, clientId: 'id', secret: 'secret', fetch: () => call({}) }),
    sent: 'route',
  },
  rayFetch: { of: (call) => rayFetch(() => call({})), sent: 'command' },
  TYSdk: { of: (call) => nativeBridge({ apiRequest: () => call({}) }), sent: 'bridged' },
  'TYSdk, objects': {
    of: (call) => nativeBridge({ apiRequest: () => call({}) }, { style: 'object' }),
    sent: 'bridged',
  },
  TYNative: {
    of: (call) =>
      nativeBridge(
        { apiRequest: (_, success, fail) => call({ success, fail }) },
        { style: 'callback' },
      ),
    sent: 'bridged',
  },
  ty: { of: (call) => nativeBridge({ apiRequestByAtop: call }), sent: 'bridged' },
}

/** The outcome of a call over a host; the panel's time-outs pass as soon as the host has done all its steps. */
const outcomeOf = async (transport: Transport, sent: ActionName) => {
  const scheduler = new VirtualTimeScheduler(undefined, 0)
  const panel = createPanel({ actions, transport, clock: scheduler, random: () => 0 })
  let outcome: { readonly value: unknown } | { readonly error: unknown } | undefined
  panel.request$(actions[sent].name, { device_id: 'vdevo1' } as never).subscribe({
    next: (value: unknown) => {
      outcome = { value }
    },
    error: (error: unknown) => {
      outcome = { error }
    },
  })
  await flushPromises()
  for (let round = 0; round < 4; round++) await nextTurn()
  scheduler.maxFrames = 60_000
  scheduler.flush()
  for (let round = 0; round < 2; round++) await nextTurn()
  return outcome
}

describe('a host that misbehaves', () => {
  it.each(Object.entries(transports))(
    'causes one SdkError, and no exception or rejection outside of the call: %s',
    async (_, { of, sent }) => {
      const escaped: unknown[] = []
      const record = (error: unknown) => escaped.push(error)
      process.on('unhandledRejection', record)
      process.on('uncaughtException', record)
      let [runs, reached] = [0, 0]
      await fc.assert(
        fc.asyncProperty(host, async ({ call, calls }) => {
          const outcome = await outcomeOf(of(call), sent)
          expect(outcome).toMatchObject({ error: expect.toSatisfy(isSdkError) })
          expect(calls()).toBeLessThanOrEqual(1)
          runs++
          reached += calls()
          expect(escaped).toEqual([])
        }),
        { numRuns: 200 },
      )
      expect(reached).toBe(runs)
      process.off('unhandledRejection', record)
      process.off('uncaughtException', record)
    },
  )
})
