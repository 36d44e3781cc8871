/** The operations on any device, and the clock of the cloud, as a registry for `createPanel`. */
export { deviceActions } from '../../../actions/mini-program'
