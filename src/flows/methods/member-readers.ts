import type { CallOptions } from '../../core/pipeline/call'
import { type UserKind, userKindsOf } from '../members/roles'
import type { LockContext } from '../shared/lock-context'
import { ASSIGNED_KEYS, METHODS, USER_METHODS } from './channels'
import { codeOfKind, isSameMethod, type MethodKind, type UnlockMethod } from './method'
import { methodOfKey, methodsOfRows } from './method-rows'
import { firstOfUserKinds } from './user-kinds'

interface MemberQuery {
  /** An operation that cannot filter returns all kinds. @default all kinds */
  readonly kind?: MethodKind
  /** The user kinds of document 003. @default every kind that the lock type has */
  readonly userKinds?: readonly UserKind[]
}

export type ReadMember = (
  lock: LockContext,
  memberId: string,
  options: CallOptions,
  query?: MemberQuery,
) => Promise<readonly UnlockMethod[]>

export const PAGE = { page_no: 1, page_size: 50 }

const codesOf = ({ kind }: MemberQuery): string => (kind === undefined ? '' : codeOfKind(kind))

/** The rows of all pages. */
const rowsOf = async <Page, Row>(
  pages: AsyncIterableIterator<Page>,
  read: (page: Page) => readonly Row[],
): Promise<readonly Row[]> => {
  const rows: Row[] = []
  for (let page = await pages.next(); page.done !== true; page = await pages.next())
    for (const row of read(page.value)) rows.push(row)
  return rows
}

export const miniProgramMethods: ReadMember = async (
  { deviceId, pages },
  user_id,
  options,
  query = {},
) => {
  const target_unlock_standard_dp_codes = codesOf(query)
  const params = { device_id: deviceId, user_id, target_unlock_standard_dp_codes, ...PAGE }
  const rows = await rowsOf(pages(METHODS, params, options), ({ records }) => records)
  return methodsOfRows(rows, user_id)
}

export const userMethods: ReadMember = async (
  { deviceId, pages },
  user_id,
  options,
  query = {},
) => {
  const params = { device_id: deviceId, user_id, codes: codesOf(query), unlock_name: '', ...PAGE }
  const rows = await rowsOf(pages(USER_METHODS, params, options), (page) => page)
  return methodsOfRows(rows, user_id)
}

/** Reads for every user kind, and returns each method once. Its filter supports three kinds, so it is not used. */
export const assignedKeys: ReadMember = async (lock, user_id, options, query = {}) => {
  const { userKinds = userKindsOf(lock.options.type) } = query
  const methods: UnlockMethod[] = []
  await firstOfUserKinds(userKinds, async (user_type) => {
    const params = { device_id: lock.deviceId, user_type, user_id }
    for (const key of (await lock.call(ASSIGNED_KEYS, params, options)).unlock_keys)
      methods.push(methodOfKey(key, user_id))
    return undefined
  })
  return methods.filter(isFirst)
}

/** For a list in which a method may stand twice. */
export const isFirst = (one: UnlockMethod, at: number, methods: readonly UnlockMethod[]): boolean =>
  methods.findIndex((other) => isSameMethod(one, other)) === at
