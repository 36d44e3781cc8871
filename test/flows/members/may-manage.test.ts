import { describe, expect, it } from 'vitest'
import type { MemberAction, MemberRole } from '../../../src/entries/flows/members'
import { mayManage } from '../../../src/flows/members/may-manage'
import roles from '../../fixtures/roles.json'

interface Row {
  readonly actor: string
  readonly target: string
  readonly action: string
  /** Null: the document does not specify it. */
  readonly allowed: boolean | null
}

const roleNames: Readonly<Record<string, MemberRole>> = {
  super_administrator: 'owner',
  administrator: 'administrator',
  common_user: 'member',
}
const OWN_ID = '1'
const OTHER_ID = '2'

const roleNamed = (name: string): MemberRole => {
  const role = roleNames[name.replace(/^other_/, '')]
  if (role === undefined) throw new Error(`no role is named ${name}`)
  return role
}

const isAllowed = ({ actor, target, action }: Row): boolean => {
  const role = roleNamed(actor)
  return mayManage(
    { id: OWN_ID, role },
    target === 'self' ? { id: OWN_ID, role } : { id: OTHER_ID, role: roleNamed(target) },
    action as MemberAction,
  )
}

const matrix: readonly Row[] = roles.matrix
const titleOf = ({ actor, action, target, allowed }: Row) =>
  `${actor} ${action} ${target}: ${allowed}`

describe('the role matrix of document 000', () => {
  it('has 40 rows, 3 of them unspecified', () => {
    expect(matrix).toHaveLength(40)
    expect(matrix.filter(({ allowed }) => allowed === null)).toHaveLength(3)
  })

  it.each(matrix.map((row) => [titleOf(row), row] as const))(
    'decides mayManage() for %s; null means not allowed',
    (_, row) => {
      expect(isAllowed(row)).toBe(row.allowed ?? false)
    },
  )
})

describe('mayManage() for a role outside the document', () => {
  const memberActions: readonly MemberAction[] = ['view', 'add', 'update', 'delete']
  const rolesOutside: readonly MemberRole[] = ['anonymous', 'shared', 'unknown']
  const may = (actor: MemberRole, target: MemberRole) =>
    memberActions.filter((action) =>
      mayManage({ id: OWN_ID, role: actor }, { id: '2', role: target }, action),
    )

  it.each(rolesOutside)('allows %s to manage no member, not even themselves', (role) => {
    expect(may(role, 'member')).toEqual([])
    expect(
      memberActions.filter((action) =>
        mayManage({ id: OWN_ID, role }, { id: OWN_ID, role }, action),
      ),
    ).toEqual([])
  })

  it.each(rolesOutside)('allows only the owner to manage %s', (role) => {
    expect(may('owner', role)).toEqual(memberActions)
    expect(may('administrator', role)).toEqual([])
    expect(may('member', role)).toEqual([])
  })
})

describe('mayManage()', () => {
  it.each(['guest', 'constructor', '__proto__', undefined])(
    'returns false for the unknown role %s',
    (role) => {
      const unknown = { id: OWN_ID, role: role as MemberRole }
      expect(mayManage(unknown, { id: '2', role: 'member' })).toBe(false)
      expect(mayManage(unknown, unknown, 'view')).toBe(false)
      expect(mayManage({ role: 'owner' }, unknown)).toBe(false)
    },
  )

  it('identifies a member by id, or by object identity without an id', () => {
    const administrator = { role: 'administrator' } as const
    expect(mayManage(administrator, administrator)).toBe(true)
    expect(mayManage(administrator, { ...administrator })).toBe(false)
    expect(mayManage({ ...administrator, id: '7' }, { ...administrator, id: '7' })).toBe(true)
  })

  it('decides about an update if the caller gives no action', () => {
    expect(mayManage({ role: 'owner' }, { role: 'member' })).toBe(true)
    expect(mayManage({ role: 'member' }, { role: 'owner' })).toBe(false)
  })
})
