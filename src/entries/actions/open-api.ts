/** The routes of the REST interface: each by its name, and all of them as registries for `createPanel`. */
export {
  openApiActions,
  openApiUnlockMethodActions,
  openApiUserActions,
} from '../../../actions/open-api'
export * from '../../../actions/open-api/unlock-methods'
export * from '../../../actions/open-api/users'
