import { isObject } from '../core/options/check'
import type { DpType } from './dp-definition'

type Fields = Readonly<Record<string, unknown>>

/** The kinds of the hosts and of the thing model, and those of the specification. */
const kinds = /*#__PURE__*/ new Map<unknown, DpType['kind']>([
  ['bool', 'bool'],
  ['boolean', 'bool'],
  ['value', 'value'],
  ['integer', 'value'],
  ['enum', 'enum'],
  ['string', 'string'],
  ['json', 'string'],
  ['bitmap', 'bitmap'],
  ['raw', 'raw'],
])

/** Powers of ten beyond this are no whole numbers of JavaScript. */
const MAX_SCALE = 15

/** The type of a data point; a text is the reason why it could not be read. */
export const readType = (type: unknown, fields: Fields): DpType | string => {
  const kind = kinds.get(isText(type) ? type.toLowerCase() : type)
  switch (kind) {
    case undefined:
      return 'expected a known type'
    case 'value':
      return numberType(fields)
    case 'enum': {
      const { range } = fields
      return Array.isArray(range) && range.length > 0 && range.every(isText)
        ? { kind, range: range as readonly string[] }
        : 'expected a list of texts as range'
    }
    case 'string': {
      const maxLength = wholeOf(fields.maxlen)
      return { kind, ...(maxLength !== undefined && { maxLength }) }
    }
    case 'bitmap': {
      const bits = Array.isArray(fields.label) ? fields.label.length : wholeOf(fields.maxlen)
      return { kind, ...(bits !== undefined && { bits }) }
    }
    default:
      return { kind }
  }
}

const numberType = (fields: Fields): DpType | string => {
  const [min, max] = [wholeOf(fields.min), wholeOf(fields.max)]
  const [step, scale] = [wholeOf(fields.step ?? 1), wholeOf(fields.scale ?? 0)]
  if (min === undefined || max === undefined || min > max) return 'expected min and max'
  if (step === undefined || step < 1) return 'expected a step from 1'
  if (scale === undefined || scale < 0 || scale > MAX_SCALE) return 'expected a scale from 0'
  const { unit } = fields
  return { kind: 'value', min, max, step, scale, unit: isText(unit) ? unit : '' }
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** Some hosts send numbers as text. */
const wholeOf = (value: unknown): number | undefined => {
  const whole = isText(value) && value !== '' ? Number(value) : value
  return Number.isSafeInteger(whole) ? (whole as number) : undefined
}

/** An object, or the JSON text of one; undefined for anything else. */
export const fieldsOf = (value: unknown): Fields | undefined => {
  let read = value
  try {
    if (isText(value)) read = JSON.parse(value)
  } catch {
    return undefined
  }
  return isObject(read) ? (read as Fields) : undefined
}
