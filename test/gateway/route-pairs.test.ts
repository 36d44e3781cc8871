import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../command-line/contract/fields'
import type { GatewayUser } from '../../gateway'
import { routePairs } from '../../gateway/pairs/route-pairs'
import { createClock, createSimulator, type Simulator, seed } from '../../simulator'
import { changeAt } from '../../simulator/quirks/change-at'
import { createPanel } from '../../src/core/panel/create-panel'
import { gatewayLimits, lackingIn } from '../../src/transports/server-limits'
import { START_MS } from '../simulator/client'
import { exampleActionsOf, exampleParams } from '../support/examples'
import { type GatewayHarnessOptions, gatewayOver, owner, userWith } from './harness'

const routeNames = exampleActionsOf('open-api').map(({ name }) => name)
const carried = routePairs.map(({ action }) => action.name)

/** Where the gateway keeps the local key of the device. */
const keyPaths = ['local_key', 'devices[].local_key']
const withoutLocalKeys = (value: unknown): unknown =>
  keyPaths.reduce(
    (rest, path) => changeAt(path, rest, () => undefined),
    JSON.parse(JSON.stringify({ value })).value,
  )

type AnyCall = (name: string, params: unknown) => Promise<unknown>

const simulated = () => {
  const clock = createClock({ startMs: START_MS, frozen: true })
  return createSimulator({ clock, random: () => 0.5 })
}

const callOf = (panel: { readonly apiRequest: unknown }) => panel.apiRequest as AnyCall

const overGateway = (simulator: Simulator, options?: GatewayHarnessOptions) =>
  callOf(gatewayOver(simulator, options).panel)

const overOpenApi = (simulator: Simulator) =>
  callOf(
    createPanel({
      actions: Object.fromEntries(
        exampleActionsOf('open-api').map((action) => [action.name, action]),
      ),
      transport: simulator.asTransport(),
      clock: simulator.clock,
    }),
  )

describe('the routes of the gateway', () => {
  it('and those that list the devices of an account are every route of the open API', () => {
    const lacking = lackingIn(gatewayLimits).filter((name) => name.includes(' /'))
    expect([...carried, ...lacking].sort()).toEqual([...routeNames].sort())
    expect(lacking.filter((name) => name.includes('{device_id}'))).toEqual([])
  })

  it.each(carried)('answer %s as the open API does', async (name) => {
    const [direct, gateway] = [simulated(), simulated()]
    const params = exampleParams(name, direct)
    const expected = await overOpenApi(direct)(name, params)
    const answered = await overGateway(gateway)(name, exampleParams(name, gateway))
    expect(withoutLocalKeys(answered)).toEqual(withoutLocalKeys(expected))
    expect(gateway.journal).toEqual(direct.journal)
  })

  it('never contain the local key of a device', async () => {
    for (const name of carried) {
      const simulator = simulated()
      const { post } = gatewayOver(simulator)
      const { envelope } = await post(name, exampleParams(name, simulator), {
        'idempotency-key': 'one',
      })
      const text = JSON.stringify(envelope)
      for (const { localKey } of Object.values(seed.locks)) expect(text).not.toContain(localKey)
    }
  })

  it('send a repeated command once', async () => {
    const simulator = simulated()
    const { post } = gatewayOver(simulator)
    const route = 'POST /v1.0/devices/{device_id}/user'
    const add = () =>
      post(
        route,
        { device_id: seed.locks.frontDoor.id, nick_name: 'Nadia', sex: 2 },
        { 'idempotency-key': 'add-nadia' },
      )
    const [first, second] = [await add(), await add()]
    expect(first.envelope.success).toBe(true)
    expect(second.envelope.result).toEqual(first.envelope.result)
    expect(simulator.journal.map(({ command }) => command)).toEqual(['add-user'])
  })

  it('refuse a list of users that names oneself by 0', async () => {
    const simulator = simulated()
    const { post } = gatewayOver(simulator)
    const { envelope } = await post(
      'POST /v1.0/smart-lock/devices/{device_id}/users/{user_ids}/actions/delete-users-issue',
      { device_id: seed.locks.porch.id, user_ids: `${seed.members.common.userId},0` },
    )
    expect(envelope.code).toBe('GATEWAY_FORBIDDEN')
    expect(simulator.journal).toEqual([])
  })

  it('give a common member none of the rows of others, in a bare list too', async () => {
    const name = 'GET /v1.0/devices/{device_id}/door-lock/absent-users'
    const simulator = simulated()
    const params = { device_id: seed.locks.porch.id }
    const all = (await overGateway(simulator)(name, params)) as readonly unknown[]
    expect(all.length).toBeGreaterThan(0)
    const user = userWith({ role: 'member', userId: owner.userId ?? '' })
    expect(await overGateway(simulator, { user })(name, params)).toEqual([])
  })

  it.each(lackingIn(gatewayLimits).filter((name) => name.includes(' /')))(
    'are not %s',
    async (name) => {
      const simulator = simulated()
      const { post } = gatewayOver(simulator)
      const { envelope } = await post(name, {})
      expect(envelope.code).toBe('GATEWAY_NO_ROUTE')
      expect(envelope.msg).toContain('names no device')
      expect(simulator.requests).toEqual([])
    },
  )

  it('refuse a lock of the user with an accessory of another user', async () => {
    const simulator = simulated()
    const { frontDoor, cellar } = seed.locks
    const user: GatewayUser = {
      id: 'olivia',
      membershipOf: (id) => (id === frontDoor.id ? owner : undefined),
    }
    const { post } = gatewayOver(simulator, { user })
    const name = 'POST /v1.0/devices/{device_id}/door-lock/temp-password'
    const params = exampleParams(name, simulator) as object
    const { envelope } = await post(
      name,
      { ...params, device_id: frontDoor.id, relate_dev_list: [cellar.id] },
      { 'idempotency-key': 'with-accessory' },
    )
    expect(envelope.code).toBe('GATEWAY_FORBIDDEN')
    expect(simulator.journal).toEqual([])
  })

  it('find every device that their parameters name', () => {
    const names = routePairs
      .flatMap(({ action }) => fieldsOf(action.params))
      .map(({ path }) => path)
    const ofDevices = names.filter((path) => /dev(ice)?(_?id|_list)/i.test(path))
    expect([...new Set(ofDevices)].sort()).toEqual(['device_id', 'device_ids', 'relate_dev_list'])
  })
})
