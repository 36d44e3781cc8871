import { describe, expect, it } from 'vitest'
import { seed } from '../../simulator'
import { isOutcomeUnknownError } from '../../src/core/errors/outcome-unknown-error'
import { bridgedPanel } from '../support/bridged-panel'
import { panelBridges, routeBridges } from '../support/bridges'
import { exampleActionsOf, exampleNamesOf } from '../support/examples'
import { failure } from '../support/panels'
import { givesOneShape } from './one-shape'
import { play } from './scenarios'

for (const [channel, bridgeTo] of Object.entries(panelBridges))
  givesOneShape(channel, exampleNamesOf('panel'), async (simulated) =>
    bridgedPanel(bridgeTo, simulated),
  )

for (const [channel, bridgeTo] of Object.entries(routeBridges))
  givesOneShape(channel, exampleNamesOf('open-api'), async (simulated) =>
    bridgedPanel(bridgeTo, simulated),
  )

const commands = exampleActionsOf('panel').filter(({ safety }) => safety === 'once')

describe.each(Object.entries(panelBridges))('over %s, the command', (_, bridgeTo) => {
  it.each(commands)(
    '$name executes once and has an unknown outcome if its answer is lost',
    async ({ name, check }) => {
      const harness = bridgedPanel(bridgeTo)
      const { faults, journal, requests } = harness.simulator
      faults.next(name, 'drop-after')
      const error = await failure(play(harness, name))
      expect(isOutcomeUnknownError(error)).toBe(true)
      expect(error).toMatchObject({ action: name, family: 'panel', check })
      expect(requests.filter(({ action }) => action === name)).toHaveLength(1)
      expect(journal.filter(({ action }) => action === name)).toHaveLength(1)
    },
  )

  it.each(commands)(
    '$name has an unknown outcome also if it did not reach the cloud',
    async ({ name }) => {
      const harness = bridgedPanel(bridgeTo)
      harness.simulator.faults.next(name, 'drop-before')
      expect(isOutcomeUnknownError(await failure(play(harness, name)))).toBe(true)
      expect(harness.simulator.journal.filter(({ action }) => action === name)).toEqual([])
    },
  )
})

describe.each(Object.entries(panelBridges))('a late callback of %s', (_, bridgeTo) => {
  const api = 'tuya.m.device.lock.active.period'
  const devId = seed.locks.frontDoor.id

  it('is accepted within ten seconds', async () => {
    const { simulator, panel } = bridgedPanel(bridgeTo)
    simulator.faults.next(api, { slowMs: 4_000 })
    const days = panel.apiRequest(api, { devId }, { retry: false })
    simulator.clock.advance(4_000)
    expect(await days).toBeGreaterThan(0)
  })

  it('is ignored after a time-out of ten seconds', async () => {
    const { simulator, panel } = bridgedPanel(bridgeTo)
    simulator.faults.next(api, 'slow')
    const late = failure(panel.apiRequest(api, { devId }, { retry: false }))
    simulator.clock.advance(10_000)
    expect(await late).toMatchObject({ kind: 'timeout', delivery: 'unknown' })
    simulator.clock.advance(10_000)
    expect(await panel.apiRequest(api, { devId })).toBeGreaterThan(0)
  })
})

it('the panel family has seven once actions', () => {
  expect(commands).toHaveLength(7)
})
