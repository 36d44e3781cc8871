export { getListByIds } from './get-list-by-ids'
export { deviceStatus } from './status'
