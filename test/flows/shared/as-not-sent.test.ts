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
  it('ends with its panel, however long the cloud lets it wait', async () => {
    const stage = createDoorHarness({ lock: seed.locks.frontDoor, families: ['mini-program'] })
    stage.simulator.faults.always(OPEN, { throttleSeconds: 25 })
    const attempt = stage.door.unlock()
    await pass(stage.clock, 2_000)
    const closedAtMs = stage.clock.now()
    stage.panel.close()
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject(notSent)
    expect(stage.clock.now() - closedAtMs).toBeLessThan(1_000)
    expect(stage.timers.now).toBe(0)
    expect(commandsOf(stage)).toEqual([])
  })

  it('ends with its panel while a cipher is asked that never answers', async () => {
    const stage = createDoorHarness(
      { lock: seed.locks.garage, families: ['mini-program'] },
      { passwordCipher: { encrypt: () => new Promise(() => {}) } },
    )
    const attempt = stage.door.openDoor({ password: '135792' })
    await pass(stage.clock, 1_000)
    stage.panel.close()
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject(notSent)
    expect(stage.timers.now).toBe(0)
  })

  it('minds no host that fails when it is listened to', async () => {
    const stage = createDoorHarness(
      { lock: seed.locks.frontDoor, families: ['mini-program'] },
      {
        dataPoints: {
          send: () => new Observable(),
          reports$: new Observable(() => {
            throw new Error('foreign')
          }),
        },
      },
    )
    expect(await settle(stage.clock, stage.door.unlock().done)).toMatchObject({
      reportedBy: 'status',
    })
  })
})

describe('a Bluetooth command before its instruction', () => {
  it.each(['drop-after', 'garbage'] as const)(
    'never left where the cloud cannot be asked: %s',
    async (fault) => {
      const stage = createHarness({ lock: seed.locks.gardenGate, families: ['mini-program'] })
      const { panel, deviceId, options, simulator, clock } = stage
      simulator.faults.always('doorLock.getIssuedConfig', fault)
      const { open } = bluetooth(panel, deviceId, options)
      const failure = await failureOf(clock, open(simulator.asBleLink({ deviceId })).done)
      expect(failure).toMatchObject({ delivery: 'not-sent', action: 'ble.open' })
      expect(commandsOf(stage)).toEqual([])
    },
  )
})
