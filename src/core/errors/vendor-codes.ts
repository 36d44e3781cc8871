import type { Family } from '../action'

/**
 * What a vendor code means for the next step.
 *
 * - `refresh` the token; `re-sign` with a corrected clock: both were refused before execution.
 * - `refused` before execution, too many requests: safe to send again later.
 * - `transient` the cloud or the lock is busy; whether it executed is not said.
 * - `offline` the lock does not answer; trying again at once does not help.
 * - `quota` the project's plan is used up or missing.
 * - `permanent` the same request fails again.
 */
export type CodeClass =
  | 'refresh'
  | 're-sign'
  | 'refused'
  | 'transient'
  | 'offline'
  | 'quota'
  | 'permanent'

export interface CodeMeaning {
  readonly meaning: string
  readonly class: CodeClass
  readonly advice: string
}

const advice: Readonly<Record<CodeClass, string>> = {
  refresh: 'Fetch a new token and send it again.',
  're-sign': 'Check the clock and the secret, then sign again.',
  refused: 'It was not executed; wait, then try again.',
  transient: 'Wait a moment; look at the lock before you repeat an order.',
  offline: 'Wake the lock or bring it online first.',
  quota: "Check the project's subscription on the vendor's platform.",
  permanent: 'Correct the request; sending it again does not help.',
}

const classes: Readonly<Partial<Record<CodeClass, readonly number[]>>> = {
  refresh: [1002, 1010, 1011, 1012, 1400],
  're-sign': [1004, 1013],
  refused: [1110, 1199],
  transient: [500, 1111, 1112, 2311, 2313, 2317, 2328],
  offline: [2001, 2312],
  quota: [28841002, 28841004, 28841101, 28841105, 60001001],
}

/** The codes of the cloud. Its lists word some of them differently: the cloud's own message stays beside them. */
const meanings: Readonly<Record<number, string>> = {
  500: 'system error',
  1000: 'no such data',
  1001: 'wrong secret',
  1002: 'no access token',
  1003: 'wrong grant type',
  1004: 'wrong signature',
  1005: 'wrong client id',
  1006: 'wrong content type',
  1007: 'key not supported',
  1008: 'access not allowed',
  1010: 'token expired',
  1011: 'token invalid',
  1012: 'token in a wrong state',
  1013: 'request time too far from the clock of the cloud',
  1100: 'parameter empty',
  1101: 'parameter out of range',
  1102: 'parameter null',
  1103: 'commands could not be issued',
  1104: 'parameter of a wrong type',
  1105: 'header missing',
  1106: 'no permission',
  1107: 'code invalid',
  1108: 'no such path',
  1109: 'parameter illegal: also a password wrongly encrypted, a time in the past, a name or time zone it cannot read',
  1110: 'too many requests at once',
  1111: 'system busy',
  1112: 'a synchronisation is in progress',
  1113: 'repeated too soon',
  1199: 'too frequent',
  1400: 'token invalid',
  2001: 'device offline',
  2002: 'no devices',
  2003: 'function not supported',
  2004: 'lock type not supported',
  2005: 'product not supported',
  2006: 'no such user',
  2007: 'token of the device expired, or called from another region',
  2008: 'command or value not supported',
  2009: 'device not supported',
  2010: 'no such device',
  2012: 'app not supported',
  2018: 'decryption failed',
  2301: 'password not confirmed',
  2302: 'password wrongly encrypted',
  2303: 'no room for another password',
  2304: 'password expired',
  2305: 'no more passwords can be created',
  2306: 'illegal operation',
  2307: 'at most 99 passwords',
  2308: 'too many operations on passwords',
  2309: 'phone number against the rules',
  2310: 'no such password on the Zigbee lock',
  2311: 'many passwords are being set, the gateway is busy',
  2312: 'lock offline',
  2313: 'lock is initialising',
  2314: 'password not accepted: seen for a wrong length',
  2315: 'no valid password',
  2316: 'name taken',
  2317: 'gateway is updating another device',
  2318: 'validity begins or ends in the past',
  2321: 'no such Wi-Fi password',
  2322: 'Wi-Fi password taken',
  2323: 'no such record',
  2324: 'not allowed in this state',
  2328: 'an operation is in progress',
  2405: 'ticket invalid',
  2417: 'only once a minute',
  28841001: 'no permission',
  28841002: 'subscription expired',
  28841004: 'trial quota used up',
  28841101: 'API not subscribed',
  28841105: 'project not authorised for the API',
  28841106: 'API not authorised',
  28841107: 'data centre suspended',
  60001001: 'quota of controllable devices used up',
}

/** One number means different things in different families: 1010 is an expired token here, an end before its start in the vendor's own SDK. */
export const vendorCode = (family: Family | undefined, code: number | string): CodeMeaning => {
  const known = family === 'panel' ? undefined : meanings[code as number]
  const codeClass =
    known === undefined
      ? 'permanent'
      : ((Object.keys(classes) as CodeClass[]).find((name) =>
          classes[name]?.includes(code as number),
        ) ?? 'permanent')
  return { meaning: known ?? 'not in the table', class: codeClass, advice: advice[codeClass] }
}

/** Every code that the table knows, for the command line and the reference. */
export const vendorCodes: readonly number[] = /*#__PURE__*/ Object.keys(meanings).map(Number)
