import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { panelActions } from '../../actions/panel'
import { createPanel } from '../../src/core/panel/create-panel'
import type { Transport } from '../../src/core/transport/transport'
import { lock } from '../../src/flows/lock'
import { nativeBridge } from '../../src/transports/native-bridge'

type Params = Readonly<Record<string, unknown>>
/** Name, parameters and version, as the host receives them. */
type HostCall = readonly [api: string, postData: Params, version: string]

/** Each style of a native host, which answers every call with `answer`. */
const hosts: Readonly<Record<string, (onCall: (...call: HostCall) => unknown) => Transport>> = {
  'TYSdk.apiRequest(api, postData, version)': (onCall) =>
    nativeBridge({ apiRequest: async (api, postData, version) => onCall(api, postData, version) }),
  'TYSdk.apiRequest({ a, postData, v })': (onCall) =>
    nativeBridge(
      { apiRequest: async ({ a, postData, v }) => onCall(a, postData, v) },
      { style: 'object' },
    ),
  'TYNative.apiRequest with callbacks': (onCall) =>
    nativeBridge(
      { apiRequest: ({ a, postData, v }, success) => success(onCall(a, postData, v)) },
      { style: 'callback' },
    ),
  'ty.apiRequestByAtop': (onCall) =>
    nativeBridge({
      apiRequestByAtop: ({ api, postData, version, success }) =>
        success({ data: JSON.stringify(onCall(api, postData, version)) }),
    }),
}

const emptyPage = { datas: [], hasNext: false, totalCount: 0 }
const devId = 'vdevo1'
const rows = { offset: 0, limit: 50 }
const ALARMS = 'tuya.m.device.lock.alarm.list'
const HISTORY = 'tuya.m.scale.history.list'

interface VendorCall {
  readonly panel: string
  readonly args: readonly [api: string, postData: Params, version?: string]
  readonly answer: unknown
  readonly sent?: Params
}

/**
 * The calls of the vendor's own panels: smartLock (Wi-Fi) and smartLockZigbee of tuya-panel-demo, and the pages on Bluetooth
 * locks. `sent` is what the host receives, if it is not what the panel passed.
 */
const vendorCalls: readonly VendorCall[] = [
  { panel: 'Wi-Fi', args: ['tuya.m.device.lock.active.period', {}, '1.0'], answer: 7 },
  { panel: 'Wi-Fi', args: ['tuya.m.device.lock.alarm.unread', {}, '1.0'], answer: '2' },
  { panel: 'Wi-Fi', args: [HISTORY, { dpIds: [1, 2], ...rows }, '2.0'], answer: emptyPage },
  { panel: 'Wi-Fi', args: [ALARMS, { ...rows, dpIds: [8] }], answer: emptyPage },
  {
    panel: 'Zigbee',
    args: [ALARMS, { devId, dpIds: ['9'], ...rows, includeHijack: false }, '2.0'],
    answer: emptyPage,
    sent: { devId, dpIds: [9], ...rows, includeHijack: false },
  },
  {
    panel: 'Zigbee, on a lock without a face reader',
    args: [
      HISTORY,
      { devId, ...rows, dpIds: ['1', undefined, '5'], startTime: 0, endTime: 0 },
      '2.0',
    ],
    answer: emptyPage,
    sent: { devId, dpIds: [1, 5], ...rows, startTime: 0, endTime: 0 },
  },
  { panel: 'Zigbee', args: ['tuya.m.device.lock.alarm.unread', { devId }, '1.0'], answer: '2' },
  { panel: 'Bluetooth', args: ['tuya.m.device.member.list', { devId }, '4.0'], answer: [] },
  { panel: 'Bluetooth', args: ['tuya.m.device.member.list', { devId }, '5.0'], answer: [] },
  {
    panel: 'Bluetooth',
    args: ['tuya.m.device.member.panel.list', { devId, ...rows }, '5.0'],
    answer: [],
  },
  {
    panel: 'module',
    args: [
      'tuya.m.device.lock.temppwd.create',
      {
        devId,
        name: 'guest',
        password: '2E47',
        effectiveTime: 1588132904,
        invalidTime: 1588133004,
        availTime: 0,
      },
      '5.0',
    ],
    answer: true,
  },
]

