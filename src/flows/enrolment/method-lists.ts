import { flatMap } from '../../core/contract/flat-map'
import type { CallOptions } from '../../core/pipeline/call'
import {
  ASSIGNED_KEYS,
  METHODS,
  UNASSIGNED,
  UNASSIGNED_KEYS,
  USER_METHODS,
} from '../methods/channels'
import {
  assignedKeys,
  miniProgramMethods,
  PAGE,
  type ReadMember,
  userMethods,
} from '../methods/member-readers'
import type { UnlockMethod } from '../methods/method'
import { methodsOfRows } from '../methods/method-rows'
import { miniProgramUnassigned, unassignedKeys } from '../methods/unassigned'
import type { ActionName, LockContext } from '../shared/lock-context'
import { namesOf } from '../shared/method-kinds'
import type { EnrolledMethod } from './enrol-request'

/** The user and the kind of a method. */
export interface MethodOwner {
  readonly type: EnrolledMethod['type']
  readonly userId: string
  /** The user kind of document 003. */
  readonly userKind: 1 | 2
}

type List = (
  lock: LockContext,
  owner: MethodOwner,
  options: CallOptions,
) => Promise<readonly UnlockMethod[]>

const ofUser =
  (read: ReadMember): List =>
  (lock, { type, userId, userKind }, options) =>
    read(lock, userId, options, { kind: type, userKinds: [userKind] })

/** The operations that list the methods of one user; those of panel APIs do not name kinds. */
export const listsOfUser: readonly (readonly [ActionName, List])[] = [
  [METHODS, /*#__PURE__*/ ofUser(miniProgramMethods)],
  [USER_METHODS, /*#__PURE__*/ ofUser(userMethods)],
  [ASSIGNED_KEYS, /*#__PURE__*/ ofUser(assignedKeys)],
]

/** The operations that list the methods without a user. */
export const listsOfUnassigned: readonly (readonly [ActionName, List])[] = [
  [UNASSIGNED, (lock, _, options) => miniProgramUnassigned(lock, options)],
  [UNASSIGNED_KEYS, (lock, _, options) => unassignedKeys(lock, options)],
]

interface UserWithMethods {
  readonly user_id: string
  readonly unlock_detail?:
    | readonly {
        readonly dp_code: string
        readonly unlock_list?: readonly { readonly unlock_sn: number }[] | undefined
      }[]
    | undefined
}

const ofUsers = (users: readonly UserWithMethods[]): readonly UnlockMethod[] =>
  flatMap(users, ({ user_id, unlock_detail = [] }) =>
    flatMap(unlock_detail, ({ dp_code, unlock_list = [] }) =>
      methodsOfRows(
        unlock_list.map(({ unlock_sn }) => ({ dp_code, unlock_sn })),
        user_id,
      ),
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
