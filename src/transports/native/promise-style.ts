import type { TYSdkLike } from '../../core/transport/native-like'
import { type NativeCall, versionOf } from './native-call'
import { nativeExchange } from './native-exchange'

/** `TYSdk.apiRequest(api, postData, version)`. */
export const promiseStyle =
  (host: TYSdkLike): NativeCall =>
  (request) =>
    nativeExchange(request, ({ success, fail }) => {
      host.apiRequest(request.action, request.params, versionOf(request)).then(success, fail)
    })
