export { getDeviceStatus } from './get-device-status'
