import fc from 'fast-check'
import { VirtualTimeScheduler } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { listUsers } from '../../actions/mini-program/door-lock/list-users'
import { isParamsError } from '../../src/core/errors/params-error'
import { createPanel } from '../../src/core/panel/create-panel'
import { combine } from '../../src/core/transport/combine'
import { lock } from '../../src/flows/lock'
import { openApi } from '../../src/open-api/open-api'
import { fetchTransport } from '../../src/transports/fetch-transport'
import { nativeBridge } from '../../src/transports/native-bridge'
import { rayFetch } from '../../src/transports/ray-fetch'
import { wxRequest } from '../../src/transports/wx-request'
import { scriptedCloud, silence } from '../support/cloud'
import { failure, ok, panelOn } from '../support/panels'

type Loose = (...args: readonly unknown[]) => unknown
type Options = Readonly<Record<string, unknown>>

const { transport } = scriptedCloud(silence)
const apiRequest = () => Promise.resolve({})
const panel = createPanel({ actions: allActions, transport })
const noop = () => undefined
/** Something else than a number, a text, a list, an object, a function or a boolean each. */
const values = {
  number: [1, 2.5, 7],
  text: ['a', 'WiFi', 'true'],
  list: [[], [1]],
  object: [{}, { a: 1 }],
  function: [noop],
  boolean: [true, false],
  symbol: [Symbol('s')],
}
const others = (...kinds: readonly (keyof typeof values)[]): unknown[] =>
  (Object.keys(values) as (keyof typeof values)[])
    .filter((kind) => !kinds.includes(kind))
    .flatMap((kind): unknown[] => values[kind])

const badDurations = [...others('number'), Number.NaN, -1, Number.NEGATIVE_INFINITY]
const badTimeLimits = [...badDurations, 0]
const badCounts = [...badTimeLimits, 1.5, Number.POSITIVE_INFINITY]
const badFunctions = others('function')
const badTransports = [...others(), { send: noop }, { families: [] }, wxRequest, [transport]]
const badClocks = [...others(), { now: noop }]
const badNows = others()
const badHeaders = others('object', 'function', 'list')

interface Case {
  readonly make: (options: Options) => unknown
  readonly valid: Options
  readonly required: readonly string[]
  readonly invalid: Readonly<Record<string, readonly unknown[]>>
  readonly prefix?: string
}

