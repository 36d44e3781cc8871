import { refuse } from '../refusal'
import { type Check, type CheckedBy, type Checks, check } from './check'

type Values = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads every field. Unknown fields are refused, to find misspelt parameters. */
export const readObject = <C extends Checks>(
  checks: C,
  values: Values,
  prefix = '',
): CheckedBy<C> => {
  for (const field of Object.keys(values))
    if (!Object.hasOwn(checks, field)) refuse('param is illegal', `unknown ${prefix}${field}`)
  return Object.fromEntries(
    Object.entries(checks).map(([field, rule]) => [
      field,
      rule.read(values[field], `${prefix}${field}`),
    ]),
  ) as CheckedBy<C>
}

/** One object. */
export const objectOf = <C extends Checks>(checks: C) =>
  check<CheckedBy<C>>(isObject, (value: Values, field) => readObject(checks, value, `${field}.`))

/** List of objects, not one object in place of a list. */
export const listOf = <C extends Checks>(checks: C) =>
  check<readonly CheckedBy<C>[]>(Array.isArray, (values: readonly unknown[], field) =>
    values.map((value, index) =>
      isObject(value)
        ? readObject(checks, value, `${field}[${index}].`)
        : refuse('param type error', `${field}[${index}]`),
    ),
  )

/** List of plain values. */
export const itemsOf = <T>(item: Check<T>) =>
  check<readonly T[]>(Array.isArray, (values: readonly unknown[], field) =>
    values.map((value, index) => item.read(value, `${field}[${index}]`)),
  )

/** String that holds JSON. */
export const jsonText = <T>(inner: Check<T>): Check<T> =>
  check<T>(
    (value) => typeof value === 'string',
    (value: string, name) => inner.read(parsed(value, name), name),
  )

const parsed = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return refuse('param is illegal', name)
  }
}
