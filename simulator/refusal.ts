/** The vendor's codes that the simulated cloud uses; where the lists leave a choice, the comment says what was chosen. */
const codes = {
  'param is empty': 1100,
  'param type error': 1104,
  /** No such action. */
  'uri path invalid': 1108,
  /** Also page bounds, a PIN that the session key does not open, a name or a time zone that the cloud dislikes. */
  'param is illegal': 1109,
  'device is offline': 2001,
  'lock type not supported': 2004,
  'user not exist': 2006,
  'device not exist': 2010,
  'no more passwords can be added': 2307,
  'password length incorrect': 2314,
  'password name repeats': 2316,
  'time is in the past': 2318,
  'password repeats': 2322,
  /** The remote switch is off: the lists have no code of its own for that. */
  'status does not allow it': 2324,
  /** Spent, expired, of another device or unknown: the lists have one code for a ticket. */
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
