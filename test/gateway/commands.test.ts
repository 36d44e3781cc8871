import { describe, expect, it } from 'vitest'
import { type GatewayStore, memoryStore } from '../../gateway'
import { type Simulator, seed } from '../../simulator'
import { isOutcomeUnknownError } from '../../src/core/errors/outcome-unknown-error'
import { isVendorError } from '../../src/core/errors/vendor-error'
import type { FetchLike } from '../../src/core/transport/fetch-like'
import { failureOf, flush, outcomeOf } from '../flows/support/settle'
import { call, simulated } from '../simulator/client'
import { gatewayOver, owner, simulatedFetch, simulatedOpenApi, userWith } from './harness'

const device_id = seed.locks.frontDoor.id
const UNLOCK = 'doorLock.passwordFreeOpen'
const UNLOCK_ROUTE = 'POST /v1.0/devices/{device_id}/door-lock/password-free/open-door'

const unlockParams = (simulator: Simulator) => ({
  device_id,
  ticket_id: call<{ ticket_id: string }>(simulator, 'doorLock.passwordTicket', { device_id })
    .ticket_id,
})

const keyed = (key: string) => ({ 'idempotency-key': key })

const unlocks = ({ journal }: Simulator) => journal.filter(({ command }) => command === 'unlock')

const sentUnlocks = ({ requests }: Simulator) =>
  requests.filter(({ action }) => action === UNLOCK_ROUTE)

/** A store that can be away. */
const failingStore = (simulator: Simulator) => {
  const store = memoryStore(simulator)
  const control = { isAway: false }
  const reach = async <T>(use: () => Promise<T>): Promise<T> => {
    if (control.isAway) throw new Error('the store is away')
    return use()
  }
  const failing: GatewayStore = {
    get: (key) => reach(() => store.get(key)),
    set: (...entry) => reach(() => store.set(...entry)),
    add: (...entry) => reach(() => store.add(...entry)),
    remove: (...entry) => reach(() => store.remove(...entry)),
    increment: (...entry) => reach(() => store.increment(...entry)),
  }
  return { store: failing, control }
}

/** A `fetch` whose answers to unlock requests wait until they are released. */
const heldFetch = (simulator: Simulator) => {
  const fetch = simulatedFetch(simulator)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const holding: FetchLike = async (url, init) => {
    const answer = await fetch(url, init)
    if (url.includes('open-door')) await held
    return answer
  }
  return { fetch: holding, release }
}

