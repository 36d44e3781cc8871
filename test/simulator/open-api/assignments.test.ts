import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { call, codeOf, frontDoor, gardenGate, simulated } from '../client'

const { owner, admin, common } = seed.members
const UNBIND = 'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/cancel-allocate'
const ASSIGN = 'POST /v1.0/devices/{device_id}/door-lock/opmodes/actions/allocate'
const device_id = frontDoor.id

describe('the unlock methods of a user', () => {
  const card = { dp_code: 'unlock_card', unlock_sn: 2 }
  const give = { device_id: gardenGate.id, user_id: admin.userId, unlock_list: [card] }

  it.each(['code', 'Code', 'dp_code'])('are unassigned by the field %s', (field) => {
    const simulator = simulated()
    const unlock_list = [{ [field]: 'unlock_password', unlock_sn: 1 }]
    const params = { device_id, user_id: owner.userId, unlock_list }
    expect(call(simulator, UNBIND, params)).toBe(true)
    expect(codeOf(simulator, UNBIND, params)).toBe(2323)
    expect(codeOf(simulator, UNBIND, { ...params, unlock_list: [{ unlock_sn: 1 }] })).toBe(1100)
  })

  it('are unassigned on a Bluetooth lock only if they were assigned from the unassigned ones', () => {
    const simulator = simulated()
    const take = (unlock_list: object[]) => codeOf(simulator, UNBIND, { ...give, unlock_list })
    expect(take([{ code: 'unlock_card', unlock_sn: 1 }])).toBe(2306)
    expect(call(simulator, ASSIGN, give)).toBe(true)
    expect(take([{ code: 'unlock_card', unlock_sn: 2 }])).toBeUndefined()
  })

  it('are assigned to one user at a time', () => {
    const simulator = simulated()
    call(simulator, ASSIGN, give)
    expect(codeOf(simulator, ASSIGN, { ...give, user_id: common.userId })).toBe(2324)
    const single = 'POST /v1.0/devices/{device_id}/device-lock/users/{user_id}/allocate'
    const one = { device_id: gardenGate.id, user_id: common.userId, type: 'card' }
    expect(codeOf(simulator, single, { ...one, no: '2' })).toBe(2324)
    expect(codeOf(simulator, single, { ...one, no: 2 })).toBe(1104)
    expect(codeOf(simulator, single, { ...one, no: 'two' })).toBe(1109)
  })
})
