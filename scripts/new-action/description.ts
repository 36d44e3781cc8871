import type { LockType, Safety } from '../../src/core/action'
import { isObject } from '../../src/core/options/check'

/** A route of the open API as a person describes it: what was seen of it, with invented values. */
export interface Description {
  /** The method and the path, such as `GET /v1.0/devices/{device_id}/battery`. */
  readonly name: string
  /** The name of the constant, such as `getBattery`. */
  readonly as: string
  /** The folder below `actions/open-api`. */
  readonly group: Group
  /** One sentence: what the operation does. */
  readonly summary: string
  readonly safety: Safety
  readonly locks: readonly LockType[]
  /** For a command: the operation that shows whether it was executed. */
  readonly check?: string
  readonly source: {
    readonly confidence: 'A' | 'B'
    readonly seen: readonly string[]
    readonly pages?: readonly string[]
    readonly projects?: readonly string[]
  }
  /** Parameters that every call has, with values. */
  readonly params: Readonly<Record<string, unknown>>
  readonly optionalParams?: Readonly<Record<string, unknown>>
  /** The result within the envelope. */
  readonly result: unknown
}

/** Where the tests of each group of routes have the rest. */
export const groups = {
  devices: { fixtures: 'open-api-device', examples: 'device-routes' },
  'lock-records': { fixtures: 'open-api-lock', examples: 'lock-routes' },
  media: { fixtures: 'open-api-lock', examples: 'lock-routes' },
  'offline-passwords': { fixtures: 'open-api-lock', examples: 'lock-routes' },
  'temporary-passwords': { fixtures: 'open-api-lock', examples: 'lock-routes' },
  tickets: { fixtures: 'open-api-lock', examples: 'lock-routes' },
  unlocking: { fixtures: 'open-api-lock', examples: 'lock-routes' },
} as const

export type Group = keyof typeof groups

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''
const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(isText)

const safeties: readonly unknown[] = ['read', 'idempotent', 'once'] satisfies readonly Safety[]

/** What each field must be; a field that is not here is not read. */
const fields: Readonly<Record<keyof Description, readonly [string, (value: unknown) => boolean]>> =
  {
    name: [
      'a route, such as `GET /v1.0/devices/{device_id}/battery`',
      (value) => /^(GET|POST|PUT|DELETE) \/\S+$/.test(String(value)),
    ],
    as: ['a name in camel case', (value) => /^[a-z][a-zA-Z0-9]+$/.test(String(value))],
    group: [`one of ${Object.keys(groups).join(', ')}`, (value) => String(value) in groups],
    summary: ['a sentence that ends with a full stop', (value) => /\S\.$/.test(String(value))],
    safety: ['read, idempotent or once', (value) => safeties.includes(value)],
    locks: ['a list of lock types', isTexts],
    check: ['the name of an operation', (value) => value === undefined || isText(value)],
    source: [
      '{"confidence": "A" or "B", "seen": ["vendor page", "clients", "answers"]}, with "pages" or "projects"',
      (value) =>
        isObject(value) &&
        (value.confidence === 'A' || value.confidence === 'B') &&
        isTexts(value.seen) &&
        (isTexts(value.pages) || isTexts(value.projects)),
    ],
    params: ['an object with a value for each parameter', isObject],
    optionalParams: ['an object', (value) => value === undefined || isObject(value)],
    result: ['the result of a sample answer', (value) => value !== undefined && value !== null],
  }

/** Reads the text of a description. Throws an error with everything that is wrong. */
export const readDescription = (text: string): Description => {
  const value: unknown = JSON.parse(text)
  if (!isObject(value)) throw new Error('The description is no JSON object.')
  const problems = Object.entries(fields)
    .filter(([field, [, isValid]]) => !isValid(value[field]))
    .map(([field, [expected]]) => `${field}: expected ${expected}`)
  const description = value as unknown as Description
  if (problems.length === 0)
    for (const placeholder of placeholdersIn(description.name))
      if (!Object.keys(description.params).includes(placeholder))
        problems.push(`params: expected ${placeholder}, which the route has in its path`)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return description
}

export const placeholdersIn = (name: string): readonly string[] =>
  [...name.matchAll(/\{(\w+)\}/g)].map(([, placeholder = '']) => placeholder)
