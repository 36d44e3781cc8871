import type { TYNativeLike, TYSdkLike, TYSdkObjectLike } from '../../core/transport/native-like'
import { type NativeCall, shortCallOf, versionOf } from './native-call'
import { nativeExchange } from './native-exchange'

/** `TYSdk.apiRequest(api, postData, version)`. */
export const promiseStyle =
  (host: TYSdkLike): NativeCall =>
  (request) =>
    nativeExchange(request, ({ success, fail }) => {
      host.apiRequest(request.action, request.params, versionOf(request)).then(success, fail)
    })

/** `TYSdk.apiRequest({ a, postData, v })` of version 2. */
export const objectStyle =
  (host: TYSdkObjectLike): NativeCall =>
  (request) =>
    nativeExchange(request, ({ success, fail }) => {
      host.apiRequest(shortCallOf(request)).then(success, fail)
    })

/** `TYNative.apiRequest({ a, postData, v }, success, fail)`. */
export const callbackStyle =
  (host: TYNativeLike): NativeCall =>
  (request) =>
    nativeExchange(request, ({ success, fail }) =>
      host.apiRequest(shortCallOf(request), success, fail),
    )
