import { firstValueFrom } from 'rxjs'
import { expect, it } from 'vitest'
import { createClock, createSimulator, seed } from '../../../simulator/index'
import { exchange } from '../../../src/data-points/exchange'

const { gardenGate, shed } = seed.locks

it('carries a command to the lock and its report back, by codes', async () => {
  const clock = createClock({ frozen: true })
  const simulator = createSimulator({ clock })
  const dataPoints = simulator.asDataPoints({ deviceId: gardenGate.id })
  const report = firstValueFrom(
    exchange(dataPoints, {
      send: { beep_volume: 'mute' },
      matches: (dps) => 'beep_volume' in dps,
      timeoutMs: 15_000,
      scheduler: clock.scheduler,
    }),
  )
  clock.advance(1_000)
  await expect(report).resolves.toMatchObject({ beep_volume: 'mute' })
  expect(simulator.journal.map(({ command }) => command)).toEqual(['control'])
})

it('says that a lock is offline, and that it has no such data point', async () => {
  const simulator = createSimulator({ clock: createClock({ frozen: true }) })
  const offline = simulator.asDataPoints({ deviceId: shed.id })
  await expect(firstValueFrom(offline.send({ beep_volume: 'mute' }))).rejects.toMatchObject({
    kind: 'transport',
    delivery: 'unknown',
  })
  await expect(firstValueFrom(offline.send({ no_such_code: 1 }))).rejects.toMatchObject({
    kind: 'unsupported',
  })
})
