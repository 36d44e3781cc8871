import { isObject } from '../checks/objects'
import type { Quirk } from './quirk'

/** A page in the contract, its rows alone in the sample, without a total. */
export const bareRows = (rows: string, forgets: readonly string[]): Quirk => ({
  name: `the bare ${rows}`,
  apply: (documented) => (isObject(documented) ? documented[rows] : documented),
  forgets,
})
