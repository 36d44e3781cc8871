/** The operations on a lock: each by its name, and all of them as a registry for `createPanel`. */
export { doorLockActions } from '../../../actions/mini-program'
export * from '../../../actions/mini-program/door-lock'
