import type { DpValues } from './data-points'
import type { DpSchema } from './dp-schema'
import { unknownCode } from './publish'

/** Converts codes to the ids of the lock; throws an UnsupportedError for an unknown code. */
export const byId = (dps: DpValues, schema: DpSchema): DpValues => {
  const named: Record<string, unknown> = {}
  for (const [code, value] of Object.entries(dps)) {
    const id = schema.idOf(code)
    if (id === undefined) throw unknownCode(dps, code)
    named[id] = value
  }
  return named
}

/** Converts ids to codes; ids that the schema does not contain are skipped. */
export const byCode = (dps: DpValues | null | undefined, schema: DpSchema): DpValues => {
  const named: Record<string, unknown> = {}
  for (const [id, value] of Object.entries(dps ?? {})) {
    const code = schema.codeOf(id)
    if (code !== undefined) named[code] = value
  }
  return named
}
