import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { LockContext, ResultOfCall } from '../shared/lock-context'
import { type Batches, batchesOf, inTurn, singleBatch } from './batches'
import { failWith } from './checks'
import { filtered } from './filtered'
import type { Member } from './member'
import { codeOfKind, type MethodKind } from './method'
import { overlappingBatches } from './overlapping-batches'
import { memberOfPanelRow, memberOfRow } from './read-member'
import { type GivenRole, roleWords } from './roles'

export interface AllMembersOptions {
  /** How many members a request brings along. @default 50 */
  readonly pageSize?: number
  /** A part of the name or of the contact. */
  readonly keyword?: string
  /** `administrator` stands for the owner too, as in the cloud's own filter. */
  readonly role?: GivenRole
  /** The kinds of method that shall come along; panel APIs give names alone, and of all kinds. */
  readonly methods?: readonly MethodKind[]
  /** Ends the request that is under way. */
  readonly signal?: AbortSignalLike
}

export const listing = { action: 'members.all' }
export const PAGE_SIZE = 50

/** Reads from the first page on. */
export type List = (lock: LockContext, options: AllMembersOptions) => Batches

const callOptionsOf = ({ signal }: AllMembersOptions) => ({ signal })
const codesOf = ({ methods = [] }: AllMembersOptions) => methods.map(codeOfKind).join(',')
const firstPage = ({ pageSize = PAGE_SIZE }: AllMembersOptions) => ({
  page_no: 1,
  page_size: pageSize,
})

const miniProgramList: List = (lock, options) =>
  batchesOf(
    lock.pages(
      'doorLock.listUsers',
      {
        device_id: lock.deviceId,
        target_standard_dp_codes: codesOf(options),
        ...firstPage(options),
      },
      callOptionsOf(options),
    ),
    (page) => pageOf(lock, page),
  )

const pageOf = (
  { clock }: LockContext,
  page: {
    readonly records: readonly Parameters<typeof memberOfRow>[0][]
    readonly total?: number | undefined
  },
) => ({ members: page.records.map((row) => memberOfRow(row, clock.now())), total: page.total })

type PanelRows = ResultOfCall<'tuya.m.device.member.list'>

const panelMembers = (rows: PanelRows): readonly Member[] =>
  rows.map((row) => ({ ...memberOfPanelRow(row), methodNames: [...row.unlockList] }))

/** Those without an account. */
export const panelUserList: List = (lock, options) =>
  overlappingBatches(
    async (offset, limit) =>
      panelMembers(
        await lock.call(
          'tuya.m.device.member.panel.list',
          { devId: lock.deviceId, offset, limit },
          callOptionsOf(options),
        ),
      ),
    options.pageSize ?? PAGE_SIZE,
  )

/** Those of the home, then those without an account. */
const panelList: List = (lock, options) => {
  const ofHome = singleBatch(async () => ({
    members: panelMembers(
      await lock.call(
        'tuya.m.device.member.list',
        { devId: lock.deviceId },
        callOptionsOf(options),
      ),
    ),
  }))
  return lock.supports('tuya.m.device.member.panel.list')
    ? inTurn(ofHome, panelUserList(lock, options))
    : ofHome
}

const accessControlList: List = (lock, options) =>
  batchesOf(
    lock.pages(
      'GET /v1.1/devices/{device_id}/users',
      {
        device_id: lock.deviceId,
        keyword: options.keyword ?? '',
        role: options.role === undefined ? '' : roleWords[options.role],
        ...firstPage(options),
      },
      callOptionsOf(options),
    ),
    (page) => pageOf(lock, page),
  )

const homeList: List = (lock, options) =>
  batchesOf(
    lock.pages(
      'GET /v1.0/smart-lock/devices/{device_id}/users',
      { device_id: lock.deviceId, codes: codesOf(options), ...firstPage(options) },
      callOptionsOf(options),
    ),
    (page) => pageOf(lock, page),
  )

/** No table has the id (document 000, lines 819-848); a cloud that sends it all the same is believed. */
const oldList: List = (lock, options) =>
  singleBatch(async () => {
    const rows = await lock.call(
      'GET /v1.0/devices/{device_id}/users',
      { device_id: lock.deviceId },
      callOptionsOf(options),
    )
    return {
      members: rows.map((row): Member => {
        const { nick_name: name = '', contact = '' } = row
        return { id: idOf(row), name, role: 'unknown', ...(contact !== '' && { contact }) }
      }),
    }
  })

const idOf = (row: object): string => {
  const { user_id: id } = row as { readonly user_id?: unknown }
  return typeof id === 'string' || typeof id === 'number'
    ? String(id)
    : failWith(
        listing,
        'no-ids',
        'Mini-program operations and panel APIs name them with their ids.',
      )
}

export const chooseList = (lock: LockContext): List =>
  lock.selectOperation<List>(listing.action, [
    ['doorLock.listUsers', filtered(miniProgramList)],
    ['tuya.m.device.member.list', filtered(panelList)],
    // The one that filters itself, by the account too.
    ['GET /v1.1/devices/{device_id}/users', accessControlList],
    ['GET /v1.0/smart-lock/devices/{device_id}/users', filtered(homeList)],
    ['GET /v1.0/devices/{device_id}/users', filtered(oldList)],
  ])
