/** The operations on any device and the clock of the cloud: each by its name, and all of them as a registry. */
export { deviceActions } from '../../../actions/mini-program'
export * from '../../../actions/mini-program/device'
export * from '../../../actions/mini-program/timer'
