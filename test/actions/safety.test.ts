import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import type { Action } from '../../src/core/action'
import { nodeOf } from '../../src/core/contract/node'
import { vendorCode } from '../../src/core/errors/vendor-codes'
import { fieldsOf } from '../support/contract-fields'
import { partsOf } from './documented-forms'

const actions = Object.values<Action>(allActions)

describe.each(actions.filter(({ safety }) => safety === 'once'))('the order $name', (action) => {
  it('says where to look for what became of it', () => {
    expect(action.check).toBeDefined()
    expect(action.check).not.toBe(action.name)
    // An order is no way to look: looking must change nothing.
    const looking = actions.find(({ name }) => name === action.check)
    expect(looking?.safety ?? 'read').toBe('read')
  })

  it('names the ticket that it spends', () => {
    const tickets = fieldsOf(action.params)
      .filter(({ path, codec }) => /ticket(_id)?$/.test(path) && nodeOf(codec)?._tag === 'secret')
      .map(({ path }) => path)
    expect(new Set(tickets)).toEqual(new Set(action.ticket === undefined ? [] : [action.ticket]))
  })
})

describe('a removal', () => {
  const removals = actions.filter(({ removes }) => removes !== undefined)

  it('is one that may be repeated and that takes something away', () => {
    expect(removals.map(({ name }) => name).sort()).toEqual([
      'doorLock.cancelPermissionSharing',
      'doorLock.deallocateOpmode',
      'doorLock.deleteTemporaryPassword',
      'doorLock.removalInvalidTempPasswords',
      'doorLock.removeHijack',
    ])
    expect(new Set(removals.map(({ safety }) => safety))).toEqual(new Set(['idempotent']))
  })

  it.each(removals)('$name gives what it gives when it removes something', (action) => {
    const { removes, result } = action
    expect(result.decode(removes?.result)).toEqual({ _tag: 'Right', right: removes?.result })
  })

  it.each(removals)('$name takes only codes for success that say "not found"', ({ removes }) => {
    for (const code of removes?.notFound ?? [])
      expect(vendorCode('mini-program', code).meaning).toMatch(/^no such (?!device|user)/)
  })
})

/** Every field that must reach no message, event or log: a new secret is added here by hand. */
const secrets: Readonly<Record<string, readonly string[]>> = {
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
}

const isSecret = (codec: unknown): boolean => nodeOf(codec)?._tag === 'secret'

it.each(actions)('$name marks its secrets', ({ name, params, result }) => {
  const marked = [params, result].flatMap((contract) => [
    ...(partsOf(contract).some(isSecret) ? ['$'] : []),
    ...fieldsOf(contract)
      .filter(({ codec }) => isSecret(codec))
      .map(({ path }) => path),
  ])
  expect([...new Set(marked)].sort()).toEqual(secrets[name] ?? [])
})
