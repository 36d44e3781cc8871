import { type KnownKind, kindNamed, knownKinds } from '../shared/method-kinds'

export { namesOf } from '../shared/method-kinds'

/** The method kinds that can be enrolled. */
export type EnrolmentType = KnownKind

export const enrolmentTypes = knownKinds

/** `undefined` for a kind that cannot be enrolled, such as a temporary password. */
export const typeNamed = kindNamed
