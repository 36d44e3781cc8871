export type { Bluetooth } from '../../flows/bluetooth/bluetooth'
export { bluetooth } from '../../flows/bluetooth/bluetooth'
