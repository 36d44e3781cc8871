import type { Member, MemberRole } from './member'

/** What a member does with the data of another. */
export type MemberAction = 'view' | 'add' | 'update' | 'delete'

/** Without ids, two members are never equal. */
export type ManagedPerson = Pick<Member, 'role'> & Partial<Pick<Member, 'id'>>

interface Permissions {
  /** The roles whose data they may view, add, update and delete. */
  readonly managedRoles: readonly MemberRole[]
  /** The actions for their own data. */
  readonly self: readonly MemberAction[]
}

const ownData: readonly MemberAction[] = ['view', 'update']
const noPermissions: Permissions = { managedRoles: [], self: [] }

/**
 * Document 000, lines 1275-1279: a role manages lower roles, never its own; the owner manages all other members. Anything
 * that the section does not name is not permitted: deleting oneself, a second owner, and all actions of shared, anonymous
 * and unknown users.
 */
const permissions: Readonly<Record<MemberRole, Permissions>> = {
  owner: {
    managedRoles: ['administrator', 'member', 'anonymous', 'shared', 'unknown'],
    self: ownData,
  },
  administrator: { managedRoles: ['member'], self: ownData },
  member: { managedRoles: [], self: ownData },
  anonymous: noPermissions,
  shared: noPermissions,
  unknown: noPermissions,
}

/** An app's own server may use other role names. */
const isRole = (role: string): role is MemberRole => Object.keys(permissions).includes(role)

/**
 * Whether a member may perform an action on the data of another, by the vendor's section on roles. The section is a
 * recommendation; neither the documented operations nor the flows enforce it. Use it to show or hide buttons.
 *
 * @example
 * ```ts
 * const isAllowed = mayManage({ role: 'administrator' }, { role: 'member' }, 'delete') // true
 * ```
 */
export const mayManage = (
  actor: ManagedPerson,
  target: ManagedPerson,
  action: MemberAction = 'update',
): boolean => {
  const { managedRoles, self } = isRole(actor.role) ? permissions[actor.role] : noPermissions
  const isSelf = actor === target || (actor.id !== undefined && actor.id === target.id)
  return isSelf ? self.includes(action) : managedRoles.includes(target.role)
}
