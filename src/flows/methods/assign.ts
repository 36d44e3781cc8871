import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { selectChannel } from '../shared/channel'
import { expectId, expectParam } from '../shared/expect'
import type { LockContext } from '../shared/lock-context'
import { type Assignment, assignments } from './assignments'
import { ASSIGN, ASSIGN_EACH, ASSIGN_LIST, methodChannels, PANEL_ASSIGN } from './channels'
import { confirmed } from './confirm'
import { locate } from './find'
import type { MethodRef, RefWith } from './method'

type Assign = (lock: LockContext, methods: readonly MethodRef[], memberId: string) => Promise<void>

const origin: ErrorOrigin = { action: 'methods.assign' }

/** The methods with the fields that an operation requires. */
export const locateAll = async <Field extends keyof MethodRef>(
  lock: LockContext,
  from: ErrorOrigin,
  methods: readonly MethodRef[],
  fields: readonly Field[],
): Promise<readonly RefWith<Field>[]> => {
  const located: RefWith<Field>[] = []
  for (const [index, method] of methods.entries())
    located.push((await locate(lock, from, method, fields, { path: `methods[${index}]` })).ref)
  return located
}

export const expectMethods = (methods: readonly MethodRef[], from: ErrorOrigin): void =>
  expectParam(methods.length > 0, from, 'methods', 'expected at least one method')

const over =
  <Field extends keyof MethodRef>({ fields, send }: Assignment<Field>): Assign =>
  async (lock, methods, memberId) => {
    const located = await locateAll(lock, origin, methods, fields)
    await confirmed(lock, origin, {
      refs: located.map((ref) => ({ ...ref, memberId })),
      send: () => send(lock, memberId, located),
      isDone: (shown) => shown?.memberId === memberId,
    })
  }

/** Assigns methods to a member. */
export const assignMethods: Assign = async (lock, methods, memberId) => {
  const assign = selectChannel(lock, origin.action, methodChannels.assignedMethods, {
    [ASSIGN]: over(assignments[ASSIGN]),
    [PANEL_ASSIGN]: over(assignments[PANEL_ASSIGN]),
    [ASSIGN_LIST]: over(assignments[ASSIGN_LIST]),
    [ASSIGN_EACH]: over(assignments[ASSIGN_EACH]),
  })
  expectId(memberId, origin, 'memberId')
  expectMethods(methods, origin)
  await assign(lock, methods, memberId)
}
