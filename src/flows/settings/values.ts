import type { DpDefinition } from '../../data-points/dp-definition'
import type { SettingValue } from './setting'

const hex = /^(?:[\da-f]{2})+$/i
const SMALL = 1e-6

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)

/** The value that a lock reported; undefined for a value of another kind. */
export const reportedValue = (
  definition: DpDefinition,
  reported: unknown,
): SettingValue | undefined => {
  switch (definition.kind) {
    case 'bool':
      return typeof reported === 'boolean' ? reported : undefined
    case 'value':
      return isWhole(reported) ? reported / 10 ** definition.scale : undefined
    case 'enum':
      return definition.range.find((value) => value === reported)
    case 'bitmap':
      return isWhole(reported) && reported >= 0 ? reported : undefined
    case 'raw':
      return typeof reported === 'string' && hex.test(reported) ? reported.toLowerCase() : undefined
    default:
      return typeof reported === 'string' ? reported : undefined
  }
}

/** A value as it is transmitted; or what was expected instead of it. */
export type Transmitted = { readonly wire: SettingValue } | { readonly expected: string }

export const transmittedValue = (definition: DpDefinition, value: unknown): Transmitted => {
  switch (definition.kind) {
    case 'value':
      return transmittedNumber(definition, value)
    case 'bool':
      return typeof value === 'boolean' ? { wire: value } : { expected: 'true or false' }
    case 'enum': {
      const wire = definition.range.find((one) => one === value)
      return wire === undefined ? { expected: `one of ${definition.range.join(', ')}` } : { wire }
    }
    case 'bitmap': {
      const { bits } = definition
      return isWhole(value) && value >= 0 && (bits === undefined || value < 2 ** bits)
        ? { wire: value }
        : { expected: `a whole number of ${bits ?? 'its'} bits` }
    }
    case 'raw':
      return typeof value === 'string' && hex.test(value)
        ? { wire: value.toLowerCase() }
        : { expected: 'hexadecimal text of whole bytes' }
    default: {
      const { maxLength = Number.POSITIVE_INFINITY } = definition
      return typeof value === 'string' && value.length <= maxLength
        ? { wire: value }
        : { expected: `text of at most ${maxLength} characters` }
    }
  }
}

const transmittedNumber = (
  { min, max, step, scale, unit }: Extract<DpDefinition, { kind: 'value' }>,
  value: unknown,
): Transmitted => {
  const factor = 10 ** scale
  const exact = typeof value === 'number' ? value * factor : Number.NaN
  const wire = Math.round(exact)
  // 0.1 + 0.2 is not 0.3.
  return Math.abs(exact - wire) < SMALL && wire >= min && wire <= max && (wire - min) % step === 0
    ? { wire: wire + 0 }
    : {
        expected: `a number from ${min / factor} to ${max / factor} in steps of ${step / factor}${unit === '' ? '' : ` (${unit})`}`,
      }
}
