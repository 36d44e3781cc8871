export type { Ability, MissingForAbility } from '../../flows/capabilities/abilities'
export type {
  Capabilities,
  LockCapabilities,
  LockDataPoint,
} from '../../flows/capabilities/capabilities'
export { capabilities } from '../../flows/capabilities/capabilities'
export type { OpeningMethod } from '../../flows/shared/unlock-codes'
