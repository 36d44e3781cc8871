import { seed } from '../../../simulator'

/** Expressions by the value that they stand for. */
export type Expressions = ReadonlyMap<unknown, string>

/** The ids of the seed, which the setup of the guide imports. */
export const seedExpressions: Expressions = new Map([
  ...Object.entries(seed.locks).map(([name, { id }]) => [id, `seed.locks.${name}.id`] as const),
  ...Object.entries(seed.members).map(
    ([name, { uid }]) => [uid, `seed.members.${name}.uid`] as const,
  ),
])

const WIDTH = 90

/** A JSON value as TypeScript; `expressions` stand for some values, and `before` is the width that the line has used. */
export const writeValue = (
  value: unknown,
  expressions: Expressions,
  indent = '',
  before = indent.length,
): string => {
  const known = expressions.get(value)
  if (known !== undefined) return known
  const deeper = `${indent}  `
  if (Array.isArray(value)) {
    const items = value.map((item) => writeValue(item, expressions, deeper))
    return block('[', items, ']', indent, '', before)
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([name, field]) => writeField(name, writeValue(field, expressions, deeper)))
    return block('{', fields, '}', indent, ' ', before)
  }
  return typeof value === 'string'
    ? `'${value.replace(/['\\]/g, '\\$&')}'`
    : typeof value === 'number' && Number.isInteger(value)
      ? grouped(value)
      : JSON.stringify(value)
}

const writeField = (name: string, value: string): string => {
  const key = /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`
  return key === value ? key : `${key}: ${value}`
}

const block = (
  open: string,
  parts: readonly string[],
  close: string,
  indent: string,
  space: string,
  before: number,
): string => {
  if (parts.length === 0) return open + close
  const line = `${open}${space}${parts.join(', ')}${space}${close}`
  const hasTime = parts.some((part) => timeIn(part) !== undefined)
  if (line.length + before <= WIDTH && !line.includes('\n') && !hasTime) return line
  const lines = parts.map((part) => `${indent}  ${part},${timeComment(part)}\n`)
  return `${open}\n${lines.join('')}${indent}${close}`
}

/** A point in time since 2020, in seconds or milliseconds. */
const timeIn = (part: string): number | undefined => {
  const [, digits] = /: (1_[67]\d\d_\d{3}_\d{3}(?:_\d{3})?)$/.exec(part) ?? []
  if (digits === undefined) return undefined
  const value = Number(digits.replaceAll('_', ''))
  return value < 1e11 ? value * 1000 : value
}

const timeComment = (part: string): string => {
  const time = timeIn(part)
  return time === undefined
    ? ''
    : ` // ${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** 1_780_401_600 */
const grouped = (value: number): string =>
  Math.abs(value) < 10_000 ? String(value) : String(value).replace(/\B(?=(\d{3})+$)/g, '_')
