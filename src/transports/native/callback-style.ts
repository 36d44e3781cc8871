import type { TYNativeLike } from '../../core/transport/native-like'
import { type NativeCall, shortCallOf } from './native-call'
import { nativeExchange } from './native-exchange'

/** `TYNative.apiRequest({ a, postData, v }, success, fail)`. */
export const callbackStyle =
  (host: TYNativeLike): NativeCall =>
  (request) =>
    nativeExchange(request, ({ success, fail }) =>
      host.apiRequest(shortCallOf(request), success, fail),
    )
