/** The operations of a device panel: each by its name, and all of them as a registry for `createPanel`. */
export { panelActions } from '../../../actions/panel'
export * from '../../../actions/panel/members'
export * from '../../../actions/panel/offline-passwords'
export * from '../../../actions/panel/records'
export * from '../../../actions/panel/temporary-passwords'
export * from '../../../actions/panel/unlock-methods'
