/** The fingerprints, cards and passwords of a lock. */
export type { MethodList, MissingMethods } from '../../flows/methods/list'
export type {
  MethodFailure,
  MethodKind,
  MethodNotice,
  MethodRef,
  UnlockMethod,
} from '../../flows/methods/method'
export type { Methods } from '../../flows/methods/methods'
export { methods } from '../../flows/methods/methods'
