import type { Family } from '../action'
import { flatMap } from '../contract/flat-map'
import { adviceFor, codeAdvice } from './code-advice'
import { equivalentCode } from './gateway-codes'

/**
 * The class of a vendor code decides whether a call is retried.
 *
 * - `refresh`: the token is invalid. `re-sign`: the signature is invalid. Both were refused before execution.
 * - `refused`: too many requests, refused before execution; safe to resend later.
 * - `transient`: the cloud or the lock is busy; the request may have executed.
 * - `offline`: the lock does not answer; an immediate retry does not help.
 * - `quota`: the subscription of the project is used up or insufficient.
 * - `permanent`: the same request fails again.
 */
export type CodeClass =
  | 'refresh'
  | 're-sign'
  | 'refused'
  | 'transient'
  | 'offline'
  | 'quota'
  | 'permanent'

/** What a code of the cloud means, and what to do about it. */
export interface CodeMeaning {
  /** What happened, by the vendor's lists; for developers. */
  readonly meaning: string
  /** Decides whether the call is retried. */
  readonly class: CodeClass
  /** What a developer can do about it. */
  readonly advice: string
}

/**
 * The vendor codes of calls on locks. The vendor's lists differ in wording; an error also contains the cloud's own
 * message. Codes of other services are in `src/tools/service-codes.ts`, which no panel loads.
 */
const table = {
  refresh: {
    1002: 'no access token',
    1010: 'token expired',
    1011: 'token invalid',
    1012: 'token invalid',
    1400: 'token invalid',
  },
  're-sign': {
    1004: 'signature invalid',
    1013: 'clock invalid',
  },
  refused: {
    1110: 'too many requests at once',
    1199: 'too frequent',
  },
  transient: {
    500: 'system error',
    1111: 'system busy',
    1112: 'synchronisation in progress',
    2311: 'gateway busy with passwords',
    2313: 'lock is initialising',
    2317: 'gateway busy with another device',
    2328: 'operation in progress',
  },
  offline: {
    2001: 'device offline',
    2312: 'lock offline',
  },
  quota: {
    28841001: 'no permission',
    28841002: 'subscription expired',
    28841004: 'trial used up',
    28841101: 'API not subscribed',
    28841102: 'subscription expired',
    28841105: 'no permission',
    28841106: 'no permission',
    28841107: 'data centre suspended',
    60001001: 'too many devices',
  },
  permanent: {
    1000: 'no such data',
    1001: 'secret invalid',
    1005: 'client id invalid',
    1006: 'content type invalid',
    1007: 'key not supported',
    1008: 'no permission',
    1100: 'parameter empty',
    1101: 'parameter out of range',
    1102: 'parameter null',
    1103: 'commands not issued',
    1104: 'parameter type invalid',
    1105: 'header missing',
    1106: 'no permission',
    1107: 'code invalid',
    1108: 'no such path, or service not subscribed',
    1109: 'parameter illegal, or password wrongly encrypted',
    1113: 'repeated too soon',
    2002: 'no devices',
    2003: 'function not supported',
    2004: 'lock type not supported',
    2005: 'product not supported',
    2006: 'no such user',
    2007: 'token expired, or wrong region',
    2008: 'command or value not supported',
    2009: 'device not supported',
    2010: 'no such device',
    2012: 'app not supported',
    2018: 'decryption failed',
    2301: 'password not confirmed',
    2302: 'password wrongly encrypted',
    2303: 'no room for a password',
    2304: 'password expired',
    2305: 'no more passwords',
    2306: 'illegal operation',
    2307: 'at most 99 passwords',
    2308: 'too many password operations',
    2309: 'phone number not accepted',
    2310: 'no such Zigbee password',
    2314: 'password not accepted',
    2315: 'no valid password',
    2316: 'name taken',
    2318: 'validity in the past',
    2319: 'no text messages left',
    2320: 'no text messages left',
    2321: 'no such Wi-Fi password',
    2322: 'Wi-Fi password taken',
    2323: 'no such record',
    2324: 'not allowed in this state',
    2405: 'ticket invalid',
  },
} as const satisfies Readonly<Record<CodeClass, Readonly<Record<number, string>>>>

type Table = typeof table

/** The meanings of the table, by class. */
export type VendorMeaning<Class extends CodeClass = CodeClass> = {
  readonly [Name in Class]: Table[Name][keyof Table[Name]]
}[Class]

const meanings: Readonly<Record<CodeClass, Readonly<Record<number, string>>>> = table

const classes = Object.keys(meanings) as CodeClass[]

/** Codes of the vendor's REST gateway for signatures, tokens and quotas; a native host does not use it. */
const isOfGateway = (code: number): boolean =>
  (code > 1000 && code < 1100) || code === 1400 || code > 28_000_000

/** The cloud also refuses a wrong client id with 2009, whose listed meaning is a device that is not supported. */
const isOfClientId = /client[\s_]?id/i

/**
 * Looks up a vendor code. One number has different meanings in different families: 1010 is an expired token in REST
 * answers, and an end before its start in the vendor's own SDK. The cloud's own message decides where one number has two
 * meanings in one family. `containerCode` has the codes of the native container.
 *
 * @example
 * ```ts
 * const { meaning, advice } = vendorCode('mini-program', 2312) // 'lock offline'
 * ```
 */
export const vendorCode = (
  family: Family | undefined,
  given: number | string,
  message = '',
): CodeMeaning => {
  const code = given === 2009 && isOfClientId.test(message) ? 1005 : equivalentCode(given)
  for (const name of family === 'panel' && isOfGateway(Number(code)) ? [] : classes) {
    const meaning = typeof code === 'number' ? meanings[name][code] : undefined
    if (meaning !== undefined) {
      return { meaning, class: name, advice: adviceFor(family, code, name) }
    }
  }
  return { meaning: 'unknown code', class: 'permanent', advice: codeAdvice.permanent }
}

/** Every code of the table, for the command line and the reference. */
export const vendorCodes: readonly number[] = /*#__PURE__*/ flatMap(classes, (name) =>
  Object.keys(meanings[name]).map(Number),
)
