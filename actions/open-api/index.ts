import * as unlockMethods from './unlock-methods'
import * as users from './users'

// Object.assign and not a spread: bundlers can drop a call that is marked pure, but not a spread.

/** The routes on the users of a lock, their roles, validity periods and methods (documents 000 and 002). */
export const openApiUserActions = /*#__PURE__*/ Object.assign({}, users)

/** The routes on unlocking methods: enrolment, names, alarms, synchronisation (document 003). */
export const openApiUnlockMethodActions = /*#__PURE__*/ Object.assign({}, unlockMethods)

/** Every route of the family. */
export const openApiActions = /*#__PURE__*/ Object.assign(
  {},
  openApiUserActions,
  openApiUnlockMethodActions,
)
