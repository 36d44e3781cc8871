import type { DpDefinition, DpDefinitions } from './dp-definition'
import { dpIds } from './dp-ids'
import { readDefinitions } from './read-definitions'

/** What a host tells about the values of a data point; read tolerantly. */
interface DescribedRow {
  readonly mode?: unknown
  readonly type?: unknown
  /** The fields of the type, in `getDeviceInfo` of `ty`; may be JSON text. */
  readonly property?: unknown
  readonly min?: unknown
  readonly max?: unknown
  readonly step?: unknown
  readonly scale?: unknown
  readonly unit?: unknown
  readonly range?: unknown
  readonly maxlen?: unknown
  readonly label?: unknown
}

/** One data point of a lock, from `doorLock.getAvailableInstructions` or from a host's schema. */
export type DpRow =
  | { readonly dp_code: string; readonly dp_id: number }
  | ({ readonly code: string; readonly id: number | string } & DescribedRow)

/** The codes and ids of one lock. */
export interface DpSchema {
  idOf(code: string): string | undefined
  codeOf(id: string): string | undefined
  /** Absent or empty if the source tells ids only. */
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