const cases: Readonly<Record<string, Case>> = {
  createPanel: {
    make: createPanel as Loose,
    valid: { actions: { listUsers }, transport },
    required: ['actions'],
    invalid: {
      actions: others('object', 'list'),
      'actions.listUsers': [1, 'doorLock.listUsers', noop, { name: 'a' }, null],
      transport: badTransports,
      handlers: others('list'),
      'handlers[0]': [1, noop, null, {}, { run: noop }, { action: listUsers }],
      storage: [...others(), { get: noop }, { getItem: noop, set: noop }],
      clock: badClocks,
      contracts: others(),
      random: badFunctions,
      maxOpen: badCounts,
      timeoutMs: badTimeLimits,
      deadlineMs: badTimeLimits,
      windowMs: [...badDurations, Number.POSITIVE_INFINITY],
    },
  },
  'a call': {
    make: (options) => panel.apiRequest('device.status', { device_id: 'door' }, options as never),
    valid: { priority: 'background' },
    required: [],
    prefix: 'options.',
    invalid: {
      retry: [...others('object', 'list', 'boolean'), true],
      'retry.maxAttempts': badCounts,
      'retry.firstDelayMs': [...badDurations, Number.POSITIVE_INFINITY],
      'retry.maxDelayMs': [...badDurations, Number.POSITIVE_INFINITY],
      timeoutMs: badTimeLimits,
      deadlineMs: badTimeLimits,
      signal: others(),
      priority: [...others(), 'tap', 'toString'],
      lockType: [...others(), 'toString'],
      version: [...others('text'), ''],
    },
  },
  lock: {
    make: (options) => lock(panel, 'door', options as never),
    valid: { type: 'wifi' },
    required: [],
    invalid: {
      type: [...others(), 'constructor'],
      digits: others('object', 'list'),
      'digits.length': [...others('number'), 5, 13, 7.5],
      'digits.base': [...others('number'), 1, 11],
      'digits.zero': [1, 'no', {}, []],
      clock: badClocks,
      passwordCipher: others(),
      panelPasswordCipher: badFunctions,
      secureRandom: badFunctions,
      dataPoints: others(),
      lockSdk: others(),
      schema: [...others(), { idOf: noop }],
      pushes$: others(),
      reportTimeoutMs: badTimeLimits,
    },
  },
  fetchTransport: {
    make: fetchTransport as Loose,
    valid: { url: 'https://door.example' },
    required: ['url'],
    invalid: {
      url: [...others('text'), ''],
      headers: badHeaders,
      fetch: badFunctions,
      clock: badNows,
    },
  },
  wxRequest: {
    make: wxRequest as Loose,
    valid: { url: 'https://door.example' },
    required: ['url'],
    invalid: {
      url: [...others('text'), ''],
      headers: badHeaders,
      wx: others(),
      clock: badNows,
    },
  },
  openApi: {
    make: openApi as Loose,
    valid: { region: 'eu', clientId: 'id', secret: 'secret' },
    required: ['clientId', 'secret'],
    invalid: {
      clientId: [...others('text'), '', 'a b'],
      secret: [...others('text'), '', 'é'],
      region: [...others(), 'EU', 'constructor'],
      baseUrl: [...others(), 'ftp://door.example'],
      tokenStore: [...others(), { get: noop }, { get: noop, set: noop, lock: 1 }],
      headers: badHeaders,
      signatureHeaders: badHeaders,
      fetch: badFunctions,
      clock: badNows,
      random: badFunctions,
    },
  },
  nativeBridge: {
    make: (options) => (nativeBridge as Loose)({ apiRequest }, options),
    valid: {},
    required: [],
    invalid: { style: [...others(), 'toString'], routes: others() },
  },
}

/** The options with one of them replaced; a path may name a field of an option. */
const withOption = (valid: Options, path: string, value: unknown): Options => {
  const [name = '', field] = path.split(/[.[\]]+/)
  if (!field) return { ...valid, [name]: value }
  return { ...valid, [name]: field === '0' ? [value] : { [field]: value } }
}

const errorOf = async (make: () => unknown): Promise<unknown> => {
  try {
    return await failure(Promise.resolve(await make()))
  } catch (error) {
    return error
  }
}

const pathsOf = async (make: () => unknown): Promise<readonly string[]> => {
  const error = await errorOf(make)
  if (!isParamsError(error)) throw error
  return error.issues.map(({ path }) => path)
}

describe.each(Object.entries(cases))('the options of %s', (_name, testCase) => {
  const { make, valid, required, invalid, prefix = '' } = testCase
  const names = Object.keys(invalid)
  const topLevel = names.filter((name) => /^[\w$]+$/.test(name))

  it('fail with a ParamsError that names each invalid option, and no other error', () =>
    fc.assert(
      fc.asyncProperty(fc.subarray(topLevel, { minLength: 1 }), fc.nat(), async (wrong, seed) => {
        let options = valid
        for (const name of wrong) {
          const bad = invalid[name] ?? []
          options = withOption(options, name, bad[seed % bad.length])
        }
        // The address is checked after the other options, because it depends on the region.
        const expected = wrong.length > 1 ? wrong.filter((name) => name !== 'baseUrl') : wrong
        expect([...(await pathsOf(() => make(options)))].sort()).toEqual(
          expected.map((name) => prefix + name).sort(),
        )
      }),
    ))

  it.each(names)('do not accept an invalid value of %s', async (name) => {
    for (const value of invalid[name] ?? [])
      expect(await pathsOf(() => make(withOption(valid, name, value)))).toEqual([prefix + name])
  })

  it('count an option that is undefined or null as left out', async () => {
    for (const name of topLevel)
      for (const missing of [undefined, null]) {
        const options = { ...valid, [name]: missing }
        if (required.includes(name)) expect(await pathsOf(() => make(options))).toEqual([name])
        else expect(isParamsError(await settled(() => make(options)))).toBe(isNeeded(name))
      }
  })

  it('name a misspelt option, and suggest the right one', async () => {
    for (const name of topLevel) {
      const options = { ...valid, [`${name}_`]: 1 }
      expect(await pathsOf(() => make(options))).toEqual([`${prefix}${name}_`])
      expect(String(await errorOf(() => make(options)))).toContain(`did you mean ${name}?`)
    }
  })

  // A text in place of the options of a call is its version.
  const texts = prefix === 'options.' ? [''] : ['', 'a text']
  it.each([...texts, 5, noop, true])('are not %j', async (options) => {
    const paths = await pathsOf(() => make(options as never))
    const isVersion = prefix === 'options.' && options === ''
    expect(paths).toEqual([isVersion ? 'options.version' : prefix.slice(0, -1)])
  })

  /** The open API needs one of region and address; the valid options have the region. */
  const isNeeded = (name: string) => name === 'region'
  /** A call that waits for its answer has accepted its options. */
  const settled = (create: () => unknown) =>
    Promise.race([errorOf(create), new Promise((resolve) => setImmediate(resolve))])
})

