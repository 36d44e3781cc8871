import type { DpValues } from './data-points'
import type { DpSchema } from './dp-schema'
import { unknownCode } from './publish'

/** By the ids of the lock; fails with an UnsupportedError for a code that it does not have. */
export const byId = (dps: DpValues, schema: DpSchema): DpValues => {
  const named: Record<string, unknown> = {}
  for (const [code, value] of Object.entries(dps)) {
    const id = schema.idOf(code)
    if (id === undefined) throw unknownCode(dps, code)
    named[id] = value
  }
  return named
}

/** By codes; what the schema does not name is left out. */
export const byCode = (dps: DpValues = {}, schema: DpSchema): DpValues => {
  const named: Record<string, unknown> = {}
  for (const [id, value] of Object.entries(dps)) {
    const code = schema.codeOf(id)
    if (code !== undefined) named[code] = value
  }
  return named
}
