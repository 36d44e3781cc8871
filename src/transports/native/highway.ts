import { expandRoute } from '../../core/route/expand-route'
import type { HighwayMethod, TyLike } from '../../core/transport/native-like'
import { payloadOf } from './native-body'
import type { NativeCall } from './native-call'
import { nativeExchange } from './native-exchange'

/** `ty.apiRequestByHighway`: one `data` for query and body; its answer is `{ data }` with JSON text. */
export const highway =
  (host: Required<Pick<TyLike, 'apiRequestByHighway'>>): NativeCall =>
  (request) =>
    nativeExchange(request, ({ success, fail }) => {
      const { method, path, query, body } = expandRoute(request)
      return host.apiRequestByHighway({
        api: path,
        method: method as HighwayMethod,
        data: { ...query, ...body },
        requestId: request.requestId,
        success: (answer) => success(payloadOf(answer, 'data')),
        fail,
      })
    })
