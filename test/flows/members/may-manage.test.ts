import { describe, expect, it } from 'vitest'
import type { MemberAction, MemberRole } from '../../../src/entries/flows/members'
import { mayManage } from '../../../src/flows/members/may-manage'
import roles from '../../fixtures/roles.json'

interface Row {
  readonly actor: string
  readonly target: string
  readonly action: string
  /** Null: the document does not say. */
  readonly allowed: boolean | null
}

const roleNames: Readonly<Record<string, MemberRole>> = {
  super_administrator: 'owner',
  administrator: 'administrator',
  common_user: 'member',
}
const ME = '1'
const SOMEBODY_ELSE = '2'

const roleNamed = (name: string): MemberRole => {
  const role = roleNames[name.replace(/^other_/, '')]
  if (role === undefined) throw new Error(`no role is named ${name}`)
  return role
}

const isAllowed = ({ actor, target, action }: Row): boolean => {
  const role = roleNamed(actor)
  return mayManage(
    { id: ME, role },
    target === 'self' ? { id: ME, role } : { id: SOMEBODY_ELSE, role: roleNamed(target) },
    action as MemberAction,
  )
}

const matrix: readonly Row[] = roles.matrix
const wordsOf = ({ actor, action, target, allowed }: Row) =>
  `${actor} ${action} ${target}: ${allowed}`

describe('the roles of document 000', () => {
  it('are all there', () => {
    expect(matrix).toHaveLength(40)
    expect(matrix.filter(({ allowed }) => allowed === null)).toHaveLength(3)
  })

  it.each(matrix.map((row) => [wordsOf(row), row] as const))(
    '%s, and no where nothing is said',
    (_, row) => {
      expect(isAllowed(row)).toBe(row.allowed ?? false)
    },
  )
})

describe('whom the document does not name', () => {
  const every: readonly MemberAction[] = ['view', 'add', 'update', 'delete']
  const others: readonly MemberRole[] = ['anonymous', 'shared', 'unknown']
  const may = (actor: MemberRole, target: MemberRole) =>
    every.filter((action) => mayManage({ id: ME, role: actor }, { id: '2', role: target }, action))

  it.each(others)('%s manages no member, not even themselves', (role) => {
    expect(may(role, 'member')).toEqual([])
    expect(every.filter((action) => mayManage({ id: ME, role }, { id: ME, role }, action))).toEqual(
      [],
    )
  })

  it.each(others)('%s is managed by the owner alone', (role) => {
    expect(may('owner', role)).toEqual(every)
    expect(may('administrator', role)).toEqual([])
    expect(may('member', role)).toEqual([])
  })
})

describe('an unknown role', () => {
  it.each(['guest', 'constructor', '__proto__', undefined])('may do nothing: %s', (role) => {
    const stranger = { id: ME, role: role as MemberRole }
    expect(mayManage(stranger, { id: '2', role: 'member' })).toBe(false)
    expect(mayManage(stranger, stranger, 'view')).toBe(false)
    expect(mayManage({ role: 'owner' }, stranger)).toBe(false)
  })
})

describe('two people', () => {
  it('are the same by their id, or as one and the same object', () => {
    const administrator = { role: 'administrator' } as const
    expect(mayManage(administrator, administrator)).toBe(true)
    expect(mayManage(administrator, { ...administrator })).toBe(false)
    expect(mayManage({ ...administrator, id: '7' }, { ...administrator, id: '7' })).toBe(true)
  })

  it('are asked about an update, if no action is named', () => {
    expect(mayManage({ role: 'owner' }, { role: 'member' })).toBe(true)
    expect(mayManage({ role: 'member' }, { role: 'owner' })).toBe(false)
  })
})
