import type { GatewayCode } from '../src/core/errors/gateway-codes'

/** The HTTP status of each refusal; 200 where the cloud answers so too, with the failure in the envelope. */
export const statuses: Readonly<Record<GatewayCode, number>> = {
  /** No known route of the open API has the action, or these parameters of it. */
  GATEWAY_NO_ROUTE: 200,
  /** The policy refuses the call, or the user has no role on the device. */
  GATEWAY_FORBIDDEN: 200,
  /** The store or the cloud is not reachable; nothing was sent. */
  GATEWAY_UNAVAILABLE: 200,
  /** The cloud refuses the secret or the subscription of the project; run `lockpanel verify`. */
  GATEWAY_PROJECT: 200,
  /** The cloud's answer breaks its contract. */
  GATEWAY_BAD_ANSWER: 200,
  /** A parameter or a header is invalid; the message names it. */
  GATEWAY_BAD_REQUEST: 400,
  /** No valid session. */
  GATEWAY_SIGN_IN: 401,
  /** More calls of a user for a device in a minute than the option `limit` permits. */
  GATEWAY_TOO_MANY: 429,
  /** Sent, and the answer was lost. */
  GATEWAY_OUTCOME_UNKNOWN: 504,
}

/** The gateway refuses a call, or does not know its outcome. Contains no value of a parameter. */
export class GatewayRefusal extends Error {
  override readonly name = 'GatewayRefusal'

  constructor(
    readonly code: GatewayCode,
    message: string,
    readonly retryAfterMs?: number,
  ) {
    super(message)
  }

  get status(): number {
    return statuses[this.code]
  }
}

/** The store did not answer before a command was sent. */
export const storeAway = (): GatewayRefusal =>
  new GatewayRefusal(
    'GATEWAY_UNAVAILABLE',
    'The gateway cannot reach its store, so it sent nothing. Try again in a few seconds.',
  )

export const outcomeUnknown = (reason: string): GatewayRefusal =>
  new GatewayRefusal(
    'GATEWAY_OUTCOME_UNKNOWN',
    `${reason}. The command may have executed: check the lock before you try again.`,
  )

export const signIn = (): GatewayRefusal =>
  new GatewayRefusal(
    'GATEWAY_SIGN_IN',
    'The request has no valid session, so nothing was sent. Sign in again, and send the session in the headers.',
  )
