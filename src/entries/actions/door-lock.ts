/** The operations on a lock, as a registry for `createPanel`. */
export { doorLockActions } from '../../../actions/mini-program'
