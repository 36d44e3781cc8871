import type { CarriedAction, Transport } from './transport'

/** An action as a transport carries it; `undefined` if its family or its server does not have the action. */
export const carriedBy = <A extends CarriedAction>(
  transport: Transport | undefined,
  action: A,
): A | undefined => {
  if (transport === undefined || !transport.families.includes(action.family)) return undefined
  return transport.carried === undefined ? action : transport.carried(action)
}
