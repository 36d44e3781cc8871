import { describe, expect, it } from 'vitest'
import { type Simulator, seed } from '../../simulator'
import { call, codeOf, frontDoor, gardenGate, simulated } from './client'

const device_id = frontDoor.id
const { owner, admin, common } = seed.members
const ALLOCATE = 'doorLock.allocateOpmode'
const DEALLOCATE = 'doorLock.deallocateOpmode'
const spareCard = { dp_code: 'unlock_card', unlock_sn: 2 }
const allocate = (user_id: string, ...unlock_list: readonly object[]) => ({
  device_id,
  user_id,
  unlock_list,
})

interface Kind {
  readonly opmode: string
  readonly standard_dp: string
  readonly unlock_info: readonly { readonly unlock_name: string }[]
}
const unallocated = (simulator: Simulator, page: object = {}, lock: string = device_id) =>
  call<Kind[]>(simulator, 'doorLock.listUnallocatedOpmodes', {
    device_id: lock,
    page_no: 1,
    page_size: 10,
    ...page,
  })
const methodsOf = (simulator: Simulator, user_id: string) =>
  call<{ records: { unlock_id: string; unlock_attr: number }[] }>(
    simulator,
    'doorLock.listUserOpmodes',
    { device_id, user_id, target_unlock_standard_dp_codes: '', page_no: 1, page_size: 100 },
  ).records
const idsOf = (simulator: Simulator, user_id: string) =>
  methodsOf(simulator, user_id).map(({ unlock_id }) => unlock_id)

describe('an unlock method', () => {
  it('is listed as unassigned until it is assigned', () => {
    const simulator = simulated()
    expect(unallocated(simulator)).toMatchObject([
      { opmode: '5', standard_dp: 'unlock_card', unlock_info: [{ unlock_name: 'Spare card' }] },
    ])
    expect(call(simulator, ALLOCATE, allocate(common.userId, spareCard))).toBe(true)
    expect(unallocated(simulator)).toEqual([])
    expect(idsOf(simulator, common.userId)).toContain('5-2')
  })

  it('becomes unassigned again, and shows that it was assigned before', () => {
    const simulator = simulated()
    call(simulator, ALLOCATE, allocate(common.userId, spareCard))
    const card = { device_id, user_id: common.userId, ...spareCard }
    expect(call(simulator, DEALLOCATE, card)).toBe(true)
    expect(codeOf(simulator, DEALLOCATE, card)).toBe(2323)
    expect(unallocated(simulator)).toHaveLength(1)
    call(simulator, ALLOCATE, allocate(admin.userId, spareCard))
    const { records } = call<{ records: object[] }>(simulator, 'doorLock.listUsers', {
      device_id,
      target_standard_dp_codes: 'unlock_card',
      page_no: 2,
      page_size: 1,
    })
    expect(records).toMatchObject([
      { unlock_detail: [{ unlock_list: [{ unlock_sn: 1 }, { unlock_sn: 2, allocate_flag: 0 }] }] },
    ])
  })

  it('of another user is not assigned, and neither is the rest of the list', () => {
    const simulator = simulated()
    const ownersCode = { dp_code: 'unlock_password', unlock_sn: 1 }
    expect(codeOf(simulator, ALLOCATE, allocate(admin.userId, spareCard, ownersCode))).toBe(2324)
    expect(unallocated(simulator)).toHaveLength(1)
    expect(codeOf(simulator, ALLOCATE, allocate(owner.userId, ownersCode))).toBeUndefined()
  })

  it('is refused if it or its user does not exist', () => {
    const noCard = { dp_code: 'unlock_card', unlock_sn: 9 }
    expect(codeOf(simulated(), ALLOCATE, allocate(owner.userId, noCard))).toBe(2323)
    expect(codeOf(simulated(), ALLOCATE, allocate('unknown', spareCard))).toBe(2006)
    expect(codeOf(simulated(), ALLOCATE, allocate(owner.userId))).toBe(1100)
    expect(codeOf(simulated(), DEALLOCATE, { device_id, user_id: 'unknown', ...spareCard })).toBe(
      2006,
    )
  })

  it('is listed in pages of kinds, with the data point number of its lock', () => {
    const simulator = simulated()
    for (const opmode of simulator.lock(gardenGate.id).opmodes) delete opmode.userId
    const pages = [1, 2].map((page_no) =>
      unallocated(simulator, { page_no, page_size: 2 }, gardenGate.id),
    )
    expect(pages.map((kinds) => kinds.map(({ opmode }) => opmode))).toEqual([['12', '13'], ['15']])
    expect(pages.flat().flatMap(({ unlock_info }) => unlock_info)).toHaveLength(7)
  })
})

describe('a duress alarm', () => {
  const thumb = { device_id, unlock_no: 1, unlock_type: 'fingerprint' }
  const attributeOf = (simulator: Simulator) =>
    methodsOf(simulator, owner.userId).find(({ unlock_id }) => unlock_id === '1-1')?.unlock_attr

  it('is set on a method, listed, and removed', () => {
    const simulator = simulated()
    expect(attributeOf(simulator)).toBe(0)
    call(simulator, 'doorLock.setHijack', thumb)
    call(simulator, 'doorLock.setHijack', thumb)
    expect(attributeOf(simulator)).toBe(1)
    call(simulator, 'doorLock.removeHijack', thumb)
    expect(attributeOf(simulator)).toBe(0)
    expect(codeOf(simulator, 'doorLock.removeHijack', thumb)).toBe(2323)
  })

  it('is refused for unknown methods and for undocumented type names', () => {
    const set = (change: object) =>
      codeOf(simulated(), 'doorLock.setHijack', { ...thumb, ...change })
    expect(set({ unlock_no: 77 })).toBe(2323)
    expect(set({ unlock_type: 'unlock_fingerprint' })).toBe(1109)
    expect(set({ device_id: seed.locks.office.id })).toBe(2004)
  })
})

describe('a user', () => {
  const userOf = (simulator: Simulator, user_id: string) =>
    call(simulator, 'doorLock.getUser', { device_id, user_id })

  it('is read by id, the current user also as 0', () => {
    const simulator = simulated()
    expect(userOf(simulator, '0')).toEqual({
      user_id: owner.userId,
      lock_user_id: 1,
      avatar_url: '',
      user_type: 50,
      nick_name: 'Olivia',
      user_contact: '44-1632960001',
    })
    simulator.world.currentUserId = admin.userId
    expect(userOf(simulator, '0')).toEqual(userOf(simulator, admin.userId))
  })

  it('is refused if the lock does not have the user', () => {
    expect(codeOf(simulated(), 'doorLock.getUser', { device_id, user_id: 'unknown' })).toBe(2006)
  })
})
