import { observeOn, type SchedulerLike } from 'rxjs'
import type { DeviceLink } from '../hardware/device-link'
import type { Exchange } from '../wx/fake-wx'
import { type AppOutcome, outcomeOf } from './app-outcome'
import { apiRequestOf } from './app-request'
import type { DeviceInfo } from './device-info'
import { type FakeEventEmitter, fakeEventEmitter } from './fake-event-emitter'

type Fields = Readonly<Record<string, unknown>>

interface ShortCall {
  /** The name of the API. */
  readonly a: string
  /** The version of the API. */
  readonly v?: string
  /** The parameters of the API. */
  readonly postData: Fields
}

/**
 * The options of `simulator.asTYSdk`.
 *
 * @example
 * ```ts
 * const options: Pick<FakeTYSdkOptions, 'results'> = { results: 'text' }
 * const devicePanel = createPanel({ actions: allActions, transport: nativeBridge(simulator.asTYSdk(options)), clock })
 * const count = await devicePanel.apiRequest('tuya.m.device.member.count', { devId: frontDoor.deviceId })
 * devicePanel.close()
 * ```
 */
export interface FakeTYSdkOptions {
  /** Some apps return the result as JSON text. @default 'value' */
  readonly results?: 'value' | 'text'
  /** The lock of the panel; required to publish data points. */
  readonly device?: DeviceLink
  /** What the app tells about that lock, read at each access. */
  readonly deviceInfo?: () => DeviceInfo
}

type CallbackRequest = (
  call: ShortCall,
  success: (result: unknown) => void,
  fail: (failure: unknown) => void,
) => void

/** The part of `TYSdk` that a lock panel uses, in all of its three calling styles. */
export interface FakeTYSdk {
  /** The current `TYSdk.apiRequest`. */
  apiRequest(api: string, postData: Fields, version?: string): Promise<unknown>
  /** `TYSdk` of version 2, which takes one object. */
  readonly version2: {
    /** Sends an API of the panel family, whose name and parameters are in one object. */
    apiRequest(call: ShortCall): Promise<unknown>
  }
  /** `TYNative`; `apiRNRequest` is its name in the vendor's own panels. */
  readonly native: Readonly<Record<'apiRequest' | 'apiRNRequest', CallbackRequest>>
  /** The lock of the panel, its data points and their last reported values; without a lock undefined. */
  readonly devInfo: DeviceInfo | undefined
  /** The data points of the panel's lock. */
  readonly device: {
    /** Sends values by code; resolves when the app has accepted them, and rejects if it cannot reach the lock. */
    putDeviceData(dps: Fields): Promise<{ readonly success: true }>
    /** Returns the id of a code, or the code of an id; undefined if the lock does not have it. */
    checkDpExist(codeOrId: string): string | undefined
    /** A number as text. */
    getDpIdByCode(code: string): string | undefined
    /** The code of an id; undefined if the lock does not have it. */
    getDpCodeById(id: string): string | undefined
    /** The same as `devInfo`. */
    getDeviceInfo(): Promise<DeviceInfo | undefined>
  }
  /** The events of `TYSdk`, such as `deviceDataChange`. */
  readonly event: FakeEventEmitter
}

/**
 * A `TYSdk` that behaves as the vendor's kit: results without their envelope, failures of one level, data points by
 * code. It omits unknown data points of a command without an error, and `{ success: true }` means only that the app has
 * accepted the command.
 */
export const fakeTYSdk = (
  exchange: Exchange,
  scheduler: SchedulerLike,
  { results = 'value', device, deviceInfo }: FakeTYSdkOptions = {},
): FakeTYSdk => {
  const event = fakeEventEmitter()
  const ids = new Map(device?.schema.map(({ dp_code, dp_id }) => [dp_code, String(dp_id)]))
  const codes = new Map(device?.schema.map(({ dp_code, dp_id }) => [String(dp_id), dp_code]))
  device?.reports$.pipe(observeOn(scheduler)).subscribe((dps) => {
    // The kit uses the code `undefined` for data points that its schema does not contain.
    const payload = Object.fromEntries(
      Object.entries(dps).map(([id, value]) => [String(codes.get(id)), value]),
    )
    event.emit('deviceDataChange', { type: 'dpData', payload })
  })

  const request = ({ a, v = '1.0', postData }: ShortCall): Promise<unknown> =>
    new Promise((resolve, reject) => {
      exchange(apiRequestOf(a, v, postData, device?.deviceId))
        .pipe(observeOn(scheduler))
        .subscribe((answer) => settle(outcomeOf(answer), results, resolve, reject))
    })
  const withCallbacks: CallbackRequest = (call, success, fail) => {
    request(call).then(success, (failure) => fail(JSON.stringify(failure)))
  }
  const checkDpExist = (codeOrId: string) => ids.get(codeOrId) ?? codes.get(codeOrId)

  return {
    apiRequest: (a, postData, v = '1.0') => request({ a, v, postData }),
    version2: { apiRequest: request },
    native: { apiRequest: withCallbacks, apiRNRequest: withCallbacks },
    get devInfo() {
      return deviceInfo?.()
    },
    device: {
      checkDpExist,
      getDpIdByCode: (code) => ids.get(code),
      getDpCodeById: (id) => codes.get(id),
      getDeviceInfo: async () => deviceInfo?.(),
      putDeviceData: async ({ option: _, ...dps }) => {
        const known = Object.entries(dps).filter(([name]) => checkDpExist(name) !== undefined)
        if (known.length === 0) throw { error: 'param error' }
        const byId = known.map(([name, value]) => [ids.get(name) ?? name, value])
        if (device?.publish(Object.fromEntries(byId)) !== true)
          throw { message: 'the device is offline' }
        return { success: true }
      },
    },
    event,
  }
}

const settle = (
  outcome: AppOutcome,
  results: 'value' | 'text',
  resolve: (result: unknown) => void,
  reject: (failure: unknown) => void,
): void => {
  if (outcome.kind === 'result')
    resolve(results === 'text' ? outcome.text : JSON.parse(outcome.text))
  else if (outcome.kind === 'refusal')
    reject({ errorCode: String(outcome.code), errorMsg: outcome.msg, message: outcome.msg })
  else reject({ errorCode: 'NETWORK_ERROR', message: 'network request error' })
}