type Request = (name: string, params?: Params, version?: string) => Promise<unknown>

/** A panel over one style of host, with the calls that reach the host. */
const setUp = (style: string, answer: unknown) => {
  const calls: HostCall[] = []
  const onCall = (...call: HostCall) => {
    calls.push(call)
    return answer
  }
  const panel = createPanel({
    actions: panelActions,
    transport: hosts[style]?.(onCall) as Transport,
  })
  return { panel, calls, apiRequest: panel.apiRequest as unknown as Request }
}

describe.each(Object.keys(hosts))('a panel over %s', (style) => {
  it.each(vendorCalls)(
    'sends the $args.0 $args.2 of the $panel panel of the vendor',
    async (call) => {
      const [api, postData, version] = call.args
      const { apiRequest, calls } = setUp(style, call.answer)
      await apiRequest(api, postData, version)
      expect(calls).toEqual([[api, call.sent ?? postData, version ?? '1.0']])
    },
  )
})

describe('the version of a call', () => {
  const style = 'TYSdk.apiRequest(api, postData, version)'

  it('is the third argument, the option, or the field of the object form', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[1-9]\.\d$/), async (version) => {
        const { panel, apiRequest, calls } = setUp(style, 7)
        const action = 'tuya.m.device.lock.active.period'
        await apiRequest(action, {}, version)
        await panel.apiRequest(action, {}, { version })
        await panel.fetch({ action, params: {}, version })
        await panel.taskEither(action, {}, version)()
        await lock(panel, devId, { type: 'wifi' }).apiRequest(action, {}, version)
        expect(calls.map(([, , sent]) => sent)).toEqual(Array(5).fill(version))
      }),
      { numRuns: 20 },
    )
  })
})

describe('the data points of a list of records', () => {
  it('are sent as numbers, in whichever form a panel has them', async () => {
    const dpIds = fc.array(fc.integer({ min: 1, max: 255 }), { minLength: 1, maxLength: 5 })
    const forms: readonly ((ids: readonly number[]) => unknown)[] = [
      (ids) => ids,
      (ids) => ids.map(String),
      (ids) => ids.join(','),
      (ids) => JSON.stringify(ids),
      (ids) => JSON.stringify(ids.map(String)),
      (ids) => [undefined, ...ids, null],
    ]
    await fc.assert(
      fc.asyncProperty(dpIds, fc.constantFrom(...forms), async (ids, formOf) => {
        const { apiRequest, calls } = setUp('ty.apiRequestByAtop', emptyPage)
        for (const api of [ALARMS, HISTORY]) await apiRequest(api, { ...rows, dpIds: formOf(ids) })
        expect(calls.map(([, { dpIds: sent }]) => sent)).toEqual([ids, ids])
      }),
    )
  })

  it('are refused if one of them is no number, and nothing is sent', async () => {
    for (const wrong of ['unlock_card', '1,x', '[1', [1, {}], {}]) {
      const { apiRequest, calls } = setUp('ty.apiRequestByAtop', emptyPage)
      await expect(apiRequest(ALARMS, { ...rows, dpIds: wrong })).rejects.toMatchObject({
        kind: 'params',
      })
      expect(calls).toEqual([])
    }
  })
})

describe('a call without a device', () => {
  it('has the device of the lock if it is a call of a lock, and else no device', async () => {
    const { panel, calls } = setUp('ty.apiRequestByAtop', 7)
    const { apiRequest } = lock(panel, 'other', { type: 'wifi' })
    await panel.apiRequest('tuya.m.device.lock.active.period')
    await apiRequest('tuya.m.device.lock.active.period')
    await apiRequest('tuya.m.device.lock.active.period', { devId })
    expect(calls.map(([, postData]) => postData)).toEqual([{}, { devId: 'other' }, { devId }])
  })
})
