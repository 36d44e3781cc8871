import { describe, expect, it } from 'vitest'
import type { Policy } from '../../gateway'
import type { Membership } from '../../gateway/gateway-user'
import { type Simulator, seed } from '../../simulator'
import { call, simulated } from '../simulator/client'
import { gatewayOver, userWith } from './harness'

const { frontDoor, cellar, office } = seed.locks
const { owner, admin, common, formerLodger } = seed.members
const device_id = frontDoor.id

const administrator: Membership = { role: 'administrator', userId: admin.userId }
const member: Membership = { role: 'member', userId: common.userId }

const routesIn = ({ requests }: Simulator) =>
  requests.map(({ action }) => action).filter((action) => !String(action).includes('/token'))

const usersOf = (lock: string) => ({
  device_id: lock,
  target_standard_dp_codes: '',
  page_no: 1,
  page_size: 10,
})

const recordsOf = { target_standard_dp_codes: '', start_time: 0, end_time: 0, page_no: 1 }

describe('the gateway', () => {
  it('sends nothing for a request without a user', async () => {
    const simulator = simulated()
    const { post } = gatewayOver(simulator, { authenticate: () => undefined })
    const { status, envelope } = await post('device.status', { device_id })
    expect([status, envelope.code]).toEqual([401, 'GATEWAY_SIGN_IN'])
    expect(routesIn(simulator)).toEqual([])
  })

  it('sends nothing for a device of another user, and does not tell it from one that does not exist', async () => {
    const simulator = simulated()
    const user = {
      id: 'olivia',
      membershipOf: (id: string) => (id === cellar.id ? member : undefined),
    }
    const { post } = gatewayOver(simulator, { user })
    const foreign = await post('device.status', { device_id })
    const missing = await post('device.status', { device_id: 'no-such-device' })
    expect(foreign.envelope.code).toBe('GATEWAY_FORBIDDEN')
    expect(missing.envelope.msg).toBe(foreign.envelope.msg)
    const several = await post('device.getListByIds', { device_ids: `${cellar.id},${device_id}` })
    expect(several.envelope.code).toBe('GATEWAY_FORBIDDEN')
    expect(routesIn(simulator)).toEqual([])
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('no database')
      },
    ],
    ['rejects', () => Promise.reject(new Error('no database'))],
    ['returns another value', () => 'yes' as never],
  ] as const)('sends nothing if the policy %s', async (_, policy: Policy) => {
    const simulator = simulated()
    const { post } = gatewayOver(simulator, { policy })
    const { envelope } = await post('device.status', { device_id })
    expect(envelope.success).toBe(false)
    expect(envelope.msg).not.toContain('database')
    expect(routesIn(simulator)).toEqual([])
  })

  it('reads the user of the session where a call names the current user', async () => {
    const simulator = simulated()
    const user = userWith({ ...member, lockType: 'access-control' })
    const { panel } = gatewayOver(simulator, { user })
    const params = { device_id: office.id, user_id: '0' }
    expect(await panel.apiRequest('doorLock.getUser', params)).toMatchObject({
      user_id: common.userId,
      nick_name: common.nickName,
    })
  })

  it.each([
    ['another administrator', owner.userId, 'GATEWAY_FORBIDDEN'],
    ['a common member', common.userId, undefined],
    ['themselves', admin.userId, undefined],
  ])(
    'reads the role of %s in the cloud before an administrator may see the data',
    async (_, user_id, code) => {
      const simulator = simulated()
      const user = userWith({ ...administrator, lockType: 'access-control' })
      const { post } = gatewayOver(simulator, { user })
      const { envelope } = await post('doorLock.getUser', { device_id: office.id, user_id })
      expect(envelope.code).toBe(code)
    },
  )

  it('refuses an administrator the data of a user whose role the cloud does not show', async () => {
    const simulator = simulated()
    // Version 1.0 of the route refuses to read administrators.
    const { post } = gatewayOver(simulator, {
      user: userWith({ ...administrator, lockType: 'wifi' }),
    })
    const named = (user_id: string) => ({
      device_id,
      user_id,
      dp_code: 'unlock_password',
      unlock_sn: 1,
    })
    const ofOwner = await post('doorLock.deallocateOpmode', named(owner.userId))
    expect(ofOwner.envelope.code).toBe('GATEWAY_FORBIDDEN')
    const ofMember = await post('doorLock.deallocateOpmode', named(common.userId))
    expect(ofMember.envelope.code).not.toBe('GATEWAY_FORBIDDEN')
  })

  it.each([
    ['an administrator', administrator, [admin.userId, common.userId, formerLodger.userId]],
    ['a common member', member, [common.userId]],
  ] as const)('lists for %s only the users whom the role may view', async (_, membership, ids) => {
    const { panel } = gatewayOver(simulated(), { user: userWith(membership) })
    const page = await panel.apiRequest('doorLock.listUsers', usersOf(cellar.id))
    expect(page.records.map(({ user_id }) => user_id)).toEqual(ids)
    expect(page.total).toBeUndefined()
    expect(page.total_pages).toBeUndefined()
  })

  it('lists for a common member only the records of that member', async () => {
    const params = { ...recordsOf, device_id, page_size: 50 }
    const all = call<{ records: { user_id?: string }[] }>(
      simulated(),
      'doorLock.listRecords',
      params,
    )
    const { panel } = gatewayOver(simulated(), {
      user: userWith({ role: 'member', userId: admin.userId }),
    })
    const page = await panel.apiRequest('doorLock.listRecords', params)
    const expected = all.records.filter(({ user_id }) => user_id === admin.userId)
    expect(expected.length).toBeGreaterThan(0)
    expect(expected.length).toBeLessThan(all.records.length)
    expect(page.records).toHaveLength(expected.length)
    expect(page.records.every(({ user_id }) => user_id === admin.userId)).toBe(true)
  })

  it('does not give the local key of a device to its owner', async () => {
    const { post } = gatewayOver(simulated())
    const { envelope } = await post('device.getListByIds', { device_ids: device_id })
    expect(JSON.stringify(envelope)).not.toContain(frontDoor.localKey)
  })
})
