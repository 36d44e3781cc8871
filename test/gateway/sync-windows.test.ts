import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../gateway'
import { type Simulator, seed } from '../../simulator'
import { flush, outcomeOf, pass } from '../flows/support/settle'
import { simulated } from '../simulator/client'
import { gatewayOver, simulatedFetch, simulatedOpenApi } from './harness'

const SYNC = 'doorLock.getSyncableOpmodeTypes'
const SYNC_ROUTE = 'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/sync'
const device_id = seed.locks.loft.id

const syncFor = (codes: string, device = device_id) => ({
  device_id: device,
  target_standard_dp_codes: codes,
})

const sentSyncs = ({ requests }: Simulator) =>
  requests.filter(({ action }) => action === SYNC_ROUTE)

/** Two gateways of one project. */
const twoGateways = (simulator: Simulator) => {
  const store = memoryStore(simulator)
  return [gatewayOver(simulator, { store }), gatewayOver(simulator, { store })] as const
}

type Post = ReturnType<typeof gatewayOver>['post']

const syncOn = async (simulator: Simulator, post: Post, codes: string, device?: string) => {
  const outcome = await outcomeOf(simulator.clock, post(SYNC, syncFor(codes, device)))
  if ('error' in outcome) throw outcome.error
  return outcome.value.envelope
}

describe('the sync window of two gateways with one store', () => {
  it('lets one of 200 synchronisations of a lock through, and answers all of them', async () => {
    const simulator = simulated()
    const gateways = twoGateways(simulator)
    const calls = Array.from({ length: 200 }, (_, index) =>
      gateways[index % 2 === 0 ? 0 : 1].post(SYNC, syncFor('unlock_card')),
    )
    const outcome = await outcomeOf(simulator.clock, Promise.all(calls))
    const answers = (outcome as { value: Awaited<(typeof calls)[0]>[] }).value
    expect(answers.every(({ envelope }) => envelope.success)).toBe(true)
    expect(sentSyncs(simulator)).toHaveLength(1)
  })

  it('gives the answer to calls in the five seconds after it, and lets the next one through', async () => {
    const simulator = simulated()
    const [first, second] = twoGateways(simulator)
    await syncOn(simulator, first.post, '')
    await pass(simulator.clock, 4_500)
    await syncOn(simulator, second.post, 'unlock_card')
    expect(sentSyncs(simulator)).toHaveLength(1)
    await pass(simulator.clock, 1_000)
    await syncOn(simulator, second.post, 'unlock_card')
    expect(sentSyncs(simulator)).toHaveLength(2)
  })

  it('makes a call for other codes wait for its end', async () => {
    const simulator = simulated()
    const [first, second] = twoGateways(simulator)
    await syncOn(simulator, first.post, 'unlock_card')
    const startedAt = simulator.clock.now()
    expect(await syncOn(simulator, second.post, 'unlock_password')).toMatchObject({ success: true })
    expect(simulator.clock.now() - startedAt).toBeGreaterThanOrEqual(4_900)
    expect(sentSyncs(simulator)).toHaveLength(2)
  })

  it('is a window of one lock', async () => {
    const simulator = simulated()
    const [first, second] = twoGateways(simulator)
    await syncOn(simulator, first.post, '')
    await syncOn(simulator, second.post, '', seed.locks.porch.id)
    expect(sentSyncs(simulator)).toHaveLength(2)
  })

  it('closes at once after a synchronisation that the cloud refused before execution', async () => {
    const simulator = simulated()
    const [first, second] = twoGateways(simulator)
    simulator.faults.next(SYNC_ROUTE, { vendorCode: 1110 })
    expect(await syncOn(simulator, first.post, '')).toMatchObject({ success: false, code: 1110 })
    expect(await syncOn(simulator, second.post, '')).toMatchObject({ success: true })
    expect(sentSyncs(simulator)).toHaveLength(2)
  })

  it('stays open after a lost answer, whose failure only the calls at that time share', async () => {
    const simulator = simulated()
    const store = memoryStore(simulator)
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const fetch = simulatedFetch(simulator)
    const openApi = simulatedOpenApi(simulator, async (url, init) => {
      try {
        return await fetch(url, init)
      } finally {
        if (url.includes('/sync')) await held
      }
    })
    const first = gatewayOver(simulator, { store, openApi })
    const second = gatewayOver(simulator, { store })
    simulator.faults.next(SYNC_ROUTE, 'drop-after')
    const early = [first.post(SYNC, syncFor('')), second.post(SYNC, syncFor(''))]
    await flush()
    await pass(simulator.clock, 200)
    release()
    const outcome = await outcomeOf(simulator.clock, Promise.all(early))
    const answers = (outcome as { value: Awaited<(typeof early)[0]>[] }).value
    expect(answers.map(({ status }) => status)).toEqual([504, 504])
    const startedAt = simulator.clock.now()
    expect(await syncOn(simulator, second.post, '')).toMatchObject({ success: true })
    expect(simulator.clock.now() - startedAt).toBeGreaterThanOrEqual(4_500)
    expect(sentSyncs(simulator)).toHaveLength(2)
  })
})
