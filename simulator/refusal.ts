/** The vendor's codes that the simulated cloud uses; where the lists leave a choice, the comment says what was chosen. */
const codes = {
  'access_token is null': 1002,
  'grant type invalid': 1003,
  'sign invalid': 1004,
  'clientId is invalid': 1005,
  /** It was given out once. */
  'token is expired': 1010,
  /** It was never given out. */
  'token invalid': 1011,
  'request time is invalid': 1013,
  'param is empty': 1100,
  'param is out of range': 1101,
  'param type error': 1104,
  /** Another home than that of the project, a link that is meant for somebody else. */
  'no permission': 1106,
  /** No such action. */
  'uri path invalid': 1108,
  /** Also page bounds, a PIN that the session key does not open, a name or a time zone that the cloud dislikes. */
  'param is illegal': 1109,
  'device is offline': 2001,
  'lock type not supported': 2004,
  'user not exist': 2006,
  /** A command to a data point that the lock does not have, or with a value that it cannot take. */
  'command or value not supported': 2008,
  'device not exist': 2010,
  /** The owner of the home is limited, a method is taken away that cannot be. */
  'illegal operation': 2306,
  'no more passwords can be added': 2307,
  'no such Zigbee password': 2310,
  'password length incorrect': 2314,
  /** A PIN that opens nothing now. */
  'no effective password': 2315,
  'password name repeats': 2316,
  'time is in the past': 2318,
  'password repeats': 2322,
  /** A password, an unlocking method, a picture, a sharing: the lists have one code for what is not there. */
  'no such record': 2323,
  /** A switch is off, nobody waits at the door, a method is somebody else's: the lists have no code of their own. */
  'status does not allow it': 2324,
  'operation in progress': 2328,
  /** Spent, expired, of another device or unknown: the lists have one code for a ticket. That of a sharing too. */
  'ticket invalid': 2405,
} as const

export type RefusalReason = keyof typeof codes

/** The cloud says no. Thrown by checks and operations, answered in one place. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message)
  }
}

/** Refuses a request; `about` names a parameter or an action, never a value. */
export const refuse = (reason: RefusalReason, about?: string): never => {
  throw new Refusal(codes[reason], about === undefined ? reason : `${reason}: ${about}`)
}
