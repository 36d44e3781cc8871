/** Every operation that this package knows, as one registry for `createPanel`. */
export { allActions } from '../../../actions'
