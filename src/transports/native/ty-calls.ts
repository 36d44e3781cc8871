import { expandRoute } from '../../core/route/expand-route'
import type { HighwayMethod, TyLike } from '../../core/transport/native-like'
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

/** The payload of an answer of `ty`, under the first present name; older apps pass the payload itself. */
const payloadOf = (answer: unknown, ...names: readonly string[]): unknown => {
  if (typeof answer !== 'object' || answer === null) return answer
  const fields = answer as Readonly<Record<string, unknown>>
  const name = names.find((candidate) => fields[candidate] !== undefined)
  return name === undefined ? answer : fields[name]
}
