/** The routes on any device that real clients call: each by its name, and all of them as a registry for `createPanel`. */
export { openApiDeviceActions } from '../../../actions/open-api/device'
export * from '../../../actions/open-api/devices'
