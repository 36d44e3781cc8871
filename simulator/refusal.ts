import { reportedMsg } from './reported-answers'

/**
 * Why the simulated cloud refuses, with the vendor's code; where the lists leave a choice, the comment says what was
 * chosen. The reason is the explanation of the refusal. Its `msg` is the reported one of the code.
 */
export const codes = {
  'access_token is null': 1002,
  'grant type invalid': 1003,
  'sign invalid': 1004,
  /** The lists have 1005; reports have 2009. */
  'client id is not that of the project': 2009,
  'token has expired or was replaced': 1010,
  /** The lists have 1011; reports have 1010 for a token of another project. */
  'token was not issued': 1010,
  'request time is invalid': 1013,
  'param is empty': 1100,
  'param is out of range': 1101,
  'param type error': 1104,
  /** Another home than that of the project, or a link for another receiver. */
  'no permission': 1106,
  /** The cloud does not tell a device of another project from one that does not exist. */
  'device is not in the project': 1106,
  /** No such action. */
  'uri path invalid': 1108,
  /** Also page bounds, a PIN that the session key does not decrypt, a name or a time zone that the cloud rejects. */
  'param is illegal': 1109,
  'device is offline': 2001,
  'lock type not supported': 2004,
  'user not exist': 2006,
  /** A command to a data point that the lock does not have, or with an invalid value. */
  'command or value not supported': 2008,
  'device not exist': 2010,
  'password has expired': 2304,
  /** A limit for the owner of the home, or the removal of a method that cannot be removed. */
  'illegal operation': 2306,
  'no more passwords can be added': 2307,
  'no such Zigbee password': 2310,
  /** A Bluetooth lock that sleeps behind its gateway. */
  'door lock is not online': 2312,
  'password length incorrect': 2314,
  /** A PIN that is not valid now. */
  'no effective password': 2315,
  'password name repeats': 2316,
  'time is in the past': 2318,
  'password repeats': 2322,
  /** A password, an unlock method, a picture, a sharing: the lists have one code for every missing record. */
  'no such record': 2323,
  /** A switch is off, there is no unlock request, a method is assigned to another user: the lists have no code for these. */
  'status does not allow it': 2324,
  'operation in progress': 2328,
  'username or password wrong': 2401,
  /** Consumed, expired, unknown or of another device: the lists have one code for a ticket, also that of a sharing. */
  'ticket invalid': 2405,
} as const

export type RefusalReason = keyof typeof codes

/** A refusal of the cloud. Thrown by checks and operations, answered in one place. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly code: number,
    /** The `msg` of the answer. */
    readonly msg: string,
    /** For the developer, in a header and the request log; the live cloud gives none. */
    readonly explanation: string,
  ) {
    super(`${code} ${msg} (${explanation})`)
  }
}

/** Refuses a request; `about` names a parameter or an action, never a value. */
export const refuse = (reason: RefusalReason, about?: string): never => {
  const code = codes[reason]
  throw new Refusal(
    code,
    reportedMsg(code) ?? reason,
    about === undefined ? reason : `${reason}: ${about}`,
  )
}
