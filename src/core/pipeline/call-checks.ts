import { type ChecksOf, optional, optionsOf } from '../options/check'
import { hasMethods, isCount, isDuration, isText, isTimeLimit, oneOf } from '../options/checks'
import { lockTypes } from '../supports-lock-type'
import type { CallOptions, RetryOptions } from './call'

const checkRetry = /*#__PURE__*/ optionsOf<RetryOptions>({
  maxAttempts: /*#__PURE__*/ optional(isCount),
  firstDelayMs: /*#__PURE__*/ optional(isDuration),
  maxDelayMs: /*#__PURE__*/ optional(isDuration),
})

const checks: ChecksOf<CallOptions> = {
  retry: /*#__PURE__*/ optional((retry, path) => (retry === false ? [] : checkRetry(retry, path))),
  timeoutMs: /*#__PURE__*/ optional(isTimeLimit),
  deadlineMs: /*#__PURE__*/ optional(isTimeLimit),
  signal: /*#__PURE__*/ optional(
    /*#__PURE__*/ hasMethods('an AbortSignal', 'addEventListener', 'removeEventListener'),
  ),
  priority: /*#__PURE__*/ optional(/*#__PURE__*/ oneOf(['user', 'background'])),
  lockType: /*#__PURE__*/ optional(/*#__PURE__*/ oneOf(lockTypes)),
  version: /*#__PURE__*/ optional(isText),
}

export const checkCallOptions = /*#__PURE__*/ optionsOf(checks)
