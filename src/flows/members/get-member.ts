import type { CallOptions } from '../../core/pipeline/call'
import { methodsOfDetail } from '../methods/method-rows'
import { expectId } from '../shared/expect'
import type { LockContext } from '../shared/lock-context'
import { PANEL_LIST } from './channels'
import type { Member } from './member'
import { readAdded } from './read-added'
import { lockUserIdOf, memberOfPanelRow, memberOfRow } from './read-member'
import { roleOf } from './roles'

type Get = (lock: LockContext, id: string, options: CallOptions) => Promise<Member>

const origin = { action: 'members.get' }
/** The current user, in the vendor's operations. */
const CURRENT_USER = '0'

const miniProgramGet: Get = async (lock, id, options) =>
  memberOfRow(
    await lock.call('doorLock.getUser', { device_id: lock.deviceId, user_id: id }, options),
    lock.cloudNow(),
  )

const accessControlGet: Get = async (lock, id, options) =>
  memberOfRow(
    await lock.call(
      'GET /v1.1/devices/{device_id}/users/{user_id}',
      { device_id: lock.deviceId, user_id: id },
      options,
    ),
    lock.cloudNow(),
  )

const panelGet: Get = async (lock, userId, options) => {
  const params = { devId: lock.deviceId, userId }
  const detail = await lock.call('tuya.m.device.member.detail', params, options)
  return { ...memberOfPanelRow(detail), methods: methodsOfDetail(detail, lock.options.schema) }
}

/** The answer has neither id nor role, and administrators cannot be read. */
const oldGet: Get = async (lock, id, options) => {
  const { nick_name: name = '', contact = '' } = await lock.call(
    'GET /v1.0/devices/{device_id}/users/{user_id}',
    { device_id: lock.deviceId, user_id: id },
    options,
  )
  return { id, name, role: 'unknown', ...(contact !== '' && { contact }) }
}

export const getMember = async (lock: LockContext, id: string): Promise<Member> => {
  expectId(id, origin)
  if (id === 'me') return getCurrent(lock)
  const get = lock.selectOperation<Get>(origin.action, [
    ['doorLock.getUser', miniProgramGet],
    ['GET /v1.1/devices/{device_id}/users/{user_id}', accessControlGet],
    ['tuya.m.device.member.detail', panelGet],
    ['GET /v1.0/devices/{device_id}/users/{user_id}', oldGet],
  ])
  return readAdded(lock, origin, id, (options) => get(lock, id, options))
}

/** The answer has no name; the list of the home does. */
const panelCurrent: Get = async (lock, _, options) => {
  const { deviceId: devId, call, supports } = lock
  const { userId, lockUserId, userType } = await call(
    'tuya.m.device.member.panel.get',
    { devId, userId: '' },
    options,
  )
  const rows = supports(PANEL_LIST) ? await call(PANEL_LIST, { devId }, options) : []
  const row = rows.find((one) => one.userId === userId)
  return {
    name: '',
    ...(row !== undefined && memberOfPanelRow(row)),
    id: userId,
    // The list has the owner as an administrator.
    role: roleOf(userType),
    ...lockUserIdOf(lockUserId),
  }
}

const getCurrent = (lock: LockContext): Promise<Member> => {
  const get = lock.selectOperation<Get>(origin.action, [
    ['doorLock.getUser', miniProgramGet],
    ['GET /v1.1/devices/{device_id}/users/{user_id}', accessControlGet],
    ['tuya.m.device.member.panel.get', panelCurrent],
  ])
  return get(lock, CURRENT_USER, {})
}
