export { deviceControl } from './control'
export { getListByIds } from './get-list-by-ids'
export { pairingAuthKey } from './pairing-auth-key'
export { deviceStatus } from './status'
