import type { Member, MemberRole } from './member'

export type MemberAction = 'view' | 'add' | 'update' | 'delete'

/** Without ids two people are never the same. */
export type ManagedPerson = Pick<Member, 'role'> & Partial<Pick<Member, 'id'>>

interface Power {
  /** Whom they view, add, update and delete. */
  readonly over: readonly MemberRole[]
  /** What they do with their own data. */
  readonly self: readonly MemberAction[]
}

const ownData: readonly MemberAction[] = ['view', 'update']
const nothing: Power = { over: [], self: [] }

/**
 * Document 000, lines 1275-1279: one manages downwards, never sideways; the owner manages everyone. Where the section is
 * silent the answer is no: deleting oneself, a second owner, and whatever shared, anonymous and unknown users may do.
 */
const powers: Readonly<Record<MemberRole, Power>> = {
  owner: { over: ['administrator', 'member', 'anonymous', 'shared', 'unknown'], self: ownData },
  administrator: { over: ['member'], self: ownData },
  member: { over: [], self: ownData },
  anonymous: nothing,
  shared: nothing,
  unknown: nothing,
}

/** What a server of the app's own calls a role may be none. */
const isRole = (role: string): role is MemberRole => Object.keys(powers).includes(role)

/**
 * Whether somebody may do something with the data of a member, after the vendor's section on roles. The section
 * recommends; no documented operation enforces it, and no flow does: it is for the buttons that a panel shows.
 */
export const mayManage = (
  actor: ManagedPerson,
  target: ManagedPerson,
  action: MemberAction = 'update',
): boolean => {
  const { over, self } = isRole(actor.role) ? powers[actor.role] : nothing
  const isSelf = actor === target || (actor.id !== undefined && actor.id === target.id)
  return isSelf ? self.includes(action) : over.includes(target.role)
}
