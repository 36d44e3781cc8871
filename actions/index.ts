import { deviceActions, doorLockActions } from './mini-program'
import { openApiActions, openApiUnlockMethodActions, openApiUserActions } from './open-api'
import { panelActions } from './panel'

// Of more than three registries at once, Object.assign would give `any`.
const miniProgramActions = /*#__PURE__*/ Object.assign({}, deviceActions, doorLockActions)

/** Every operation that this package knows. */
export const allActions = /*#__PURE__*/ Object.assign(
  {},
  miniProgramActions,
  openApiActions,
  panelActions,
)

export {
  deviceActions,
  doorLockActions,
  openApiActions,
  openApiUnlockMethodActions,
  openApiUserActions,
  panelActions,
}
