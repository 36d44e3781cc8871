export type { Capabilities } from '../../flows/capabilities/capabilities'
export { capabilities } from '../../flows/capabilities/capabilities'
