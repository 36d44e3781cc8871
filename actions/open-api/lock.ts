import * as lockRecords from './lock-records'
import * as media from './media'
import * as offlinePasswords from './offline-passwords'
import * as temporaryPasswords from './temporary-passwords'
import * as tickets from './tickets'
import * as unlocking from './unlocking'

// Object.assign and not a spread: bundlers can drop a call that is marked pure, but not a spread.
// With more than three registries at once, its type would be `any`.
const passwords = /*#__PURE__*/ Object.assign({}, temporaryPasswords, offlinePasswords)
const reports = /*#__PURE__*/ Object.assign({}, lockRecords, media)
const commands = /*#__PURE__*/ Object.assign({}, tickets, unlocking)

/** The routes on a lock that the documents leave out and real clients call. */
export const openApiLockActions = /*#__PURE__*/ Object.assign({}, commands, passwords, reports)
