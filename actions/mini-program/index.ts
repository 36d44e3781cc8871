import * as device from './device'
import * as doorLock from './door-lock'
import * as timer from './timer'

// Object.assign and not a spread: bundlers can drop a call that is marked pure, but not a spread.

/** The operations on a lock. */
export const doorLockActions = /*#__PURE__*/ Object.assign({}, doorLock)

/** The operations on any device, and the clock of the cloud. */
export const deviceActions = /*#__PURE__*/ Object.assign({}, device, timer)
