import * as devices from './devices'

/** The routes on any device: state, description, commands and logs, as real clients call them. */
export const openApiDeviceActions = /*#__PURE__*/ Object.assign({}, devices)
