/** The operations of panels of Bluetooth and Zigbee locks: each by its name, and all of them as a registry for `createPanel`. */
export { panelLockActions } from '../../../actions/panel/lock'
export * from '../../../actions/panel/locks'
