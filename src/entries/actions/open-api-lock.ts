/** The routes on a lock that real clients call: each by its name, and all of them as a registry for `createPanel`. */
export { openApiLockActions } from '../../../actions/open-api/lock'
export * from '../../../actions/open-api/lock-records'
export * from '../../../actions/open-api/media'
export * from '../../../actions/open-api/offline-passwords'
export * from '../../../actions/open-api/temporary-passwords'
export * from '../../../actions/open-api/tickets'
export * from '../../../actions/open-api/unlocking'
