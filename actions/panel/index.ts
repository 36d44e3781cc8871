import * as members from './members'
import * as offlinePasswords from './offline-passwords'
import * as records from './records'
import * as temporaryPasswords from './temporary-passwords'
import * as unlockMethods from './unlock-methods'

// Object.assign and not a spread: bundlers can drop a call that is marked pure, but not a spread.
// With more than three registries at once, its type would be `any`.
const passwords = /*#__PURE__*/ Object.assign({}, temporaryPasswords, offlinePasswords)
const atTheLock = /*#__PURE__*/ Object.assign({}, unlockMethods, records)

/** The operations that a device panel calls through its host. */
export const panelActions = /*#__PURE__*/ Object.assign({}, members, atTheLock, passwords)
