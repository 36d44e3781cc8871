import { refuse } from '../refusal'
import { type CheckedBy, type Checks, check } from './check'

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
