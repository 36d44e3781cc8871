import type { Contract } from '../../src/core/contract/contract'
import { issuesOf } from '../../src/core/errors/issue'

/** The result of decoding: the decoded value, or the issues. */
export type Reading = { readonly value: unknown } | { readonly refused: readonly string[] }

/** Decodes a value into a result that a table of cases can compare. */
export const reading = <A>(contract: Contract<A>, value: unknown): Reading => {
  const decoded = contract.decode(value)
  if (decoded._tag === 'Right') return { value: decoded.right }
  return {
    refused: issuesOf(decoded.left).map(({ path, message }) =>
      path === '' ? message : `${path}: ${message}`,
    ),
  }
}

/** Whether a codec rejects a value, with any issue. */
export const refuses = <A>(contract: Contract<A>, value: unknown): boolean =>
  contract.decode(value)._tag === 'Left'
