import { codeAdvice } from './code-advice'
import type { CodeMeaning } from './vendor-codes'

/**
 * The codes by which `lockpanel/gateway` itself refuses a call; those of the cloud pass through it unchanged. The meanings
 * are those of the cloud where they say the same.
 */
const table = {
  /** No known route of the open API has the action, or these parameters of it. */
  GATEWAY_NO_ROUTE: { class: 'permanent', meaning: 'function not supported' },
  GATEWAY_FORBIDDEN: { class: 'permanent', meaning: 'no permission' },
  GATEWAY_SIGN_IN: { class: 'refresh', meaning: 'no valid session' },
  GATEWAY_BAD_REQUEST: { class: 'permanent', meaning: 'parameter type invalid' },
  GATEWAY_TOO_MANY: { class: 'refused', meaning: 'too many requests at once' },
  /** The cloud or the store of the gateway is not reachable; the command was not sent. */
  GATEWAY_UNAVAILABLE: { class: 'refused', meaning: 'gateway not ready' },
  /** The cloud refuses the credentials or the subscription of the gateway. */
  GATEWAY_PROJECT: { class: 'quota', meaning: 'project of the gateway refused' },
  /** The cloud's answer breaks its contract. */
  GATEWAY_BAD_ANSWER: { class: 'permanent', meaning: 'answer of the cloud not readable' },
  /** Sent with a status that says the same to any client. */
  GATEWAY_OUTCOME_UNKNOWN: { class: 'transient', meaning: 'outcome unknown' },
} as const satisfies Readonly<Record<string, Pick<CodeMeaning, 'class' | 'meaning'>>>

export type GatewayCode = keyof typeof table

/** Looks up a code of the gateway; `undefined` for any other one. */
export const gatewayCode = (code: number | string): CodeMeaning | undefined => {
  const known = Object.keys(table).includes(String(code)) ? table[code as GatewayCode] : undefined
  return known && { ...known, advice: codeAdvice[known.class] }
}
