import { isObject } from '../core/options/check'
import type { DpDefinition, DpDefinitions, DpDrift, DpMode } from './dp-definition'
import { idText } from './dp-ids'
import { fieldsOf, readType } from './read-type'

type Fields = Readonly<Record<string, unknown>>

/** `wr` is the send-only mode of the thing model. */
const modes = /*#__PURE__*/ new Map<string, DpMode>([
  ['ro', 'ro'],
  ['wo', 'wo'],
  ['wr', 'wo'],
  ['rw', 'rw'],
])

/**
 * Reads definitions. `TYSdk` has the fields of the type in the row; `ty` has them in `property`, where `type` of the row is
 * `obj` or `raw`. A row without mode and type has no definition, and is no drift.
 */
export const readDefinitions = (rows: readonly unknown[]): DpDefinitions => {
  const byCode = new Map<string, DpDefinition | undefined>()
  const drift: DpDrift[] = []
  for (const [at, row] of Array.from(rows.entries())) {
    const fields: Fields = isObject(row) ? (row as Fields) : {}
    const code = fields.code ?? fields.dp_code
    if (typeof code !== 'string' || code === '') {
      drift.push({ path: `[${at}]`, message: 'expected a code' })
      continue
    }
    if (fields.mode === undefined && fields.type === undefined && fields.property === undefined)
      continue
    const definition = readDefinition(code, fields)
    const message =
      typeof definition === 'string'
        ? definition
        : byCode.has(code) && 'expected one row for each code'
    if (message !== false) drift.push({ path: code, message })
    // The bounds of one of two rows could be wrong.
    byCode.set(code, typeof definition === 'string' || message !== false ? undefined : definition)
  }
  const definitions: DpDefinition[] = []
  for (const definition of Array.from(byCode.values()))
    if (definition !== undefined) definitions.push(definition)
  return { definitions, drift }
}

const readDefinition = (code: string, row: Fields): DpDefinition | string => {
  const property = fieldsOf(row.property)
  const type =
    property === undefined || row.type === 'raw'
      ? readType(row.type, row)
      : readType(property.type, property)
  if (typeof type === 'string') return type
  const mode = modes.get(String(row.mode))
  if (mode === undefined) return 'expected the mode ro, rw or wo'
  const id = idText(row.id)
  return { ...type, code, mode, ...(id !== undefined && { id }) }
}
