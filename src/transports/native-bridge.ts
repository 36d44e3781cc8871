import type { Family } from '../core/action'
import type {
  NativeHost,
  TYNativeLike,
  TYSdkLike,
  TYSdkObjectLike,
  TyLike,
} from '../core/transport/native-like'
import type { Transport } from '../core/transport/transport'
import { atop } from './native/atop'
import { callbackStyle } from './native/callback-style'
import { highway } from './native/highway'
import { highwayRestful } from './native/highway-restful'
import type { NativeCall } from './native/native-call'
import { objectStyle } from './native/object-style'
import { promiseStyle } from './native/promise-style'

/**
 * Options of `nativeBridge` for `ty`.
 *
 * @example
 * ```ts
 * const options: TyOptions = { routes: 'highway' }
 * const bridge = nativeBridge(simulator.asTy(), options)
 * ```
 */
export interface TyOptions {
  /** The method of `ty` for routes, if it supportsMethod both. @default 'restful' */
  readonly routes?: 'restful' | 'highway'
}

/**
 * The panel family through the vendor's app; through `ty` also the open-api family, if the app supports it.
 *
 * `ty` is recognised by `apiRequestByAtop`. `TYSdk` is called as `apiRequest(api, postData, version)`; version 2 needs
 * `style: 'object'`, and `TYNative` with callbacks `style: 'callback'`, because the three cannot be distinguished.
 *
 * A call cannot be aborted, and no host reports whether a failed call was sent. A host that passes parsed values supportsMethod
 * already lost the digits of a Long beyond 2^53.
 *
 * @example
 * ```ts
 * const devicePanel = createPanel({ actions: panelActions, transport: nativeBridge(simulator.asTYSdk()) })
 * const count = await devicePanel.apiRequest('tuya.m.device.member.count', { devId: frontDoor.deviceId })
 * ```
 */
export function nativeBridge(host: TyLike, options?: TyOptions): Transport
export function nativeBridge(host: TYSdkLike, options?: { readonly style: 'promise' }): Transport
export function nativeBridge(
  host: TYSdkObjectLike,
  options: { readonly style: 'object' },
): Transport
export function nativeBridge(host: TYNativeLike, options: { readonly style: 'callback' }): Transport
export function nativeBridge(
  host: NativeHost,
  options: TyOptions & { readonly style?: keyof typeof styles } = {},
): Transport {
  if (isTy(host)) return bridge('ty', { panel: atop(host), 'open-api': routesOf(host, options) })
  const { style = 'promise' } = options
  return bridge(style === 'callback' ? 'TYNative' : 'TYSdk', {
    panel: styles[style](host as TYSdkLike & TYSdkObjectLike & TYNativeLike),
  })
}

const styles = { promise: promiseStyle, object: objectStyle, callback: callbackStyle }

const isTy = (host: NativeHost): host is TyLike =>
  typeof (host as Partial<TyLike>).apiRequestByAtop === 'function'

const routesOf = (host: TyLike, { routes = 'restful' }: TyOptions): NativeCall | undefined => {
  const restful = supportsMethod(host, 'apiRequestByHighwayRestful')
    ? highwayRestful(host)
    : undefined
  const plain = supportsMethod(host, 'apiRequestByHighway') ? highway(host) : undefined
  return routes === 'restful' ? (restful ?? plain) : (plain ?? restful)
}

const supportsMethod = <Name extends keyof TyLike>(
  host: TyLike,
  name: Name,
): host is TyLike & Required<Pick<TyLike, Name>> => typeof host[name] === 'function'

const bridge = (
  name: string,
  calls: { readonly [Name in Family]?: NativeCall | undefined },
): Transport => ({
  name,
  families: (Object.keys(calls) as Family[]).filter((family) => calls[family] !== undefined),
  send: (request) => {
    const call = calls[request.family]
    if (call === undefined)
      throw new TypeError(`${name} does not support the family ${request.family}`)
    return call(request)
  },
})
