import { isObject } from '../../src/core/options/check'
import { mayManage } from '../../src/flows/members/may-manage'
import type { MemberRole } from '../../src/flows/members/member'
import { roleOf } from '../../src/flows/members/roles'
import type { Decision } from './policy'

interface Viewer {
  readonly role: MemberRole
  readonly userId: string | undefined
}

type Row = Readonly<Record<string, unknown>>

/** The names of the rows of the pages that have users or records. */
const rowFields = ['records', 'logs'] as const

/** The part of an answer that the user may see. The counts of the whole list are left out. */
export const visibleResult = (result: unknown, decision: Decision, viewer: Viewer): unknown => {
  if (decision === 'allowed') return result
  if (Array.isArray(result)) return visibleRows(result, decision, viewer)
  if (!isObject(result)) return undefined
  const { total: _, total_pages: __, unreadCount: ___, ...page } = result
  const field = rowFields.find((name) => Array.isArray(page[name]))
  if (field === undefined) return undefined
  return { ...page, [field]: visibleRows(page[field] as readonly Row[], decision, viewer) }
}

const visibleRows = (rows: readonly Row[], decision: Decision, viewer: Viewer): readonly Row[] =>
  rows.filter((row) => isVisible(row, decision, viewer))

const isVisible = (row: Row, decision: Decision, { role, userId }: Viewer): boolean => {
  const id = String(row.user_id)
  if (decision === 'own-rows') return userId !== undefined && id === userId
  const actor = { role, ...(userId !== undefined && { id: userId }) }
  return mayManage(actor, { role: roleOf(Number(row.user_type)), id }, 'view')
}
