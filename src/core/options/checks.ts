import { type Check, expects, isObject } from './check'

export const oneOf = (values: readonly string[]): Check =>
  expects(`one of ${values.join(', ')}`, (value: never) => values.includes(value))

export const isFunction = /*#__PURE__*/ expects(
  'a function',
  (value) => typeof value === 'function',
)
export const isBoolean = /*#__PURE__*/ expects(
  'true or false',
  (value) => typeof value === 'boolean',
)
export const isText = /*#__PURE__*/ expects(
  'text',
  (value) => typeof value === 'string' && value !== '',
)
export const isCount = /*#__PURE__*/ expects(
  'a whole number from 1',
  (value) => Number.isInteger(value) && value >= 1,
)
export const isDuration = /*#__PURE__*/ expects(
  'milliseconds, 0 or more',
  (value) => Number.isFinite(value) && value >= 0,
)
/** `Infinity` is no limit. */
export const isTimeLimit = /*#__PURE__*/ expects(
  'more than 0 ms',
  (value) => typeof value === 'number' && value > 0,
)

/** `what` describes the object to a person who passed something else. */
export const hasMethods = (what: string, ...names: readonly string[]): Check =>
  expects(what, (value) => supports(value, names))

/** Hosts are objects or functions; a proxy may list no keys. */
export const supports = (value: unknown, names: readonly string[]): boolean =>
  (isObject(value) || typeof value === 'function') &&
  names.every((name) => typeof (value as never)[name] === 'function')
