import type { TyLike } from '../../core/transport/native-like'
import { payloadOf } from './native-body'
import { type NativeCall, versionOf } from './native-call'
import { nativeExchange } from './native-exchange'

/** `ty.apiRequestByAtop`; its answer is `{ data }` with JSON text. */
export const atop =
  (host: TyLike): NativeCall =>
  (request) =>
    nativeExchange(request, ({ success, fail }) =>
      host.apiRequestByAtop({
        api: request.action,
        version: versionOf(request),
        postData: request.params,
        success: (answer) => success(payloadOf(answer, 'data', 'thing_json_')),
        fail,
      }),
    )
