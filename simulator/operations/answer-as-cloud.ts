import type { Action } from '../../src/core/action'
import { isObject } from '../checks/composite-values'
import type { Cloud } from '../cloud'
import { Refusal } from '../refusal'
import { reportedMsg } from '../reported-answers'
import type { CloudBehaviour, WrongTotals } from '../world/cloud-behaviour'

type Fields = Readonly<Record<string, unknown>>

/** Refuses the actions of `deniedActions`. */
export const refuseDenied = ({ deniedActions = {} }: CloudBehaviour, action: string): void => {
  const code = Object.hasOwn(deniedActions, action) ? deniedActions[action] : undefined
  if (code === undefined) return
  const msg = reportedMsg(code) ?? 'permission deny'
  throw new Refusal(code, msg, `action is in deniedActions: ${action}`)
}

const sizes = ['page_size', 'pageSize', 'limit']
const firstPage: Fields = { page_no: 1, offset: 0, lastRowKey: undefined }

/** Checked parameters, with the page that the cloud reads in place of the requested one. */
export const readPage = <Params extends object>(
  { mostRowsPerPage = Number.POSITIVE_INFINITY, repeatsFirstPage = false }: CloudBehaviour,
  params: Params,
): Params => {
  const page = Object.entries(params).map(([name, value]) => {
    if (sizes.includes(name) && typeof value === 'number')
      return [name, Math.min(value, mostRowsPerPage)]
    return [name, repeatsFirstPage && Object.hasOwn(firstPage, name) ? firstPage[name] : value]
  })
  return Object.fromEntries(page) as Params
}

interface Totals {
  /** Of `total` and its other names. */
  readonly total: number
  readonly pages: number
  /** Of `has_more` and its other names; as it is if absent. */
  readonly hasMore?: boolean
}

/** More rows and pages than any list of a simulated lock has. */
const MANY = 10_000

const totalsOf: Readonly<Record<WrongTotals, (rows: number) => Totals>> = {
  'of-page': (rows) => ({ total: rows, pages: 1 }),
  none: () => ({ total: 0, pages: 0 }),
  endless: () => ({ total: MANY, pages: MANY, hasMore: true }),
}

const fieldsOf = ({ total, pages, hasMore }: Totals): Fields => ({
  total,
  totalCount: total,
  total_pages: pages,
  ...(hasMore !== undefined && { has_more: hasMore, hasMore, hasNext: hasMore }),
})

/** A result, with the totals of `listTotals` if it is a page. */
export const withTotals = ({ listTotals }: CloudBehaviour, result: unknown): unknown => {
  if (listTotals === undefined || !isObject(result)) return result
  const rows = Object.values(result).find(Array.isArray)?.length
  if (rows === undefined) return result
  const totals = fieldsOf(totalsOf[listTotals](rows))
  return Object.fromEntries(
    Object.entries(result).map(([name, value]) => [
      name,
      Object.hasOwn(totals, name) ? totals[name] : value,
    ]),
  )
}

/** The cloud as one action sees it: reads see lists that lag, and records with the times of this source. */
export const seenBy = (cloud: Cloud, { name, safety }: Pick<Action, 'name' | 'safety'>): Cloud => {
  if (safety !== 'read') return cloud
  const { listLagMs = 0, recordOffsetsMs = {} } = cloud.world
  const world = listLagMs > 0 ? cloud.history.laggingWorld(cloud) : cloud.world
  const offsetMs = Object.hasOwn(recordOffsetsMs, name) ? (recordOffsetsMs[name] ?? 0) : 0
  if (offsetMs === 0) return { ...cloud, world }
  const log = world.log.map((entry) => ({ ...entry, timeMs: entry.timeMs + offsetMs }))
  return { ...cloud, world: { ...world, log } }
}
