import { deviceActions, doorLockActions } from './mini-program'
import { openApiActions, openApiUnlockMethodActions, openApiUserActions } from './open-api'
import { openApiDeviceActions } from './open-api/device'
import { openApiLockActions } from './open-api/lock'
import { panelActions } from './panel'
import { panelLockActions } from './panel/lock'

// With more than three registries at once, the type of Object.assign would be `any`.
const miniProgramActions = /*#__PURE__*/ Object.assign({}, deviceActions, doorLockActions)
const routeActions = /*#__PURE__*/ Object.assign(
  {},
  openApiActions,
  openApiLockActions,
  openApiDeviceActions,
)
const everyPanelAction = /*#__PURE__*/ Object.assign({}, panelActions, panelLockActions)

/** Every operation of this package. */
export const allActions = /*#__PURE__*/ Object.assign(
  {},
  miniProgramActions,
  routeActions,
  everyPanelAction,
)

export {
  deviceActions,
  doorLockActions,
  openApiActions,
  openApiDeviceActions,
  openApiLockActions,
  openApiUnlockMethodActions,
  openApiUserActions,
  panelActions,
  panelLockActions,
}
