import type { LockContext } from '../shared/lock-context'
import { expectId } from './expect'
import type { Member } from './member'
import { methodsOfDetail } from './method-rows'
import { memberOfPanelRow, memberOfRow } from './read-member'

type Get = (lock: LockContext, id: string) => Promise<Member>

const origin = { action: 'members.get' }
/** The current user, in the vendor's operations. */
const CURRENT_USER = '0'

const miniProgramGet: Get = async (lock, id) =>
  memberOfRow(
    await lock.call('doorLock.getUser', { device_id: lock.deviceId, user_id: id }),
    lock.cloudNow(),
  )

const accessControlGet: Get = async (lock, id) =>
  memberOfRow(
    await lock.call('GET /v1.1/devices/{device_id}/users/{user_id}', {
      device_id: lock.deviceId,
      user_id: id,
    }),
    lock.cloudNow(),
  )

const panelGet: Get = async (lock, userId) => {
  const detail = await lock.call('tuya.m.device.member.detail', { devId: lock.deviceId, userId })
  return { ...memberOfPanelRow(detail), methods: methodsOfDetail(detail) }
}

/** The answer has neither id nor role, and administrators cannot be read. */
const oldGet: Get = async (lock, id) => {
  const { nick_name: name = '', contact = '' } = await lock.call(
    'GET /v1.0/devices/{device_id}/users/{user_id}',
    { device_id: lock.deviceId, user_id: id },
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
  return get(lock, id)
}

const getCurrent = (lock: LockContext): Promise<Member> => {
  const get = lock.selectOperation<Get>(origin.action, [
    ['doorLock.getUser', miniProgramGet],
    ['GET /v1.1/devices/{device_id}/users/{user_id}', accessControlGet],
  ])
  return get(lock, CURRENT_USER)
}
