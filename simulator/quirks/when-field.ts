import { isObject } from '../checks/objects'
import type { Quirk } from './quirk'

/** A quirk of one form of a union: of the objects that have the field. */
export const whenField = (field: string, quirk: Quirk): Quirk => ({
  ...quirk,
  name: `${quirk.name} beside ${field}`,
  apply: (documented) =>
    isObject(documented) && Object.hasOwn(documented, field) ? quirk.apply(documented) : documented,
})
