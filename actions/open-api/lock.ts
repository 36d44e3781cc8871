import * as temporaryPasswords from './temporary-passwords'
import * as tickets from './tickets'
import * as unlocking from './unlocking'

// Object.assign and not a spread: bundlers can drop a call that is marked pure, but not a spread.

/** The routes on a lock that the documents leave out and real clients call. */
export const openApiLockActions = /*#__PURE__*/ Object.assign(
  {},
  tickets,
  temporaryPasswords,
  unlocking,
)
