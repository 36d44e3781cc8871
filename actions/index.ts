import { deviceActions, doorLockActions } from './mini-program'
import { openApiActions, openApiUnlockMethodActions, openApiUserActions } from './open-api'
import { panelActions } from './panel'

// With more than three registries at once, the type of Object.assign would be `any`.
const miniProgramActions = /*#__PURE__*/ Object.assign({}, deviceActions, doorLockActions)

/** Every operation of this package. */
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
