import type { DpDefinition, DpDefinitions } from './dp-definition'
import { dpIds } from './dp-ids'
import { readDefinitions } from './read-definitions'

/** What a host reports about the values of a data point; read tolerantly. */
interface DescribedRow {
  /** `ro`, `rw` or `wo`; see `DpMode`. */
  readonly mode?: unknown
  /** The type of the values, in the words of the host, such as `enum`. */
  readonly type?: unknown
  /** The fields of the type, in `getDeviceInfo` of `ty`; may be JSON text. */
  readonly property?: unknown
  /** The smallest number, as transmitted. */
  readonly min?: unknown
  /** The largest number, as transmitted. */
  readonly max?: unknown
  /** The distance between two numbers, as transmitted. */
  readonly step?: unknown
  /** The number of decimal places. */
  readonly scale?: unknown
  /** The unit of a number after it was divided by its scale. */
  readonly unit?: unknown
  /** The values of an enumeration. */
  readonly range?: unknown
  /** The longest text, or the number of bits. */
  readonly maxlen?: unknown
  /** The names of the bits; their count is the number of bits. */
  readonly label?: unknown
}

/** One data point of a lock, from `doorLock.getAvailableInstructions` or from a host's schema. */
export type DpRow =
  | {
      /** The code of the data point. */
      readonly dp_code: string
      /** The id of the data point on this lock. */
      readonly dp_id: number
    }
  | ({
      /** The code of the data point. */
      readonly code: string
      /** The id of the data point on this lock. */
      readonly id: number | string
    } & DescribedRow)

/** The codes and ids of one lock. */
export interface DpSchema {
  /** Returns the id of a code on this lock; undefined if the lock does not have the code. */
  idOf(code: string): string | undefined
  /** Returns the code of an id on this lock; undefined if the lock does not have the id. */
  codeOf(id: string): string | undefined
  /** Absent or empty if the source has ids only. */
  readonly definitions?: readonly DpDefinition[]
}

/** A schema with the definitions of the data points, and the rows that could not be read. */
export type TypedDpSchema = DpSchema & DpDefinitions

/**
 * Creates a schema from the rows of a host: the list `schema` of `getDeviceInfo` of `ty`, or the values of `schema` of
 * `TYSdk.devInfo`. A code with two ids is treated as unknown, because the wrong id could trigger another function. A row that
 * cannot be read costs that row: it stands in `drift`.
 *
 * @example
 * ```ts
 * const rows = [{ code: 'beep_volume', id: 31, mode: 'rw', type: 'enum', range: ['mute', 'high'] }]
 * const { definitions, drift, idOf } = dpSchema(rows)
 * const id = idOf('beep_volume') // '31'
 * ```
 */
export const dpSchema = (rows: readonly DpRow[]): TypedDpSchema => ({
  ...dpIds(rows),
  ...readDefinitions(rows),
})
