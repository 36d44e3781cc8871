import type { CarriedAction, Transport } from './transport'

/** Whether a transport supports the family of an action, and its server has the action. */
export const carries = (transport: Transport | undefined, action: CarriedAction): boolean =>
  transport?.families.includes(action.family) === true && transport.carries?.(action) !== false
