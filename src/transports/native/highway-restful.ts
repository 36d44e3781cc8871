import { expandRoute } from '../../core/route/expand-route'
import type { HighwayMethod, TyLike } from '../../core/transport/native-like'
import { payloadOf } from './native-body'
import type { NativeCall } from './native-call'
import { nativeExchange } from './native-exchange'

/** `ty.apiRequestByHighwayRestful`: separate query and body; its answer is `{ result }`, already parsed. */
export const highwayRestful =
  (host: Required<Pick<TyLike, 'apiRequestByHighwayRestful'>>): NativeCall =>
  (request) =>
    nativeExchange(request, ({ success, fail }) => {
      const { method, path, query, body } = expandRoute(request)
      return host.apiRequestByHighwayRestful({
        api: path,
        method: method as HighwayMethod,
        query,
        ...(body && { body }),
        success: (answer) => success(payloadOf(answer, 'result')),
        fail,
      })
    })
