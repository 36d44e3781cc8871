import { describe, expect, it, onTestFinished } from 'vitest'
import { allActions } from '../../actions'
import { createClock, createSimulator, seed } from '../../simulator'
import { createPanel } from '../../src/core/panel/create-panel'
import { openApi } from '../../src/open-api/open-api'
import { nativeBridge } from '../../src/transports/native-bridge'
import { servedPanel } from '../support/served-panel'

const { frontDoor, garage } = seed.locks
const device_id = frontDoor.id
const USERS = 'GET /v1.0/devices/{device_id}/users'
const TOKEN = 'GET /v1.0/token'
const REFRESH = 'GET /v1.0/token/{refresh_token}'
const TWO_HOURS_MS = 7_200_000
const nadia = { device_id, nick_name: 'Nadia', sex: 2 } as const

describe('the simulated cloud', () => {
  it('lists a member that was added over REST in doorLock.listUsers', async () => {
    const { panel } = await servedPanel()
    const { user_id } = await panel.apiRequest('POST /v1.0/devices/{device_id}/user', nadia)
    const { records } = await panel.apiRequest('doorLock.listUsers', {
      device_id,
      target_standard_dp_codes: '',
      page_no: 1,
      page_size: 20,
    })
    expect(records.at(-1)).toMatchObject({ user_id, nick_name: 'Nadia', lock_user_id: 5 })
  })

  it('has one synchronisation window for both families', async () => {
    const { panel, simulator, clock } = await servedPanel({ clock: createClock() })
    const loft = seed.locks.loft.id
    const overRest = () =>
      panel.apiRequest('POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/sync', {
        device_id: loft,
      })
    expect(await overRest()).toBe(true)
    // The first panel would wait, so a second one sends the request.
    const otherPanel = createPanel({ actions: allActions, transport: simulator.asTransport() })
    onTestFinished(otherPanel.close)
    const sync = () =>
      otherPanel.apiRequest('doorLock.getSyncableOpmodeTypes', {
        device_id: loft,
        target_standard_dp_codes: '',
      })
    expect((await sync()).distributed).toBe(false)
    clock.advance(5_001)
    expect(await overRest()).toBe(true)
    expect(simulator.journal.map(({ command }) => command)).toEqual(['synchronise', 'synchronise'])
  })

  it('accepts signed routes within one process', async () => {
    const simulator = createSimulator()
    const panel = createPanel({ actions: allActions, transport: simulator.asTransport() })
    onTestFinished(panel.close)
    await expect(panel.apiRequest(USERS, { device_id })).resolves.toHaveLength(4)
    await expect(panel.apiRequest(USERS, { device_id: 'nowhere' })).rejects.toMatchObject({
      code: 1106,
    })
  })
})

describe('the app of a panel', () => {
  it('signs the routes that its panel requests', async () => {
    const simulator = createSimulator()
    const panel = createPanel({ actions: allActions, transport: nativeBridge(simulator.asTy()) })
    onTestFinished(panel.close)
    await expect(panel.apiRequest(USERS, { device_id })).resolves.toHaveLength(4)
    await expect(panel.apiRequest('POST /v1.0/devices/{device_id}/user', nadia)).resolves.toEqual({
      user_id: '1005',
    })
    const sync = 'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/sync'
    const codes = 'unlock_card'
    await expect(panel.apiRequest(sync, { device_id: seed.locks.loft.id, codes })).resolves.toBe(
      true,
    )
    expect(simulator.requests.at(-1)?.params).toEqual({ device_id: seed.locks.loft.id, codes })
  })
})

