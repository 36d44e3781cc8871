import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { DoorState } from '../../../src/flows/live/door-state'
import { live } from '../../../src/flows/live/live'
import { createHarness, type HarnessOptions } from '../support/flow-harness'
import { pass, settle } from '../support/settle'

const { frontDoor, garage, gardenGate } = seed.locks

const doorOf = (input: HarnessOptions, pollMs?: number) => {
  const harness = createHarness(input)
  const options = { ...harness.options, ...(pollMs !== undefined && { pollMs }) }
  return { ...harness, door: live(harness.panel, harness.deviceId, options) }
}

const hosts: Readonly<Record<string, HarnessOptions>> = {
  'mini-program': { lock: frontDoor, families: ['mini-program'] },
  'mini-program with data points': {
    lock: frontDoor,
    families: ['mini-program'],
    dataPoints: true,
  },
  'open-api': { lock: frontDoor, families: ['open-api'] },
  ty: { lock: garage, families: ['panel'], host: 'ty' },
  TYSdk: { lock: gardenGate, families: ['panel'], host: 'TYSdk' },
}

describe.each(Object.entries(hosts))('the live state over %s', (_, input) => {
  it('reads online, bolt and battery once, with time and source, and leaves nothing open', async () => {
    const { door, clock, listeners, timers } = doorOf(input)
    const startMs = clock.now()
    const state = await settle(clock, door.current())
    const source = input.host === undefined ? 'cloud' : 'host'
    expect(state).toMatchObject({
      online: { value: true, source },
      bolt: { value: 'locked', source },
      battery: { value: { percent: 87 }, source },
      unread: [],
    })
    expect(state.online?.atMs).toBe(startMs)
    expect(state.asleep).toBeUndefined()
    expect(state.door).toBeUndefined()
    expect([listeners.now, timers.now]).toEqual([0, 0])
  })

  it('sends nothing after the first read without reports, and closes everything', async () => {
    const { door, clock, steps, listeners, timers } = doorOf(input)
    const states: DoorState[] = []
    const subscription = door.state$.subscribe((state) => states.push(state))
    await pass(clock, 5_000)
    const sent = steps.length
    await pass(clock, 120_000)
    expect(steps.length).toBe(sent)
    expect(states.at(-1)).toMatchObject({ bolt: { value: 'locked' } })
    const replayed: DoorState[] = []
    door.state$.subscribe((state) => replayed.push(state)).unsubscribe()
    expect(replayed).toEqual([states.at(-1)])
    subscription.unsubscribe()
    expect([listeners.now, timers.now]).toEqual([0, 0])
  })

  it('completes when the panel is closed', async () => {
    const { door, clock, panel, listeners, timers } = doorOf(input)
    let isComplete = false
    door.state$.subscribe({ complete: () => (isComplete = true) })
    await pass(clock, 5_000)
    panel.close()
    expect(isComplete).toBe(true)
    expect([listeners.now, timers.now]).toEqual([0, 0])
  })
})