describe('a command over the gateway', () => {
  it('that arrives twice is sent once, and both requests get the same answer', async () => {
    const simulator = simulated()
    const { post } = gatewayOver(simulator)
    const params = unlockParams(simulator)
    const first = await post(UNLOCK, params, keyed('k1'))
    const repeat = await post(UNLOCK, params, keyed('k1'))
    expect(first.envelope).toMatchObject({ success: true, result: true })
    expect(repeat.envelope).toEqual(first.envelope)
    expect(unlocks(simulator)).toHaveLength(1)
    expect(sentUnlocks(simulator)).toHaveLength(1)
  })

  it('that arrives again while it is under way is sent once', async () => {
    const simulator = simulated()
    const { fetch, release } = heldFetch(simulator)
    const { post } = gatewayOver(simulator, { openApi: simulatedOpenApi(simulator, fetch) })
    const params = unlockParams(simulator)
    const both = Promise.all([post(UNLOCK, params, keyed('k1')), post(UNLOCK, params, keyed('k1'))])
    await flush()
    simulator.clock.advance(1_000)
    await flush()
    release()
    const outcome = await outcomeOf(simulator.clock, both)
    const [first, repeat] = (outcome as { value: Awaited<typeof both> }).value
    expect(first.envelope).toMatchObject({ success: true, result: true })
    expect(repeat.envelope).toEqual(first.envelope)
    expect(sentUnlocks(simulator)).toHaveLength(1)
  })

  it('with the key of another user is another command', async () => {
    const simulator = simulated()
    const store = memoryStore(simulator)
    for (const id of ['olivia', 'adam']) {
      const { post } = gatewayOver(simulator, { store, user: userWith(owner, id) })
      const { envelope } = await post(UNLOCK, unlockParams(simulator), keyed('k1'))
      expect(envelope.success).toBe(true)
    }
    expect(unlocks(simulator)).toHaveLength(2)
  })

  it('with the key of a command with other parameters is refused', async () => {
    const simulator = simulated()
    const { post } = gatewayOver(simulator)
    await post(UNLOCK, unlockParams(simulator), keyed('k1'))
    const other = await post(UNLOCK, unlockParams(simulator), keyed('k1'))
    expect([other.status, other.envelope.code]).toEqual([400, 'GATEWAY_BAD_REQUEST'])
    expect(unlocks(simulator)).toHaveLength(1)
  })

  it.each([
    ['no key', {}],
    ['an empty key', keyed('')],
    ['a key that is too long', keyed('k'.repeat(201))],
  ])('with %s is refused', async (_, headers) => {
    const simulator = simulated()
    const { post } = gatewayOver(simulator)
    const { status, envelope } = await post(UNLOCK, unlockParams(simulator), headers)
    expect([status, envelope.code]).toEqual([400, 'GATEWAY_BAD_REQUEST'])
    expect(sentUnlocks(simulator)).toEqual([])
  })

  it('whose answer is lost has an unknown outcome, which a repeat gets too', async () => {
    const simulator = simulated()
    const { post } = gatewayOver(simulator)
    const params = unlockParams(simulator)
    simulator.faults.next(UNLOCK_ROUTE, 'drop-after')
    const first = await post(UNLOCK, params, keyed('k1'))
    const repeat = await post(UNLOCK, params, keyed('k1'))
    for (const { status, envelope } of [first, repeat])
      expect([status, envelope.code]).toEqual([504, 'GATEWAY_OUTCOME_UNKNOWN'])
    expect(unlocks(simulator)).toHaveLength(1)
    expect(sentUnlocks(simulator)).toHaveLength(1)
  })

  it.each(['drop-after', 'garbage', { status: 502 }] as const)(
    'is an OutcomeUnknownError of the panel for the fault %j',
    async (fault) => {
      const simulator = simulated()
      const { panel } = gatewayOver(simulator)
      const params = unlockParams(simulator)
      simulator.faults.next(UNLOCK_ROUTE, fault)
      const error = await failureOf(simulator.clock, panel.apiRequest(UNLOCK, params))
      expect(isOutcomeUnknownError(error) && error.check).toBe('device.status')
      expect(sentUnlocks(simulator)).toHaveLength(1)
    },
  )

  it('that the cloud throttled is sent again by the panel, with a new key', async () => {
    const simulator = simulated()
    const { panel } = gatewayOver(simulator)
    const command = { device_id, commands: [{ code: 'beep_volume', value: 'mute' }] }
    simulator.faults.next('POST /v1.0/devices/{device_id}/commands', { vendorCode: 1199 })
    const outcome = await outcomeOf(simulator.clock, panel.apiRequest('device.control', command))
    expect(outcome).toEqual({ value: true })
  })

  it('of a gateway that ended before its outcome stays unknown', async () => {
    const simulator = simulated()
    const store = memoryStore(simulator)
    const params = unlockParams(simulator)
    // The first gateway gets no answer, and the second one does not wait for ever.
    const { fetch } = heldFetch(simulator)
    const ended = gatewayOver(simulator, { store, openApi: simulatedOpenApi(simulator, fetch) })
    void ended.post(UNLOCK, params, keyed('k1'))
    await flush()
    const { post } = gatewayOver(simulator, { store, timeoutMs: 2_000 })
    const outcome = await outcomeOf(simulator.clock, post(UNLOCK, params, keyed('k1')))
    expect(outcome).toMatchObject({
      value: { status: 504, envelope: { code: 'GATEWAY_OUTCOME_UNKNOWN' } },
    })
    expect(sentUnlocks(simulator)).toHaveLength(1)
  })
})

describe('a gateway without its store', () => {
  it('reads, refuses commands before it sends them, and recovers by itself', async () => {
    const simulator = simulated()
    const { store, control } = failingStore(simulator)
    const { post } = gatewayOver(simulator, { store })
    const params = unlockParams(simulator)
    control.isAway = true
    expect((await post('device.status', { device_id })).envelope.success).toBe(true)
    const refused = await post(UNLOCK, params, keyed('k1'))
    expect([refused.status, refused.envelope.code]).toEqual([200, 'GATEWAY_UNAVAILABLE'])
    expect(refused.envelope.msg).toContain('sent nothing')
    expect(sentUnlocks(simulator)).toEqual([])
    control.isAway = false
    expect((await post(UNLOCK, params, keyed('k2'))).envelope.success).toBe(true)
    expect(unlocks(simulator)).toHaveLength(1)
  })

  it('answers a command that it had sent before, and knows no outcome for a repeat', async () => {
    const simulator = simulated()
    const { store, control } = failingStore(simulator)
    const { fetch, release } = heldFetch(simulator)
    const { post } = gatewayOver(simulator, { store, openApi: simulatedOpenApi(simulator, fetch) })
    const params = unlockParams(simulator)
    const first = post(UNLOCK, params, keyed('k1'))
    await flush()
    control.isAway = true
    release()
    expect((await first).envelope).toMatchObject({ success: true, result: true })
    control.isAway = false
    const repeat = await outcomeOf(simulator.clock, post(UNLOCK, params, keyed('k1')))
    expect(repeat).toMatchObject({ value: { status: 504 } })
    expect(sentUnlocks(simulator)).toHaveLength(1)
  })

  it('is a refusal that the panel may send again', async () => {
    const simulator = simulated()
    const { store, control } = failingStore(simulator)
    const { panel } = gatewayOver(simulator, { store })
    control.isAway = true
    const params = unlockParams(simulator)
    const error = await failureOf(simulator.clock, panel.apiRequest(UNLOCK, params))
    expect(isVendorError(error) && error.class).toBe('refused')
  })
})
