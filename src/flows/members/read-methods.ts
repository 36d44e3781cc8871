import { flatMap } from '../../core/contract/flat-map'
import { isVendorError } from '../../core/errors/vendor-error'
import { selectChannel } from '../shared/channel'
import type { LockContext } from '../shared/lock-context'
import { ASSIGNED_KEYS, METHODS, memberChannels, PANEL_METHODS, USER_METHODS } from './channels'
import { expectId, failWith } from './expect'
import type { UnlockMethod } from './method'
import { methodOfKey, methodOfPanelRow, methodOfRow, methodsOfDetail } from './method-rows'
import { userKindsOf } from './roles'

type MethodsOf = (lock: LockContext, userId: string) => Promise<readonly UnlockMethod[]>
type Unassigned = (lock: LockContext) => Promise<readonly UnlockMethod[]>

const memberMethods = { action: 'members.methods' }
const unassigned = { action: 'members.unassigned' }
const PAGE_SIZE = 50
const firstPage = { page_no: 1, page_size: PAGE_SIZE }
const NO_SUCH_USER = 2006

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

const miniProgramMethods: MethodsOf = ({ deviceId, pages }, user_id) =>
  rowsOf(
    pages(METHODS, {
      device_id: deviceId,
      user_id,
      target_unlock_standard_dp_codes: '',
      ...firstPage,
    }),
    ({ records }) => records.map(methodOfRow),
  )

const panelMethods: MethodsOf = async ({ deviceId, call }, userId) =>
  methodsOfDetail(await call(PANEL_METHODS, { devId: deviceId, userId }))

const openApiMethods: MethodsOf = ({ deviceId, pages }, user_id) =>
  rowsOf(
    pages(USER_METHODS, {
      device_id: deviceId,
      user_id,
      codes: '',
      unlock_name: '',
      ...firstPage,
    }),
    (rows) => rows.map(methodOfRow),
  )

/** Reads for every possible user kind, and returns each method once. */
const assignedKeys: MethodsOf = async ({ deviceId, call, options }, user_id) => {
  const methods: UnlockMethod[] = []
  const kinds = userKindsOf(options.type)
  let refusal: unknown
  let refusals = 0
  for (const user_type of kinds) {
    try {
      const { unlock_keys } = await call(ASSIGNED_KEYS, { device_id: deviceId, user_type, user_id })
      for (const key of unlock_keys) methods.push(methodOfKey(key))
    } catch (error) {
      if (!isVendorError(error) || error.code !== NO_SUCH_USER) throw error
      refusal = error
      refusals++
    }
  }
  if (refusals === kinds.length) throw refusal
  return methods.filter(isFirst)
}

const isSame = (one: UnlockMethod, other: UnlockMethod): boolean =>
  one.kind === other.kind && one.number === other.number

const isFirst = (one: UnlockMethod, at: number, methods: readonly UnlockMethod[]): boolean =>
  methods.findIndex((other) => isSame(one, other)) === at

/** The methods of a member. */
export const methodsOf: MethodsOf = async (lock, id) => {
  expectId(id, memberMethods)
  const read = selectChannel(lock, memberMethods.action, memberChannels.methods, {
    [METHODS]: miniProgramMethods,
    [PANEL_METHODS]: panelMethods,
    [USER_METHODS]: openApiMethods,
    [ASSIGNED_KEYS]: assignedKeys,
  })
  return read(lock, id)
}

/** Not documented whether a page counts kinds or methods: the last page has fewer of both. */
const miniProgramUnassigned: Unassigned = async ({ deviceId, call }) => {
  const all: UnlockMethod[] = []
  for (let page_no = 1; ; page_no++) {
    const kinds = await call('doorLock.listUnallocatedOpmodes', {
      ...firstPage,
      device_id: deviceId,
      page_no,
    })
    const methods = flatMap(kinds, ({ unlock_info }) => unlock_info.map(methodOfRow))
    const isNew = (method: UnlockMethod) => !all.some((known) => isSame(known, method))
    const added = methods.filter(isNew)
    for (const method of added) all.push(method)
    // A page without a new method is the last one, or comes from a cloud without paging.
    if (added.length === 0 || Math.max(kinds.length, methods.length) < PAGE_SIZE) return all
  }
}

/** Two operations whose titles are swapped: one lists the methods, the other returns only whether there are any. */
const panelUnassigned: Unassigned = async ({ deviceId, call, supports }) => {
  const listed = await call('tuya.m.device.unlock.assignlist', { devId: deviceId })
  const groups =
    typeof listed === 'boolean' && supports('tuya.m.device.unlock.waitassign')
      ? await call('tuya.m.device.unlock.waitassign', { devId: deviceId })
      : listed
  if (typeof groups === 'boolean')
    return failWith(unassigned, 'not-listed', 'Use mini-program operations, which list them.')
  return flatMap(groups, ({ unlockInfo }) => unlockInfo.map(methodOfPanelRow))
}

const openApiUnassigned: Unassigned = async ({ deviceId, call }) => {
  const { unlock_keys } = await call('GET /v1.0/devices/{device_id}/door-lock/unassigned-keys', {
    device_id: deviceId,
  })
  return unlock_keys.map(methodOfKey)
}

/** The methods on the lock without a user. */
export const unassignedMethods: Unassigned = async (lock) =>
  lock.selectOperation<Unassigned>(unassigned.action, [
    ['doorLock.listUnallocatedOpmodes', miniProgramUnassigned],
    ['tuya.m.device.unlock.assignlist', panelUnassigned],
    ['GET /v1.0/devices/{device_id}/door-lock/unassigned-keys', openApiUnassigned],
  ])(lock)
