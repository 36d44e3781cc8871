import * as locks from './locks'

/** The operations that panels of Bluetooth and Zigbee locks call, and that document 004 leaves out. */
export const panelLockActions = /*#__PURE__*/ Object.assign({}, locks)
