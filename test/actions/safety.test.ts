import { describe, expect, it } from 'vitest'
import { schemaOf } from '../../src/core/contract/codec-schema'
import { vendorCode } from '../../src/core/errors/vendor-codes'
import { fieldsOf } from '../support/contract-fields'
import { everyAction } from '../support/registries'
import { partsOf } from './documented-forms'

const notFound = /^no such (?!device|user)/

const commands = everyAction.filter(({ safety }) => safety === 'once')

describe.each(commands)('the command $name', (action) => {
  it('has a check action that reads its outcome', () => {
    expect(action.check).toBeDefined()
    expect(action.check).not.toBe(action.name)
    // A check must not change anything, so it must be a read.
    const checkAction = everyAction.find(({ name }) => name === action.check)
    expect(checkAction?.safety ?? 'read').toBe('read')
  })

  it('names the ticket parameter that it spends', () => {
    const tickets = fieldsOf(action.params)
      .filter(({ path, codec }) => /ticket(_id)?$/.test(path) && schemaOf(codec)?._tag === 'secret')
      .map(({ path }) => path)
    expect(new Set(tickets)).toEqual(new Set(action.ticket === undefined ? [] : [action.ticket]))
  })
})

describe('a removal action', () => {
  const removals = everyAction.filter(({ removes }) => removes !== undefined)

  it('is one of the listed idempotent actions', () => {
    expect(removals.map(({ name }) => name).sort()).toEqual([
      'DELETE /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}',
      'DELETE /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/record',
      'DELETE /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/unlock-types/{unlock_type}/keys/{unlock_no}',
      'DELETE /v1.0/devices/{device_id}/users/{user_id}',
      'DELETE /v1.0/smart-lock/devices/{device_id}/unlock-types/{unlock_type}/keys/{unlock_sn}/hijack',
      'doorLock.cancelPermissionSharing',
      'doorLock.deallocateOpmode',
      'doorLock.deleteTemporaryPassword',
      'doorLock.removalInvalidTempPasswords',
      'doorLock.removeHijack',
      'm.smart.scale.history.user.delete',
      'm.smart.scale.user.unlock.remove',
      'tuya.m.device.lock.temppwd.del',
      'tuya.m.device.member.remove',
      'tuya.m.scale.hijacking.remove.config',
    ])
    expect(new Set(removals.map(({ safety }) => safety))).toEqual(new Set(['idempotent']))
  })

  it.each(removals)('has a valid result for an object that is not found: $name', (action) => {
    const { removes, result } = action
    expect(result.decode(removes?.result)).toEqual({ _tag: 'Right', right: removes?.result })
  })

  it.each(removals)('accepts only "not found" codes as success: $name', (action) => {
    const { name, family, removes } = action
    // "No such user" confirms the removal of a user, but not the removal of something from a user.
    const confirming = /\/users\/\{user_id\}$|user\.delete$|member\.remove$/.test(name)
      ? /^no such (?!device)/
      : notFound
    for (const code of removes?.notFound ?? [])
      expect(vendorCode(family, code).meaning).toMatch(confirming)
  })

  it('has no list parameter, because "not found" may concern only one item', () => {
    for (const { params } of removals)
      expect(fieldsOf(params).map(({ codec }) => schemaOf(codec)?._tag)).not.toContain('listOf')
  })
})