describe('the arguments of a factory', () => {
  it.each<[string, readonly string[], () => unknown]>([
    ['createPanel', [''], () => (createPanel as Loose)()],
    ['lock with options of another type', [''], () => (lock as Loose)(panel, 'door', 'wifi')],
    ['lock in another order', ['panel', 'deviceId'], () => (lock as Loose)('door', panel, {})],
    ['lock without a device', ['deviceId'], () => (lock as Loose)(panel, undefined, {})],
    ['lock of nothing', ['panel', 'deviceId'], () => (lock as Loose)()],
    ['nativeBridge', ['host'], () => (nativeBridge as Loose)()],
    ['nativeBridge of another object', ['host'], () => (nativeBridge as Loose)({ device: {} })],
    ['rayFetch', ['fetch'], () => (rayFetch as Loose)()],
    ['combine', ['transports[1]'], () => (combine as Loose)(transport, undefined)],
    ['combine of a list', ['transports[0]'], () => (combine as Loose)([transport])],
    ['wxRequest', [''], () => (wxRequest as Loose)()],
    ['wxRequest of an address', [''], () => (wxRequest as Loose)('https://door.example')],
    ['fetchTransport', [''], () => (fetchTransport as Loose)()],
    ['openApi', [''], () => (openApi as Loose)()],
  ])('are checked: %s', async (_name, paths, make) => {
    expect(await pathsOf(make)).toEqual(paths)
  })

  it('may not contain two actions with one name', async () => {
    const make = () => createPanel({ actions: { listUsers, again: listUsers } })
    expect(await pathsOf(make)).toEqual(['actions.again'])
  })
})

describe('an invalid option of a call', () => {
  it('sends nothing, and is an event', async () => {
    const cloud = panelOn(ok([]))
    const events: unknown[] = []
    cloud.panel.events$.subscribe((event) => events.push(event))
    const params = { device_id: 'door' }
    await failure(cloud.panel.apiRequest('device.status', params, { deadlineMs: Number.NaN }))
    expect(cloud.requests).toEqual([])
    expect(events).toMatchObject([{ type: 'failed', kind: 'params', action: 'device.status' }])
  })

  it.each([undefined, null])('is not a retry option of %s: the default applies', (missing) => {
    const { requests, transport: busy } = scriptedCloud({ success: false, code: 1110, msg: '' })
    const scheduler = new VirtualTimeScheduler(undefined, 100_000)
    const retry = { maxAttempts: missing, firstDelayMs: missing, maxDelayMs: missing } as never
    createPanel({ actions: allActions, transport: busy, clock: scheduler })
      .request$('device.status', { device_id: 'door' }, { retry })
      .subscribe({ error: noop })
    scheduler.flush()
    expect(requests).toHaveLength(3)
  })
})
