import type { Action } from '../../../src/core/action'
import type { Call, SimulatedRequest } from '../../exchange'
import { jsonObject } from '../json-object'
import { decoded, decodedInQuery, splitPair, urlParts } from './url'

type Params = Readonly<Record<string, unknown>>

/** The fields of an action that determine its route. */
export type RoutedAction = Pick<Action, 'name' | 'family' | 'query'>

/** Every path of the vendor's REST interface begins with its version. */
const VERSIONED = /^\/v\d+\.\d+\//
export const isRoute = ({ path }: SimulatedRequest): boolean => VERSIONED.test(path)
const PATH_PARAM = /^\{(\w+)\}$/
const methodsWithBody = ['POST', 'PUT', 'PATCH']

/**
 * The call of a request to a route: the names in braces of an action are read from the path. A GET
 * may have parameters in a body, as in a sample of document 000; those of a POST are in the body unless the action
 * puts them in the URL.
 */
export const callOf = (
  { method, path: url, headers, body }: SimulatedRequest,
  actions: readonly RoutedAction[],
): Call | undefined => {
  if (!VERSIONED.test(url)) return undefined
  const { path, query } = urlParts(url)
  for (const action of actions) {
    const inPath = pathParamsOf(action.name, `${method} ${path}`)
    if (inPath === undefined) continue
    const inQuery = Object.fromEntries(
      query.map((pair) => {
        const [name, value = ''] = splitPair(pair)
        return [decodedInQuery(name), decodedInQuery(value)]
      }),
    )
    const inBody = jsonObject(body)
    const isInUrl = ([name]: [string, unknown]) => action.query?.includes(name) === true
    const others = methodsWithBody.includes(method)
      ? {
          ...Object.fromEntries(Object.entries(inBody).filter((entry) => !isInUrl(entry))),
          ...Object.fromEntries(Object.entries<unknown>(inQuery).filter(isInUrl)),
        }
      : { ...inBody, ...inQuery }
    return { family: 'open-api', action: action.name, params: { ...others, ...inPath } }
  }
  // An unsigned request may be a call of the mini-program family, which accepts any path.
  return headers.client_id === undefined
    ? undefined
    : { family: 'open-api', action: `${method} ${path}`, params: {} }
}

/** The values of a path template; undefined if the path does not match. */
const pathParamsOf = (template: string, route: string): Params | undefined => {
  const [expected, actual] = [template.split('/'), route.split('/')]
  if (expected.length !== actual.length) return undefined
  const pathParams: Record<string, string> = {}
  for (const [index, segment] of expected.entries()) {
    const value = actual[index] ?? ''
    const name = PATH_PARAM.exec(segment)?.[1]
    if (name === undefined ? segment !== value : value === '') return undefined
    if (name !== undefined) pathParams[name] = decoded(value)
  }
  return pathParams
}

/** The request by which a client calls a route, not yet signed. */
export const requestOf = (
  { action: name, params }: Call,
  actions: readonly RoutedAction[],
): SimulatedRequest => {
  const [method = '', template = ''] = name.split(' ')
  const inUrl = actions.find((action) => action.name === name)?.query ?? []
  const hasBody = methodsWithBody.includes(method)
  const others = Object.entries(params).filter(([field]) => !template.includes(`{${field}}`))
  const isInQuery = ([field]: [string, unknown]) => !hasBody || inUrl.includes(field)
  const query = others
    .filter(isInQuery)
    .map((pair) => pair.map((part) => encodeURIComponent(String(part))).join('='))
  const path = template.replace(/\{(\w+)\}/g, (_, field: string) =>
    encodeURIComponent(String(params[field] ?? '')),
  )
  return {
    method,
    path: query.length === 0 ? path : `${path}?${query.join('&')}`,
    headers: hasBody ? { 'content-type': 'application/json' } : {},
    body: hasBody
      ? JSON.stringify(Object.fromEntries(others.filter((entry) => !isInQuery(entry))))
      : '',
  }
}
