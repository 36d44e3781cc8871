import { type Check, type ChecksOf, expects, optional, optionsOf } from '../../core/options/check'
import {
  hasMethods,
  isBoolean,
  isFunction,
  isText,
  isTimeLimit,
  oneOf,
} from '../../core/options/checks'
import { lockTypes } from '../../core/supports-lock-type'
import { MAX_PIN_LENGTH, MIN_PIN_LENGTH, type PinDigits } from '../../crypto/pin-rule'
import type { LockOptions, PanelOfLock } from './lock-options'

interface Arguments {
  readonly panel: PanelOfLock
  readonly deviceId: string
}

export const checkArguments: Check = /*#__PURE__*/ optionsOf<Arguments>({
  panel: /*#__PURE__*/ hasMethods(
    'the panel of createPanel, as the first argument',
    'apiRequest',
    'pages',
    'find',
    'holdSync',
  ),
  deviceId: isText,
})

const wholeNumber = (least: number, most: number): Check =>
  expects(
    `a whole number from ${least} to ${most}`,
    (value) => Number.isInteger(value) && value >= least && value <= most,
  )

export const lockChecks: ChecksOf<LockOptions> = {
  type: /*#__PURE__*/ optional(/*#__PURE__*/ oneOf(lockTypes)),
  digits: /*#__PURE__*/ optional(
    /*#__PURE__*/ optionsOf<PinDigits>({
      length: /*#__PURE__*/ optional(/*#__PURE__*/ wholeNumber(MIN_PIN_LENGTH, MAX_PIN_LENGTH)),
      base: /*#__PURE__*/ optional(/*#__PURE__*/ wholeNumber(2, 10)),
      zero: /*#__PURE__*/ optional(isBoolean),
    }),
  ),
  clock: /*#__PURE__*/ optional(
    /*#__PURE__*/ hasMethods('a clock with `now` and `schedule`', 'now', 'schedule'),
  ),
  passwordCipher: /*#__PURE__*/ optional(
    /*#__PURE__*/ hasMethods('an object with `encrypt`', 'encrypt'),
  ),
  panelPasswordCipher: /*#__PURE__*/ optional(isFunction),
  secureRandom: /*#__PURE__*/ optional(isFunction),
  lockRandom: /*#__PURE__*/ optional(isFunction),
  lockSync: /*#__PURE__*/ optional(isFunction),
  dataPoints: /*#__PURE__*/ optional(/*#__PURE__*/ hasMethods('an object with `send`', 'send')),
  lockSdk: /*#__PURE__*/ optional(
    /*#__PURE__*/ hasMethods('the methods of `@ray-js/lock-sdk`', 'onAddUnlockMethod'),
  ),
  schema: /*#__PURE__*/ optional(
    /*#__PURE__*/ hasMethods('a schema of dpSchema', 'idOf', 'codeOf'),
  ),
  pushes$: /*#__PURE__*/ optional(/*#__PURE__*/ hasMethods('an observable of rxjs', 'subscribe')),
  pollMs: /*#__PURE__*/ optional(isTimeLimit),
  reportTimeoutMs: /*#__PURE__*/ optional(isTimeLimit),
}
