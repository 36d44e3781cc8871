import { firstValueFrom } from 'rxjs'
import { expect, it } from 'vitest'
import { createClock, createSimulator, seed } from '../../../simulator/index'
import { exchange } from '../../../src/data-points/exchange'

const { gardenGate, shed } = seed.locks

it('the data points of the simulator send a command and receive its report by codes', async () => {
  const clock = createClock({ frozen: true })
  const simulator = createSimulator({ clock })
  const dataPoints = simulator.asDataPoints({ deviceId: gardenGate.id })
  const report = firstValueFrom(
    exchange(dataPoints, {
      send: { beep_volume: 'mute' },
      matches: (dps) => 'beep_volume' in dps,
      timeoutMs: 15_000,
      clock,
    }),
  )
  clock.advance(1_000)
  await expect(report).resolves.toMatchObject({ beep_volume: 'mute' })
  expect(simulator.journal.map(({ command }) => command)).toEqual(['control'])
})

it('the data points of the simulator fail if the lock is offline or lacks the data point', async () => {
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
