export type { OpmodeSync } from '../../flows/opmode-sync/opmode-sync'
export { opmodeSync } from '../../flows/opmode-sync/opmode-sync'
