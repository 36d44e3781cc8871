import { deviceActions, doorLockActions } from './mini-program'

/** Every operation that this package knows. */
export const allActions = /*#__PURE__*/ Object.assign({}, deviceActions, doorLockActions)

export { deviceActions, doorLockActions }
export { openApiActions, openApiUnlockMethodActions, openApiUserActions } from './open-api'
