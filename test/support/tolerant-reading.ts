import type { Contract } from '../../src/core/contract/contract'
import { issuesOf } from '../../src/core/errors/issue'

type Read = Required<Contract<unknown>>['readTolerantly']
export type TolerantCodec = Contract<unknown> & { readonly readTolerantly: Read }

/** What a caller sees of a tolerant reading: the value, whether it is the same reference, and every report. */
export const readingOf = (contract: Pick<TolerantCodec, 'readTolerantly'>, value: unknown) => {
  try {
    const read = contract.readTolerantly(value)
    return read.ok
      ? {
          value: read.value,
          isSame: read.value === value,
          drift: issuesOf(read.drift),
          counts: read.drift.map(({ count }) => count),
        }
      : { refused: issuesOf(read.errors) }
  } catch (error) {
    return { thrown: String(error) }
  }
}

/** A contract to which a test can add a reader; the original stays as it is. */
export const copyOf = <C extends object>(contract: C): C =>
  Object.assign(Object.create(Object.getPrototypeOf(contract)), contract) as C