/** Every field that must reach no message, event or log: a new secret is added here by hand. */
const secrets: Readonly<Record<string, readonly string[]>> = {
  'GET /v1.0/devices/{device_id}/door-lock/dynamic-password': ['dynamic_password'],
  'GET /v1.0/devices/{device_id}/door-lock/latest/media/url': ['file_key'],
  'GET /v1.0/devices/{device_id}/door-lock/records': [
    'records[].media_info_list[].file_key',
    'records[].media_info_list[].media_key',
  ],
  'GET /v1.0/smart-lock/devices/{device_id}/albums-media': [
    'album_list[].file_key',
    'album_list[].media_key',
  ],
  'POST /v1.1/devices/{device_id}/door-lock/offline-temp-password': ['offline_temp_password'],
  'GET /v1.0/devices': ['devices[].local_key'],
  'GET /v1.0/devices/{device_id}': ['local_key'],
  'GET /v1.0/iot-01/associated-users/devices': ['devices[].local_key'],
  'GET /v1.0/iot-03/devices/{device_id}': ['local_key'],
  'GET /v1.0/smart-lock/users/{uid}/devices': ['records[].local_key'],
  'GET /v1.0/users/{uid}/devices': ['[].local_key'],
  'GET /v2.0/cloud/thing/{device_id}': ['local_key'],
  'POST /v1.0/devices/{device_id}/door-lock/open-door': ['password', 'ticket_id'],
  'POST /v1.0/devices/{device_id}/door-lock/password-free/open-door': ['ticket_id'],
  'POST /v1.0/devices/{device_id}/door-lock/password-ticket': ['ticket_id', 'ticket_key'],
  'POST /v1.0/devices/{device_id}/door-lock/temp-password': ['password', 'ticket_id'],
  'POST /v1.0/smart-lock/devices/{device_id}/password-free/door-operate': ['ticket_id'],
  'POST /v1.0/smart-lock/devices/{device_id}/password-ticket': ['ticket_id', 'ticket_key'],
  'POST /v2.0/devices/{device_id}/door-lock/temp-password': ['password', 'ticket_id'],
  'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/modify-password': [
    'password',
    'ticket_id',
  ],
  'PUT /v1.0/devices/{device_id}/door-lock/actions/entry': ['password', 'ticket_id'],
  'device.getListByIds': ['[].local_key'],
  'device.pairingAuthKey': ['encrypted_auth_key', 'random'],
  'doorLock.bleOpenInstruction': ['device_random', 'instruction'],
  'doorLock.cancelPermissionSharing': ['sharing_ticket'],
  'doorLock.confirmPermissionSharing': ['sharing_ticket'],
  'doorLock.createPermissionSharing': ['sharing_ticket'],
  'doorLock.createTemporaryPassword': ['password', 'ticket_id'],
  'doorLock.createTemporaryPasswordWithoutName': ['password', 'ticket_id'],
  'doorLock.deleteOfflinePassword': ['$'],
  'doorLock.getDynamicPassword': ['dynamic_password'],
  'doorLock.getIssuedConfig': [
    'lock_random.ins',
    'lock_random.wake_up_ins',
    'lock_record.ins',
    'lock_record.wake_up_ins',
  ],
  'doorLock.getMediaUrl': ['file_key'],
  'doorLock.listRecords': ['records[].media_info_list[].file_key'],
  'doorLock.modifyTemporaryPassword': ['password', 'ticket_id'],
  'doorLock.openDoor': ['password', 'ticket_id'],
  'doorLock.operateRecords': [
    'records[].media_info_list[].file_key',
    'records[].media_info_list[].media_key',
  ],
  'doorLock.passwordFreeOpen': ['ticket_id'],
  'doorLock.passwordTicket': ['ticket_id', 'ticket_key'],
  'doorLock.unlockInstruction': ['device_random', 'instruction'],
  'doorLock.verifyPermissionSharing': ['sharing_ticket'],
  'tuya.m.device.lock.offlinepwd.get': ['pwd'],
  'tuya.m.device.lock.offlinepwd.revoke': ['$'],
  'tuya.m.device.lock.temppwd.create': ['password'],
}

const isSecret = (codec: unknown): boolean => schemaOf(codec)?._tag === 'secret'

it.each(everyAction)('the action $name marks its secrets', ({ name, params, result }) => {
  const marked = [params, result].flatMap((contract) => [
    ...(partsOf(contract).some(isSecret) ? ['$'] : []),
    ...fieldsOf(contract)
      .filter(({ codec }) => isSecret(codec))
      .map(({ path }) => path),
  ])
  expect([...new Set(marked)].sort()).toEqual(secrets[name] ?? [])
})