describe('an expired token', () => {
  it('is renewed once for 50 concurrent calls, and all of them succeed', async () => {
    const { panel, simulator, clock } = await servedPanel()
    await panel.apiRequest(USERS, { device_id })
    // The token expires in the cloud, but not yet on the clock of the transport.
    const [token] = simulator.world.tokens
    if (token === undefined) throw new Error('no token was issued')
    Object.assign(token, { expiresAtMs: clock.now() - 1 })
    const before = simulator.requests.length
    const users = await Promise.all(
      Array.from({ length: 50 }, () => panel.apiRequest(USERS, { device_id })),
    )
    expect(users.map((rows) => rows.length)).toEqual(Array(50).fill(4))
    const sent = simulator.requests.slice(before).map(({ action }) => action)
    expect(sent.filter((action) => action === REFRESH)).toHaveLength(1)
    expect(sent.filter((action) => action === TOKEN)).toHaveLength(0)
    expect(simulator.world.tokens).toHaveLength(2)
  })

  it('is renewed before the request if the clock shows its expiry', async () => {
    const { panel, simulator, clock } = await servedPanel()
    await panel.apiRequest(USERS, { device_id })
    clock.advance(TWO_HOURS_MS)
    await Promise.all([1, 2].map(() => panel.apiRequest(USERS, { device_id })))
    expect(simulator.requests.map(({ action }) => action)).toEqual([
      TOKEN,
      USERS,
      REFRESH,
      USERS,
      USERS,
    ])
  })

  it('fails the pending calls if neither its renewal nor a new token succeeds, and the next call succeeds', async () => {
    const { panel, simulator, clock } = await servedPanel()
    await panel.apiRequest(USERS, { device_id })
    clock.advance(TWO_HOURS_MS)
    simulator.faults.next(REFRESH, { vendorCode: 28841002 })
    simulator.faults.next(TOKEN, { vendorCode: 28841002 })
    const calls = await Promise.allSettled([
      panel.apiRequest(USERS, { device_id }),
      panel.apiRequest(USERS, { device_id: garage.id }),
    ])
    for (const call of calls)
      expect(call).toMatchObject({ status: 'rejected', reason: { kind: 'vendor', code: 28841002 } })
    await expect(panel.apiRequest(USERS, { device_id })).resolves.toHaveLength(4)
  })

  it('is replaced by a new one in the same call if its renewal is refused', async () => {
    const { panel, simulator, clock } = await servedPanel()
    await panel.apiRequest(USERS, { device_id })
    clock.advance(TWO_HOURS_MS)
    simulator.faults.next(REFRESH, { vendorCode: 28841002 })
    await expect(panel.apiRequest(USERS, { device_id })).resolves.toHaveLength(4)
    expect(simulator.requests.map(({ action }) => action)).toEqual([
      TOKEN,
      USERS,
      REFRESH,
      TOKEN,
      USERS,
    ])
  })
})

describe('a rejected REST request', () => {
  it('fails with code 28841004 for an exhausted quota, and executes nothing', async () => {
    const { panel, simulator } = await servedPanel()
    const add = 'POST /v1.0/devices/{device_id}/user'
    simulator.faults.next(add, { vendorCode: 28841004, msg: 'quota' })
    await expect(panel.apiRequest(add, nadia)).rejects.toMatchObject({
      kind: 'vendor',
      code: 28841004,
    })
    expect(simulator.journal).toEqual([])
  })

  it('is resent after a rejection for too many requests', async () => {
    const { panel, simulator } = await servedPanel({}, { random: () => 0 })
    const add = 'POST /v1.0/devices/{device_id}/user'
    simulator.faults.next(add, { vendorCode: 1110 })
    await expect(panel.apiRequest(add, nadia)).resolves.toEqual({ user_id: '1005' })
    expect(simulator.journal).toHaveLength(1)
  })

  it('is resent after the wait that the cloud requests', async () => {
    const { panel, simulator, clock } = await servedPanel({}, { random: () => 0 })
    simulator.faults.next(USERS, 'throttle')
    const users = panel.apiRequest(USERS, { device_id })
    await expect
      .poll(() => simulator.requests.filter(({ action }) => action === USERS).length)
      .toBe(1)
    await expect
      .poll(() => {
        clock.advance(1_000)
        return simulator.requests.filter(({ action }) => action === USERS).length
      })
      .toBe(2)
    await expect(users).resolves.toHaveLength(4)
  })
})

it('the Open API transport uses the clock of the cloud if its own clock is wrong', async () => {
  const { simulator, clock } = await servedPanel()
  const server = await simulator.serve()
  const { clientId, accessKey: secret } = simulator
  const transport = openApi({
    baseUrl: server.url,
    clientId,
    secret,
    clock: { now: () => clock.now() - 3_600_000 },
  })
  const panel = createPanel({ actions: allActions, transport })
  onTestFinished(async () => {
    panel.close()
    await server.close()
  })
  await expect(panel.apiRequest(USERS, { device_id })).resolves.toHaveLength(4)
  expect(simulator.requests.map(({ action }) => action)).toEqual([TOKEN, TOKEN, USERS])
})
