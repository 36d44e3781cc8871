/** Every entry in one, with the registries of actions in place of the single actions. */
export {
  allActions,
  deviceActions,
  doorLockActions,
  openApiActions,
  openApiDeviceActions,
  openApiLockActions,
  openApiUnlockMethodActions,
  openApiUserActions,
  panelActions,
  panelLockActions,
} from '../../actions'
export * from './core'
export * from './crypto'
export * from './data-points'
export * from './flows'
export * from './native'
export * from './open-api'
export * from './words'
