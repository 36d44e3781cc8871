/**
 * The codes by which `lockpanel/gateway` itself refuses a call, each with the vendor's code that says the same to a panel.
 * The codes of the cloud pass through it unchanged.
 */
const equivalents = {
  GATEWAY_SIGN_IN: 1010,
  GATEWAY_FORBIDDEN: 1106,
  /** No known route of the open API has the action, or these parameters of it. */
  GATEWAY_NO_ROUTE: 2003,
  GATEWAY_BAD_REQUEST: 1104,
  GATEWAY_TOO_MANY: 1110,
  /** The cloud or the store of the gateway is not reachable; nothing was sent. */
  GATEWAY_UNAVAILABLE: 1110,
  /** The cloud refuses the credentials or the subscription of the gateway. */
  GATEWAY_PROJECT: 28841001,
  /** Sent with an HTTP status that says the same to any client. */
  GATEWAY_OUTCOME_UNKNOWN: 500,
} as const

/** The cloud has no code for an answer of its own that breaks the contract. */
export type GatewayCode = keyof typeof equivalents | 'GATEWAY_BAD_ANSWER'

/** The vendor's code that says the same as a code of the gateway; any other code as it is. */
export const equivalentCode = (code: number | string): number | string =>
  Object.keys(equivalents).includes(String(code))
    ? equivalents[code as keyof typeof equivalents]
    : code
