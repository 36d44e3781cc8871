import { csvOf } from './csv'
import { dpsOf } from './dps'
import { msOf, secondsOf } from './epoch'
import { flagOf } from './flag'
import { idOf } from './id'
import { intOf } from './int'
import { jsonOf } from './json-text'
import { isPlainObject } from './json-values'
import type { Values } from './record-reader'
import { isEmptyPage } from './rows-in'
import { textOf } from './text'

/** What the generated readers call (`scripts/readers`). All of these throw where only the codec can read a value. */

/** Not an Error, which would collect a stack. */
const NOT_READ = {}

/** Ends a generated reader: the codec reads the whole answer, and reports what is wrong. */
export const giveUp = (): never => {
  throw NOT_READ
}

/** A short name, because it is written for each number of each contract. */
export const isInteger = Number.isSafeInteger

type Read = (value: unknown) => unknown

const orGiveUp =
  (read: Read): Read =>
  (value) => {
    const decoded = read(value)
    return decoded === undefined ? giveUp() : decoded
  }

export const toCsv = /*#__PURE__*/ orGiveUp(csvOf)
export const toDps = /*#__PURE__*/ orGiveUp(dpsOf)
export const toFlag = /*#__PURE__*/ orGiveUp(flagOf)
export const toId = /*#__PURE__*/ orGiveUp(idOf)
export const toInt = /*#__PURE__*/ orGiveUp(intOf)
export const toMs = /*#__PURE__*/ orGiveUp(msOf)
export const toSeconds = /*#__PURE__*/ orGiveUp(secondsOf)
export const toText = /*#__PURE__*/ orGiveUp(textOf)
const toJson = /*#__PURE__*/ orGiveUp(jsonOf as Read)

/** The value itself, or that of JSON text. */
export const parsed = (value: unknown): unknown =>
  typeof value === 'string' ? toJson(value) : value

/** The value of an optional field that is not in its shape: null if it is missing. */
export const optional = (read: Read, value: unknown): unknown =>
  value === null || value === '' ? null : read(value)

/** The items of an array; the same array if none changes. One object in place of a list is its item. */
export const items = (read: Read, values: unknown): readonly unknown[] => {
  if (!Array.isArray(values))
    return isPlainObject(values) && !isEmptyPage(values) ? [read(values)] : giveUp()
  let changed: unknown[] | undefined
  for (let index = 0; index < values.length; index++) {
    const value: unknown = values[index]
    const item = read(value)
    if (item !== value) {
      changed ??= values.slice()
      changed[index] = item
    }
  }
  return changed ?? values
}

const hasOwn = Object.prototype.hasOwnProperty

/**
 * The changed copy of a record. `known` has its fields that the contract knows; `count` of them were in the answer, some
 * perhaps as null. The unknown fields of the answer are added. `optionalNames` has the fields that may be missing,
 * separated by commas.
 */
export const changedRecord = (
  value: Values,
  known: Record<string, unknown>,
  count: number,
  optionalNames?: string,
): Values => {
  const names = Object.keys(value)
  if (names.length === count) return known
  for (const name of names) {
    const field = value[name]
    // Most fields did not change, and need no search.
    if ((field !== undefined && known[name] === field) || hasOwn.call(known, name)) continue
    const isMissing = field === null || field === ''
    if (isMissing && optionalNames?.split(',').includes(name)) continue
    // An assignment to it would set the prototype.
    if (name === '__proto__') giveUp()
    known[name] = field
  }
  return known
}
