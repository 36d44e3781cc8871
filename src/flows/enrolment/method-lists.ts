import { flatMap } from '../../core/contract/flat-map'
import type { CallOptions } from '../../core/pipeline/call'
import type { ActionName, LockContext } from '../shared/lock-context'
import type { EnrolledMethod } from './enrol-request'
import { namesOf } from './method-names'

/** The user and the kind of a method. */
export interface MethodOwner {
  readonly type: EnrolledMethod['type']
  readonly userId: string
  /** The user kind of document 003. */
  readonly userKind: 1 | 2
}

export interface ListedMethod {
  /** In a list of all users. */
  readonly userId?: string
  readonly dpCode: string
  readonly unlockSn: number
  readonly id?: string
  readonly name?: string
}

type List = (
  lock: LockContext,
  owner: MethodOwner,
  options: CallOptions,
) => Promise<readonly ListedMethod[]>

const PAGE = { page_no: 1, page_size: 50 }
/** Stored or being stored; methods in later phases failed, are being deleted, or are not on the lock yet (document 000). */
const LAST_STORED_PHASE = 6

/** The operations that list the methods of one user. */
export const listsOfUser: readonly (readonly [ActionName, List])[] = [
  [
    'doorLock.listUserOpmodes',
    async ({ pages, deviceId }, { type, userId }, options) => {
      const all = pages(
        'doorLock.listUserOpmodes',
        {
          device_id: deviceId,
          user_id: userId,
          target_unlock_standard_dp_codes: namesOf(type).dpCode,
          ...PAGE,
        },
        options,
      )
      return (await allOf(all, ({ records }) => records)).map((row) => ({
        dpCode: row.dp_code,
        unlockSn: row.unlock_sn,
        ...nameOf(row.unlock_name),
      }))
    },
  ],
  [
    'GET /v1.0/smart-lock/devices/{device_id}/opmodes/{user_id}',
    async ({ pages, deviceId }, { type, userId }, options) => {
      const all = pages(
        'GET /v1.0/smart-lock/devices/{device_id}/opmodes/{user_id}',
        {
          device_id: deviceId,
          user_id: userId,
          codes: namesOf(type).dpCode,
          unlock_name: '',
          ...PAGE,
        },
        options,
      )
      return (await allOf(all, (rows) => rows))
        .filter(({ phase = LAST_STORED_PHASE }) => phase <= LAST_STORED_PHASE)
        .map((row) => ({
          dpCode: row.dp_code,
          unlockSn: row.unlock_sn,
          ...(row.opmode_id !== undefined && { id: row.opmode_id }),
          ...nameOf(row.unlock_name),
        }))
    },
  ],
  [
    'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys',
    async ({ call, deviceId }, { userId, userKind }, options) => {
      // Its filter supports only three kinds, so all methods are read and filtered later.
      const { unlock_keys } = await call(
        'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys',
        { device_id: deviceId, user_type: userKind, user_id: userId },
        options,
      )
      return unlock_keys.map(ofKey)
    },
  ],
]

/** The operations that list the methods without a user. */
export const listsOfUnassigned: readonly (readonly [ActionName, List])[] = [
  [
    'doorLock.listUnallocatedOpmodes',
    async ({ pages, deviceId }, _, options) => {
      const all = pages(
        'doorLock.listUnallocatedOpmodes',
        { device_id: deviceId, ...PAGE },
        options,
      )
      const kinds = await allOf(all, (rows) => rows)
      return flatMap(kinds, ({ unlock_info }) =>
        unlock_info.map((row) => ({
          dpCode: row.dp_code,
          unlockSn: row.unlock_sn,
          ...nameOf(row.unlock_name),
        })),
      )
    },
  ],
  [
    'GET /v1.0/devices/{device_id}/door-lock/unassigned-keys',
    async ({ call, deviceId }, _, options) => {
      const { unlock_keys } = await call(
        'GET /v1.0/devices/{device_id}/door-lock/unassigned-keys',
        { device_id: deviceId },
        options,
      )
      return unlock_keys.map(ofKey)
    },
  ],
]

interface UserWithMethods {
  readonly user_id: string
  readonly unlock_detail?:
    | readonly {
        readonly dp_code: string
        readonly unlock_list?:
          | readonly { readonly unlock_sn: number; readonly unlock_name?: string | undefined }[]
          | undefined
      }[]
    | undefined
}

const ofUsers = (users: readonly UserWithMethods[]): readonly ListedMethod[] =>
  flatMap(users, ({ user_id: userId, unlock_detail = [] }) =>
    flatMap(unlock_detail, ({ dp_code: dpCode, unlock_list = [] }) =>
      unlock_list.map(({ unlock_sn: unlockSn }) => ({ dpCode, unlockSn, userId })),
    ),
  )

/** The operations that list the methods of all users. One page, because a long list must not delay an enrolment. */
export const listsOfUsers: readonly (readonly [ActionName, List])[] = [
  [
    'doorLock.listUsers',
    async ({ call, deviceId }, { type }, options) => {
      const target_standard_dp_codes = namesOf(type).dpCode
      const params = { device_id: deviceId, target_standard_dp_codes, ...PAGE }
      return ofUsers((await call('doorLock.listUsers', params, options)).records)
    },
  ],
  [
    'GET /v1.0/smart-lock/devices/{device_id}/users',
    async ({ call, deviceId }, { type }, options) => {
      const params = { device_id: deviceId, codes: namesOf(type).dpCode, ...PAGE }
      const page = await call('GET /v1.0/smart-lock/devices/{device_id}/users', params, options)
      return ofUsers(page.records)
    },
  ],
]

const REMOTE = 'remoteControl'

const ofKey = (key: {
  readonly unlock_type: string
  readonly unlock_no: number
}): ListedMethod => ({
  dpCode:
    key.unlock_type === REMOTE ? namesOf('remote-control').dpCode : `unlock_${key.unlock_type}`,
  unlockSn: key.unlock_no,
})

const nameOf = (name: string) => (name === '' ? {} : { name })

const allOf = async <Page, Row>(
  pages: AsyncIterableIterator<Page>,
  rowsOf: (page: Page) => readonly Row[],
): Promise<readonly Row[]> => {
  const rows: Row[] = []
  for (let step = await pages.next(); step.done !== true; step = await pages.next())
    for (const row of rowsOf(step.value)) rows.push(row)
  return rows
}
