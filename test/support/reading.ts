import type { Contract } from '../../src/core/contract/contract'
import { issuesOf } from '../../src/core/errors/issue'

/** What a codec makes of a value: the value inside, or what is wrong with it. */
export type Reading = { readonly value: unknown } | { readonly refused: readonly string[] }

/** Reads a value, in a form that a table of cases can state. */
export const reading = <A>(contract: Contract<A>, value: unknown): Reading => {
  const decoded = contract.decode(value)
  if (decoded._tag === 'Right') return { value: decoded.right }
  return {
    refused: issuesOf(decoded.left).map(({ path, message }) =>
      path === '' ? message : `${path}: ${message}`,
    ),
  }
}

/** Whether a codec refuses a value, whatever it says of it. */
export const refuses = <A>(contract: Contract<A>, value: unknown): boolean =>
  contract.decode(value)._tag === 'Left'
