import type { TolerantContract } from '../../src/core/contract/contract'

/**
 * A reader that the build writes from the schema of a contract (`scripts/readers`). It returns what a tolerant read without
 * drift returns, or undefined for any other value, which the codec then reads and reports.
 */
export type GeneratedReader<A> = (value: unknown) => A | undefined

/** Has a contract read answers with a generated reader first. */
export const withReader = <C extends TolerantContract<unknown>>(
  contract: C,
  reader: GeneratedReader<unknown>,
): C => {
  const interpreter = contract.readTolerantly
  const readTolerantly: typeof interpreter = (value) => {
    const read = reader(value)
    return read === undefined
      ? interpreter.call(contract, value)
      : { ok: true, value: read, drift: [] }
  }
  return Object.assign(contract, { readTolerantly })
}
