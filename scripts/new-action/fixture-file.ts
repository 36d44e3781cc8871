import { type Description, placeholdersIn } from './description'

/** A time in samples. */
const SAMPLE_TIME_MS = 1_790_000_000_000

const typeNames: Readonly<Record<string, string>> = {
  string: 'String',
  number: 'Integer',
  boolean: 'Boolean',
  object: 'Object',
}
const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value)
const typeOf = (value: unknown): string =>
  Array.isArray(value) ? 'List' : (typeNames[typeof value] ?? 'String')

const linesOf = (value: unknown): readonly string[] =>
  JSON.stringify(value, null, 1)
    .split('\n')
    .map((line) => line.trim())

/** Where a route has a parameter. */
const placeIn = (name: string, parameter: string) => {
  if (placeholdersIn(name).includes(parameter)) return 'path' as const
  return /^(GET|DELETE) /.test(name) ? ('query' as const) : ('body' as const)
}

const requestLines = (description: Description, params: Readonly<Record<string, unknown>>) => {
  const { name } = description
  const fieldsAt = (place: string) =>
    Object.fromEntries(Object.entries(params).filter(([key]) => placeIn(name, key) === place))
  const path = name.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key]))
  const query = new URLSearchParams(
    Object.fromEntries(
      Object.entries(fieldsAt('query')).map(([key, value]) => [key, String(value)]),
    ),
  ).toString()
  const body = fieldsAt('body')
  return [
    query === '' ? path : `${path}?${query}`,
    ...(Object.keys(body).length > 0 ? linesOf(body) : []),
  ]
}

interface Field {
  readonly path: string
  readonly types: readonly string[]
  readonly required?: boolean
}

const fieldsOf = (path: string, value: unknown): readonly Field[] => {
  const own = { path: path === '' ? '$' : path, types: [`${kindOf(value)} in sample`] }
  const field = path === '' ? own : { ...own, required: true }
  if (Array.isArray(value))
    return [field, ...childrenOf(`${path}[]`, typeof value[0] === 'object' ? value[0] : {})]
  return typeof value === 'object' && value !== null ? [field, ...childrenOf(path, value)] : [field]
}

const childrenOf = (path: string, value: object): readonly Field[] =>
  Object.entries(value).flatMap(([key, child]) =>
    fieldsOf(path === '' ? key : `${path}.${key}`, child),
  )

/** The fixture of the operation, with the sample as it was described. */
export const fixtureFile = (description: Description): string => {
  const { name, source, result } = description
  const given = { ...description.params, ...description.optionalParams }
  // A URL has only text.
  const params: Readonly<Record<string, unknown>> = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      placeIn(name, key) === 'body' ? value : String(value),
    ]),
  )
  const answer = { result, success: true, t: SAMPLE_TIME_MS }
  const fixture = {
    operation: name,
    source,
    request: {
      values: 'invented',
      verbatim: requestLines(description, params),
      repaired: params,
      repairs: [],
    },
    requestComplete: true,
    missing: [],
    response: { values: 'invented', verbatim: linesOf(answer), repaired: answer, repairs: [] },
    documented: {
      params: Object.entries(given).map(([key, value]) => ({
        name: key,
        type: typeOf(value),
        required: key in description.params,
        in: placeIn(name, key),
      })),
      result: fieldsOf('', result),
    },
    decoded: result,
  }
  return `${JSON.stringify(fixture, null, 2)}\n`
}
