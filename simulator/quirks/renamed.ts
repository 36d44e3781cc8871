import { isObject } from '../checks/objects'
import { changeAt } from './change-at'
import type { Quirk } from './quirk'

/** One name in the contract, another in the vendor's table or sample. `parent` is the path of the object. */
export const renamed = (parent: string, from: string, to: string): Quirk => ({
  name: `${from} called ${to}`,
  apply: (documented) =>
    changeAt(parent, documented, (value) => {
      if (!isObject(value) || !Object.hasOwn(value, from)) return value
      const { [from]: field, ...others } = value
      return { ...others, [to]: field }
    }),
  forgets: [],
})
