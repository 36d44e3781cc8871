export type { Sharing } from '../../flows/sharing/sharing'
export { sharing } from '../../flows/sharing/sharing'
