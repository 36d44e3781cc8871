import { codeAdvice } from '../core/errors/code-advice'
import type { CodeMeaning } from '../core/errors/vendor-codes'
import { vendorCode, vendorCodes } from '../core/errors/vendor-codes'

/**
 * The codes of the cloud's other services, by the lists of the OpenAPI: tokens, timers, files, logins, homes and scenes. No
 * operation on a lock is documented to answer them, so no panel includes them; the command line prints them.
 */
const table = {
  1003: 'grant type invalid',
  2013: 'timer could not be added',
  2014: 'the device has no timers',
  2015: 'category not supported',
  2016: 'no such remote control',
  2017: 'no such schema',
  2019: 'more than two hours',
  2020: 'for third-party clouds only',
  2021: 'mail address invalid',
  2022: 'phone number invalid',
  2023: 'user exists already',
  2024: 'file path invalid',
  2025: 'the file belongs to another device',
  2026: 'IP address not determined',
  2027: 'file too large',
  2201: 'times overlap',
  2202: 'date in a wrong format',
  2203: 'at most 15 timers',
  2204: 'at most 30 timers',
  2205: 'overlaps with a timer',
  2206: 'kind of timer not supported',
  2207: 'kind of timer not supported',
  2208: 'timer could not be deleted',
  2209: 'task expired',
  2210: 'timer error without a description',
  2211: 'no such group of devices',
  2212: 'no device of the group selected',
  2401: 'wrong user name or password',
  2402: 'country code invalid',
  2403: 'country code of another area',
  2404: 'login error without a description',
  2406: 'skill id invalid: the project and the app account do not belong together',
  2407: 'invisible check failed',
  2408: 'Google token invalid',
  2409: 'Google token expired or used before',
  2410: 'region not supported',
  2411: 'a second check is needed',
  2412: 'wrong verification code',
  2413: 'too many text messages',
  2414: 'verification code used before',
  2415: 'verification code expired',
  2416: 'no such verification code',
  2417: 'a text message only once a minute',
  2418: 'only on the clouds for tests and for customers',
  2419: 'verification codes go to phones and mail addresses only',
  2420: 'verification codes do not go this way',
  2421: 'text message could not be sent',
  2501: 'no such home',
  2502: 'no such room',
  2503: 'no such scene',
  2504: 'user in another country',
  2505: 'wrong relation between users',
  2506: 'member not registered',
  2507: 'member is in the home already',
  2508: 'member must administer the home',
  2509: 'no such member',
  2510: 'name of the member taken',
  2511: 'devices do not match the template of the scene',
  2512: 'no action in the scene',
  2513: 'the scene belongs to another home',
  2514: 'the scene has no such device',
} as const satisfies Readonly<Record<number, string>>

export type ServiceMeaning = (typeof table)[keyof typeof table]

const meanings: Readonly<Record<number, string>> = table

/** One code that passes by itself. */
const ONCE_A_MINUTE = 2417

/** Every code of the cloud that has a meaning, in order. */
export const cloudCodes: readonly number[] = [
  ...vendorCodes,
  ...Object.keys(meanings).map(Number),
].sort((a, b) => a - b)

/** What a code of the cloud means, in any of its services; `undefined` for a code that no list has. */
export const cloudCode = (code: number): CodeMeaning | undefined => {
  if (vendorCodes.includes(code)) return vendorCode('open-api', code)
  const meaning = meanings[code]
  if (meaning === undefined) return undefined
  const codeClass = code === ONCE_A_MINUTE ? 'transient' : 'permanent'
  return { meaning, class: codeClass, advice: codeAdvice[codeClass] }
}
