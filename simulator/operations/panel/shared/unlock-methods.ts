import { type CheckedBy, type Checks, optional } from '../../../checks/check'
import { itemsOf } from '../../../checks/composite-values'
import { integer, name } from '../../../checks/values'
import { refuse } from '../../../refusal'
import type { Lock } from '../../../world/lock'
import { methodNamed, type Opmode } from '../../../world/unlock-methods'

/** One method, as the tables say, or several, as the samples show. */
export const methodsOfUserParams = {
  devId: name,
  userId: name,
  unlockId: optional(name),
  unlockIds: optional(itemsOf(name)),
} satisfies Checks

/** The methods that these parameters name. */
export const namedMethods = (
  lock: Lock,
  { unlockId, unlockIds }: CheckedBy<typeof methodsOfUserParams>,
): readonly Opmode[] => {
  if (unlockId !== undefined && unlockIds !== undefined)
    return refuse('param is illegal', 'unlockId beside unlockIds')
  const ids = unlockIds ?? (unlockId === undefined ? [] : [unlockId])
  if (ids.length === 0) return refuse('param is empty', 'unlockId')
  return ids.map((id) => methodNamed(lock, id))
}

/** None of them is assigned to another user. */
export const areAssignableTo = (methods: readonly Opmode[], userId: string): boolean =>
  methods.every((method) => method.userId === undefined || method.userId === userId)

export const assignTo = (methods: readonly Opmode[], userId: string): void => {
  for (const method of methods) {
    method.userId = userId
    method.everAllocated = true
  }
}

/** Both halves of an id such as 1-2. */
export const hijackingParams = { devId: name, dpId: integer(), dpValue: integer() }

export const hijackedMethod = (
  lock: Lock,
  { dpId, dpValue }: { readonly dpId: number; readonly dpValue: number },
): Opmode => methodNamed(lock, `${dpId}-${dpValue}`)

export const unassignedOf = ({ opmodes }: Lock): readonly Opmode[] =>
  opmodes.filter(({ userId }) => userId === undefined)
