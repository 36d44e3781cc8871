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

export interface TyOptions {
  /** Which of its two ways for routes `ty` is asked for where it has both. @default 'restful' */
  readonly routes?: 'restful' | 'highway'
}

/**
 * Speaks the panel family through the app that the panel runs in; through `ty`, where it can, the open-api family too.
 *
 * `ty` is known by its `apiRequestByAtop`. `TYSdk` is called as `apiRequest(api, postData, version)`; version 2 wants
 * `style: 'object'`, and `TYNative`, which takes callbacks, `style: 'callback'`: the three look alike from outside.
 *
 * Nothing can be aborted, and no host says where a call certainly never left. A host that hands over parsed values has
 * lost the digits of a Long beyond 2^53 already.
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
  const restful = has(host, 'apiRequestByHighwayRestful') ? highwayRestful(host) : undefined
  const plain = has(host, 'apiRequestByHighway') ? highway(host) : undefined
  return routes === 'restful' ? (restful ?? plain) : (plain ?? restful)
}

const has = <Name extends keyof TyLike>(
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
    if (call === undefined) throw new TypeError(`${name} does not speak ${request.family}`)
    return call(request)
  },
})
