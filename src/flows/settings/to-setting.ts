import type { DpDefinition } from '../../data-points/dp-definition'
import type { Setting, SettingBase } from './setting'
import { nameOf } from './setting-names'
import { reportedValue } from './values'

/** A row of `list()`: the definition in its unit, with the last reported value. */
export const toSetting = (definition: DpDefinition, reported: unknown): Setting => {
  const { code, id, mode, kind } = definition
  const name = nameOf(code)
  const base: SettingBase = {
    code,
    isWritable: mode !== 'ro',
    ...(id !== undefined && { id }),
    ...(name !== undefined && { name }),
  }
  const value = reportedValue(definition, reported)
  const shared = { ...base, kind, ...(value !== undefined && { value }) }
  return { ...shared, ...boundsOf(definition) } as Setting
}

const boundsOf = (definition: DpDefinition) => {
  switch (definition.kind) {
    case 'value': {
      const { min, max, step, scale, unit } = definition
      const factor = 10 ** scale
      return { min: min / factor, max: max / factor, step: step / factor, unit }
    }
    case 'enum':
      return { range: definition.range }
    case 'string':
      return definition.maxLength !== undefined && { maxLength: definition.maxLength }
    case 'bitmap':
      return definition.bits !== undefined && { bits: definition.bits }
    default:
      return {}
  }
}
