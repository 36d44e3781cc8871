import { ParamsError } from '../errors/params-error'
import type { ErrorOrigin } from '../errors/sdk-error'
import { UnsupportedError } from '../errors/unsupported-error'
import type { TransportRequest } from '../transport/transport'

/** The name of a route, for example `GET /v1.0/devices/{device_id}/users`, with its parameters. */
export type RouteCall = ErrorOrigin & Pick<TransportRequest, 'params' | 'query'>

/** The parts of a request. Only the path is encoded. */
export interface ExpandedRoute {
  readonly method: string
  /** Encoded, without the query. */
  readonly path: string
  readonly query: Readonly<Record<string, unknown>>
  /** `undefined` for a method without a body. */
  readonly body: Readonly<Record<string, unknown>> | undefined
}

const ROUTE = /^([A-Z]+) (\/[^\s?#]+)$/
const PLACE = /\{(\w+)\}/g
const methodsWithBody = ['POST', 'PUT', 'PATCH']
/** A URL parser removes such a segment and the one before it, also if its dots are encoded. */
const VANISHING = /^\.{0,2}$/

/**
 * Parameters in braces go into the path; all others go into the query, or into the body of a POST or PUT unless the
 * action names them as `query`. No value can change the route: one that cannot be encoded is a ParamsError.
 */
export const expandRoute = (call: RouteCall): ExpandedRoute => {
  const [, method, template] = ROUTE.exec(call.action) ?? []
  if (method === undefined || template === undefined)
    throw new UnsupportedError(call, 'its name is not a route such as `GET /v1.0/devices`.')
  const hasBody = methodsWithBody.includes(method)
  const query: Record<string, unknown> = {}
  const body: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(call.params)) {
    if (value === undefined || template.includes(`{${name}}`)) continue
    if (hasBody && call.query?.includes(name) !== true) body[name] = value
    else query[name] = value
  }
  return { method, path: filledPath(call, template), query, body: hasBody ? body : undefined }
}

const filledPath = (call: RouteCall, template: string): string =>
  template
    .split('/')
    .map((segment) => {
      const filled = segment.replace(PLACE, (_, name: string) =>
        encodedSegment(call, name, urlText(call, name, call.params[name])),
      )
      if (filled !== segment && VANISHING.test(filled))
        throw refusal(call, segment.slice(1, -1), 'expected an id: empty or dots change the route')
      return filled
    })
    .join('/')

/** A comma separates the ids of a list and stays unencoded: a server that decodes before it verifies reads the same. */
const encodedSegment = (call: RouteCall, name: string, text: string): string =>
  urlEncoded(call, name, text).replace(/%2C/g, ',')

/** The text of a value in a URL; a value that has none is a ParamsError. */
export const urlText = (call: RouteCall, name: string, value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value)
  throw refusal(call, name, 'expected a text, a number or a flag, because it is part of the URL')
}

export const urlEncoded = (call: RouteCall, name: string, text: string): string => {
  try {
    return encodeURIComponent(text)
  } catch {
    throw refusal(call, name, 'expected valid text: half of a surrogate pair has no UTF-8 encoding')
  }
}

const refusal = (call: RouteCall, path: string, message: string): ParamsError =>
  new ParamsError(call, [{ path, message }])
