import type { TYSdkObjectLike } from '../../core/transport/native-like'
import { type NativeCall, shortCallOf } from './native-call'
import { nativeExchange } from './native-exchange'

/** `TYSdk.apiRequest({ a, postData, v })` of version 2. */
export const objectStyle =
  (host: TYSdkObjectLike): NativeCall =>
  (request) =>
    nativeExchange(request, ({ success, fail }) => {
      host.apiRequest(shortCallOf(request)).then(success, fail)
    })
