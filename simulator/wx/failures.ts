import type { WxFailure } from '../../src/core/transport/wx-like'

/**
 * The failure messages of a device.
 *
 * - `errno`: a base library from 2.24.0 on, in English, with its errno.
 * - `text-zh`: an iPhone in Chinese, without errno.
 * - `android`: the texts of Android's network stack, without errno.
 */
export type ErrorStyle = 'errno' | 'text-zh' | 'android'

export type FailureKind =
  | 'aborted'
  | 'interrupted'
  | 'invalid-url'
  | 'not-in-domain-list'
  | 'timed-out'
  | 'too-many'
  | 'broken-before'
  | 'broken-after'

const same = (errMsg: string): Readonly<Record<ErrorStyle, WxFailure>> => ({
  errno: { errMsg },
  'text-zh': { errMsg },
  android: { errMsg },
})

/** As quoted in public code and posts; the message of an iPhone does not say when a connection broke. */
export const failures: Readonly<Record<FailureKind, Readonly<Record<ErrorStyle, WxFailure>>>> = {
  aborted: same('request:fail abort'),
  'invalid-url': same('request:fail invalid url'),
  'too-many': same('request:fail exceed max task count'),
  interrupted: {
    errno: { errMsg: 'request:fail interrupted' },
    'text-zh': { errMsg: 'request:fail:interrupted' },
    android: { errMsg: 'request:fail createRequestTask:fail:interrupted' },
  },
  'not-in-domain-list': {
    ...same('request:fail url not in domain list'),
    errno: { errMsg: 'request:fail url not in domain list', errno: 600002 },
  },
  'timed-out': {
    errno: { errMsg: 'request:fail timeout', errno: 5 },
    'text-zh': { errMsg: 'request:fail 请求超时。' },
    android: { errMsg: 'request:fail socket timeout' },
  },
  'broken-before': {
    errno: {
      errMsg:
        'request:fail errcode:-100 cronet_error_code:-100 error_msg:net::ERR_CONNECTION_CLOSED',
      errno: 600001,
    },
    'text-zh': { errMsg: 'request:fail 网络连接已中断。' },
    android: { errMsg: 'request:fail -324:net::ERR_EMPTY_RESPONSE' },
  },
  'broken-after': {
    errno: { errMsg: 'request:fail:network interrupted error', errno: 600003 },
    'text-zh': { errMsg: 'request:fail 网络连接已中断。' },
    android: { errMsg: 'request:fail -101:net::ERR_CONNECTION_RESET' },
  },
}
