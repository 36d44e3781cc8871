import { type Check, type ChecksOf, optional, optionsOf } from '../../core/options/check'
import { hasMethods, isFunction, isText, isTimeLimit, oneOf } from '../../core/options/checks'
import { lockTypes } from '../../core/supports-lock-type'
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

export const lockChecks: ChecksOf<LockOptions> = {
  type: /*#__PURE__*/ oneOf(lockTypes),
  clock: /*#__PURE__*/ optional(
    /*#__PURE__*/ hasMethods('a clock with `now` and `schedule`', 'now', 'schedule'),
  ),
  passwordCipher: /*#__PURE__*/ optional(
    /*#__PURE__*/ hasMethods('an object with `encrypt`', 'encrypt'),
  ),
  panelPasswordCipher: /*#__PURE__*/ optional(isFunction),
  secureRandom: /*#__PURE__*/ optional(isFunction),
  dataPoints: /*#__PURE__*/ optional(/*#__PURE__*/ hasMethods('an object with `send`', 'send')),
  lockSdk: /*#__PURE__*/ optional(
    /*#__PURE__*/ hasMethods('the methods of `@ray-js/lock-sdk`', 'onAddUnlockMethod'),
  ),
  schema: /*#__PURE__*/ optional(
    /*#__PURE__*/ hasMethods('a schema of dpSchema', 'idOf', 'codeOf'),
  ),
  pushes$: /*#__PURE__*/ optional(/*#__PURE__*/ hasMethods('an observable of rxjs', 'subscribe')),
  reportTimeoutMs: /*#__PURE__*/ optional(isTimeLimit),
}
