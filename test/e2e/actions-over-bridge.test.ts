import { describe, expect, it } from 'vitest'
import { seed } from '../../simulator'
import { isOutcomeUnknownError } from '../../src/core/errors/outcome-unknown-error'
import { bridgedPanel } from '../support/bridged-panel'
import { panelBridges, routeBridges } from '../support/bridges'
import { exampleActionsOf, exampleNamesOf } from '../support/examples'
import { failure } from '../support/panels'
import { givesOneShape } from './one-shape'
import { play } from './scenarios'

for (const [way, bridgeTo] of Object.entries(panelBridges))
  givesOneShape(way, exampleNamesOf('panel'), async (simulated) =>
    bridgedPanel(bridgeTo, simulated),
  )

for (const [way, bridgeTo] of Object.entries(routeBridges))
  givesOneShape(way, exampleNamesOf('open-api'), async (simulated) =>
    bridgedPanel(bridgeTo, simulated),
  )

const orders = exampleActionsOf('panel').filter(({ safety }) => safety === 'once')

describe.each(Object.entries(panelBridges))('an order over %s', (_, bridgeTo) => {
  it.each(orders)(
    '$name whose answer is lost is carried out once, and its outcome is unknown',
    async ({ name, check }) => {
      const stage = bridgedPanel(bridgeTo)
      const { faults, journal, requests } = stage.simulator
      faults.next(name, 'drop-after')
      const error = await failure(play(stage, name))
      expect(isOutcomeUnknownError(error)).toBe(true)
      expect(error).toMatchObject({ action: name, family: 'panel', check })
      expect(requests.filter(({ action }) => action === name)).toHaveLength(1)
      expect(journal.filter(({ action }) => action === name)).toHaveLength(1)
    },
  )

  it.each(orders)(
    '$name that never reached the cloud says that the outcome is unknown too',
    async ({ name }) => {
      const stage = bridgedPanel(bridgeTo)
      stage.simulator.faults.next(name, 'drop-before')
      expect(isOutcomeUnknownError(await failure(play(stage, name)))).toBe(true)
      expect(stage.simulator.journal.filter(({ action }) => action === name)).toEqual([])
    },
  )
})

describe.each(Object.entries(panelBridges))('a host that calls back late: %s', (_, bridgeTo) => {
  const api = 'tuya.m.device.lock.active.period'
  const devId = seed.locks.frontDoor.id

  it('is waited for', async () => {
    const { simulator, panel } = bridgedPanel(bridgeTo)
    simulator.faults.next(api, { slowMs: 4_000 })
    const days = panel.apiRequest(api, { devId }, { retry: false })
    simulator.clock.advance(4_000)
    expect(await days).toBeGreaterThan(0)
  })

  it('is too late after ten seconds, and is not heard any more', async () => {
    const { simulator, panel } = bridgedPanel(bridgeTo)
    simulator.faults.next(api, 'slow')
    const late = failure(panel.apiRequest(api, { devId }, { retry: false }))
    simulator.clock.advance(10_000)
    expect(await late).toMatchObject({ kind: 'timeout', delivery: 'unknown' })
    simulator.clock.advance(10_000)
    expect(await panel.apiRequest(api, { devId })).toBeGreaterThan(0)
  })
})

it('knows five commands of the panel family', () => {
  expect(orders).toHaveLength(5)
})
