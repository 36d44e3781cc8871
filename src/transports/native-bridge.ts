import type { Family } from '../core/action'
import {
  assertValid,
  type ChecksOf,
  checkedOptions,
  expects,
  optional,
} from '../core/options/check'
import { oneOf, supports } from '../core/options/checks'
import type {
  NativeHost,
  TYNativeLike,
  TYSdkLike,
  TYSdkObjectLike,
  TyLike,
} from '../core/transport/native-like'
import type { Transport } from '../core/transport/transport'
import type { NativeCall } from './native/native-call'
import { atop, highway, highwayRestful } from './native/ty-calls'
import { callbackStyle, objectStyle, promiseStyle } from './native/ty-sdk-calls'

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
  /** The method of `ty` for routes, if it supports both. @default 'restful' */
  readonly routes?: 'restful' | 'highway'
}

/**
 * The panel family through the vendor's app; through `ty` also the open-api family, if the app supports it.
 *
 * `ty` is recognised by `apiRequestByAtop`. `TYSdk` is called as `apiRequest(api, postData, version)`; version 2 needs
 * `style: 'object'`, and `TYNative` with callbacks `style: 'callback'`, because the three cannot be distinguished.
 *
 * A call cannot be aborted, and no host reports whether a failed call was sent. A host that passes parsed values has
 * already lost the digits of a Long beyond 2^53.
 *
 * Throws a `ParamsError` if the host has no such method, or for invalid options.
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
export function nativeBridge(host: NativeHost, options: BridgeOptions = {}): Transport {
  assertValid('nativeBridge', host, isHost, 'host')
  const { style = 'promise', routes } = checkedOptions('nativeBridge', options, checks)
  if (isTy(host)) return bridge('ty', { panel: atop(host), 'open-api': routesOf(host, routes) })
  return bridge(style === 'callback' ? 'TYNative' : 'TYSdk', {
    panel: styles[style](host as TYSdkLike & TYSdkObjectLike & TYNativeLike),
  })
}

const styles = { promise: promiseStyle, object: objectStyle, callback: callbackStyle }

interface BridgeOptions extends TyOptions {
  readonly style?: keyof typeof styles
}

const checks: ChecksOf<BridgeOptions> = {
  style: /*#__PURE__*/ optional(/*#__PURE__*/ oneOf(Object.keys(styles))),
  routes: /*#__PURE__*/ optional(/*#__PURE__*/ oneOf(['restful', 'highway'])),
}

const isHost = /*#__PURE__*/ expects(
  '`TYSdk`, `TYNative` or `ty`: an object with `apiRequest` or `apiRequestByAtop`',
  (host) => supports(host, ['apiRequest']) || supports(host, ['apiRequestByAtop']),
)

const isTy = (host: NativeHost): host is TyLike =>
  typeof (host as Partial<TyLike>).apiRequestByAtop === 'function'

const routesOf = (
  host: TyLike,
  routes: TyOptions['routes'] = 'restful',
): NativeCall | undefined => {
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
