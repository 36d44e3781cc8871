import { Observable } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { bluetooth } from '../../../src/flows/bluetooth/bluetooth'
import { commandsOf, createDoorHarness } from '../remote-unlock/door-harness'
import { createHarness } from '../support/flow-harness'
import { failureOf, pass, settle } from '../support/settle'

const OPEN = 'doorLock.passwordFreeOpen'
const notSent = { kind: 'cancelled', delivery: 'not-sent' }

describe('an unlock before its command was sent', () => {
  it('ends when the panel closes, although the cloud asks for a longer wait', async () => {
    const harness = createDoorHarness({ lock: seed.locks.frontDoor, families: ['mini-program'] })
    harness.simulator.faults.always(OPEN, { throttleSeconds: 25 })
    const attempt = harness.door.unlock()
    await pass(harness.clock, 2_000)
    const closedAtMs = harness.clock.now()
    harness.panel.close()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject(notSent)
    expect(harness.clock.now() - closedAtMs).toBeLessThan(1_000)
    expect(harness.timers.now).toBe(0)
    expect(commandsOf(harness)).toEqual([])
  })

  it('ends when the panel closes, although its cipher never answers', async () => {
    const harness = createDoorHarness(
      { lock: seed.locks.garage, families: ['mini-program'] },
      { passwordCipher: { encrypt: () => new Promise(() => {}) } },
    )
    const attempt = harness.door.openDoor({ password: '135792' })
    await pass(harness.clock, 1_000)
    harness.panel.close()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject(notSent)
    expect(harness.timers.now).toBe(0)
  })

  it('ignores a host that throws on subscribe', async () => {
    const harness = createDoorHarness(
      { lock: seed.locks.frontDoor, families: ['mini-program'] },
      {
        dataPoints: {
          send: () => new Observable(),
          reports$: new Observable(() => {
            throw new Error('third-party error')
          }),
        },
      },
    )
    expect(await settle(harness.clock, harness.door.unlock().done)).toMatchObject({
      reportedBy: 'status',
    })
  })
})

describe('a Bluetooth command before its instruction', () => {
  it.each(['drop-after', 'garbage'] as const)(
    'fails as not sent if the request for the lock config fails: %s',
    async (fault) => {
      const harness = createHarness({ lock: seed.locks.gardenGate, families: ['mini-program'] })
      const { panel, deviceId, options, simulator, clock } = harness
      simulator.faults.always('doorLock.getIssuedConfig', fault)
      const { open } = bluetooth(panel, deviceId, options)
      const failure = await failureOf(clock, open(simulator.asBleLink({ deviceId })).done)
      expect(failure).toMatchObject({ delivery: 'not-sent', action: 'ble.open' })
      expect(commandsOf(harness)).toEqual([])
    },
  )
})
