import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { failureOf, pass, settle } from '../support/settle'
import { collectSteps, commandsOf, createDoorHarness, setBolt } from './door-harness'

const { frontDoor, gardenGate, garage } = seed.locks
const families = ['mini-program'] as const
const OPEN = 'doorLock.passwordFreeOpen'

/** The lock types that unlock with a ticket, with the source of the confirmation. */
const doors = [
  ['a Wi-Fi lock with data points', { lock: frontDoor, dataPoints: true }, 'data-points'],
  ['a Wi-Fi lock without data points', { lock: frontDoor }, 'status'],
  ['a Bluetooth lock with data points', { lock: gardenGate, dataPoints: true }, 'data-points'],
  ['a Bluetooth lock without data points', { lock: gardenGate }, 'status'],
  ['a Zigbee lock with data points', { lock: garage, dataPoints: true }, 'data-points'],
  ['a Zigbee lock without data points', { lock: garage }, 'status'],
] as const

describe.each(doors)('unlocking %s', (_, input, reportedBy) => {
  it('sends one command with a new ticket, and ends when the lock reports', async () => {
    const harness = createDoorHarness({ families, ...input })
    const attempt = harness.door.unlock()
    const steps = collectSteps(attempt)
    await expect(settle(harness.clock, attempt.done)).resolves.toEqual({
      reportedBy,
      atMs: harness.clock.now(),
    })
    expect(steps.filter((step) => step !== 'waiting')).toEqual([
      'checking',
      'ticket',
      'sending',
      'done',
    ])
    expect(commandsOf(harness)).toEqual(['unlock'])
    expect(harness.simulator.world.tickets.map(({ spent }) => spent)).toEqual([true])
    expect([harness.listeners.now, harness.timers.now]).toEqual([0, 0])
  })

  it('succeeds after a lost answer if the bolt has moved', async () => {
    for (const fault of ['drop-after', 'garbage', 'slow'] as const) {
      const harness = createDoorHarness({ families, ...input })
      harness.simulator.faults.next(OPEN, fault)
      expect(await settle(harness.clock, harness.door.unlock().done)).toMatchObject({ reportedBy })
      expect(commandsOf(harness)).toEqual(['unlock'])
    }
  })

  it('has an unknown outcome after a lost request, and the command is not resent', async () => {
    const harness = createDoorHarness({ families, ...input })
    harness.simulator.faults.next(OPEN, 'drop-before')
    const attempt = harness.door.unlock()
    const steps = collectSteps(attempt)
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'outcome-unknown',
      action: OPEN,
      check: 'device.status',
    })
    expect(steps.slice(-2)).toEqual(['waiting', 'failed'])
    expect(harness.steps.filter((step) => step === OPEN)).toHaveLength(1)
    expect(commandsOf(harness)).toEqual([])
  })

  it('has an unknown outcome if the lock sleeps, because the command may still execute', async () => {
    const harness = createDoorHarness({ families, ...input })
    harness.lock.asleepUntilMs = harness.clock.now() + 60_000
    const startMs = harness.clock.now()
    expect(await failureOf(harness.clock, harness.door.unlock().done)).toMatchObject({
      kind: 'outcome-unknown',
      action: 'remoteUnlock.unlock',
      causeKind: 'unconfirmed',
      check: 'device.status',
    })
    expect(harness.clock.now() - startMs).toBeLessThan(16_000)
    expect(commandsOf(harness)).toEqual([])
    await pass(harness.clock, 60_000)
    expect(commandsOf(harness)).toEqual(['unlock'])
  })
})

describe('a bolt that does not move', () => {
  it('is reported by a Bluetooth lock at once', async () => {
    const harness = createDoorHarness({ lock: gardenGate, families, dataPoints: true })
    harness.lock.jammed = true
    const startMs = harness.clock.now()
    const attempt = harness.door.unlock()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'lock',
      action: 'remoteUnlock.unlock',
      reason: 'failed',
      message: expect.stringContaining('could not move its bolt'),
    })
    expect(harness.clock.now()).toBe(startMs)
    expect(harness.listeners.now).toBe(0)
  })

  it.each([true, false])(
    'is not reported by a Wi-Fi lock, so the outcome is unknown (data points: %s)',
    async (dataPoints) => {
      const harness = createDoorHarness(
        { lock: frontDoor, families, dataPoints },
        { reportTimeoutMs: 5_000 },
      )
      harness.lock.jammed = true
      const startMs = harness.clock.now()
      expect(await failureOf(harness.clock, harness.door.unlock().done)).toMatchObject({
        kind: 'outcome-unknown',
        check: 'device.status',
      })
      expect(harness.clock.now() - startMs).toBe(5_000)
      expect([harness.listeners.now, harness.timers.now]).toEqual([0, 0])
    },
  )
})

describe('unlock without data points', () => {
  it('polls the bolt with growing intervals', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families })
    harness.lock.jammed = true
    await failureOf(harness.clock, harness.door.unlock().done)
    const reads = harness.steps.filter((step) => step === 'device.status')
    expect(reads).toHaveLength(1 + 7)
  })

  it('confirms a bolt that moves late, also after a failed read', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families })
    const { clock, simulator, lock } = harness
    lock.asleepUntilMs = clock.now() + 6_000
    const attempt = harness.door.unlock()
    await pass(clock, 100)
    simulator.faults.next('device.status', { vendorCode: 1106 })
    const { atMs, reportedBy } = await settle(clock, attempt.done)
    expect(reportedBy).toBe('status')
    expect(atMs).toBeGreaterThanOrEqual(lock.asleepUntilMs)
  })

  it('is confirmed by the cloud if the bolt was unlocked before', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families })
    setBolt(harness, true)
    const attempt = harness.door.unlock()
    const startMs = harness.clock.now()
    expect(await settle(harness.clock, attempt.done)).toEqual({
      reportedBy: 'cloud',
      atMs: startMs,
    })
    expect(commandsOf(harness)).toEqual(['unlock'])
  })

  it('is confirmed by the cloud if the lock does not report its bolt', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families })
    harness.lock.status.length = 0
    harness.lock.jammed = true
    expect(await settle(harness.clock, harness.door.unlock().done)).toMatchObject({
      reportedBy: 'cloud',
    })
  })
})
