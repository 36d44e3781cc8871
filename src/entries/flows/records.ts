export type { Records } from '../../flows/records/records'
export { records } from '../../flows/records/records'
