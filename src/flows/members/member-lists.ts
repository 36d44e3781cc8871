import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { codeOfKind, type MethodKind } from '../methods/method'
import { failWith } from '../shared/expect'
import type { LockContext, ResultOfCall } from '../shared/lock-context'
import { type Batches, batchesOf, concatBatches, singleBatch } from './batches'
import type { Member, MemberFailure } from './member'
import { overlappingBatches } from './overlapping-batches'
import { memberOfPanelRow, memberOfRow } from './read-member'
import { type GivenRole, roleNames } from './roles'

/**
 * Options of `members.all`.
 *
 * @example
 * ```ts
 * const options: AllMembersOptions = { keyword: 'Chloe', pageSize: 20 }
 * for await (const member of frontDoor.members.all(options)) member.name
 * ```
 */
export interface AllMembersOptions {
  /** The number of members in a page. @default 50 */
  readonly pageSize?: number
  /** A part of the name or of the contact. */
  readonly keyword?: string
  /** `administrator` includes the owner, as in the cloud's own filter. */
  readonly role?: GivenRole
  /** The method kinds to include; panel APIs return only names, of all kinds. */
  readonly methods?: readonly MethodKind[]
  /** Aborts the current request. */
  readonly signal?: AbortSignalLike | undefined
}

export const listing = { action: 'members.all' }
export const PAGE_SIZE = 50

/** Starts at the first page. */
export type List = (lock: LockContext, options: AllMembersOptions) => Batches

const callOptionsOf = ({ signal }: AllMembersOptions) => ({ signal })
const codesOf = ({ methods = [] }: AllMembersOptions) => methods.map(codeOfKind).join(',')
const firstPage = ({ pageSize = PAGE_SIZE }: AllMembersOptions) => ({
  page_no: 1,
  page_size: pageSize,
})

export const miniProgramList: List = (lock, options) =>
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
  { cloudNow }: LockContext,
  page: {
    readonly records: readonly Parameters<typeof memberOfRow>[0][]
    readonly total?: number | undefined
  },
) => ({ members: page.records.map((row) => memberOfRow(row, cloudNow())), total: page.total })

type PanelRows = ResultOfCall<'tuya.m.device.member.list'>

const panelMembers = (rows: PanelRows): readonly Member[] =>
  rows.map((row) => ({ ...memberOfPanelRow(row), methodNames: [...row.unlockList] }))

/** The members without an account. */
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

/** The members of the home, then the members without an account. */
export const panelList: List = (lock, options) => {
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
    ? concatBatches(ofHome, panelUserList(lock, options))
    : ofHome
}

export const accessControlList: List = (lock, options) =>
  batchesOf(
    lock.pages(
      'GET /v1.1/devices/{device_id}/users',
      {
        device_id: lock.deviceId,
        keyword: options.keyword ?? '',
        role: options.role === undefined ? '' : roleNames[options.role],
        ...firstPage(options),
      },
      callOptionsOf(options),
    ),
    (page) => pageOf(lock, page),
  )

export const homeList: List = (lock, options) =>
  batchesOf(
    lock.pages(
      'GET /v1.0/smart-lock/devices/{device_id}/users',
      { device_id: lock.deviceId, codes: codesOf(options), ...firstPage(options) },
      callOptionsOf(options),
    ),
    (page) => pageOf(lock, page),
  )

/** No table has the id (document 000, lines 819-848), but a cloud may send it. */
export const oldList: List = (lock, options) =>
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
    : failWith<MemberFailure>(
        listing,
        'no-ids',
        'Use mini-program operations or panel APIs, which return ids.',
      )
}
