import type { TolerantContract, TolerantReading } from '../../src/core/contract/contract'

/**
 * A reader that the build writes from the schema of a contract (`scripts/readers`). It returns what a tolerant read without
 * drift returns, and throws for any other value, which the codec then reads and reports.
 */
export type GeneratedReader = (value: unknown) => unknown

/** Has a contract read answers with a generated reader first. */
export const withReader = <C extends TolerantContract<unknown>>(
  contract: C,
  reader: GeneratedReader,
): C => {
  const interpreter = contract.readTolerantly
  const readTolerantly = (value: unknown): TolerantReading<unknown> => {
    try {
      return { ok: true, value: reader(value), drift: [] }
    } catch {
      return interpreter.call(contract, value)
    }
  }
  return Object.assign(contract, { readTolerantly })
}
