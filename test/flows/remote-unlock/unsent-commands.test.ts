import { map } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { passwordTicket } from '../../../actions/mini-program/door-lock/password-ticket'
import { seed } from '../../../simulator'
import { handle } from '../../../src/core/panel/handle'
import { remoteNoDpKeyReport } from '../../../src/data-points/raw/remote-no-dp-key'
import { failureOf, flush, pass, settle } from '../support/settle'
import { commandsOf, setBolt } from './door-harness'
import { createUnreliableHarness } from './unreliable-harness'

const { frontDoor, gardenGate } = seed.locks
const OPEN = 'doorLock.passwordFreeOpen'
const LOCK = 'device.control'
/** Longer than any wait of a panel. */
const LONG_MS = 60_000

const failed = {
  remote_no_dp_key: remoteNoDpKeyReport.encode({ result: 'failed', memberId: 1 }),
}

/** Advances until the command waits for its retry in the panel. */
const advanceToCommand = async ({ clock }: ReturnType<typeof createUnreliableHarness>) => {
  await flush()
  clock.advance(20)
  await flush()
}

describe('a command that was not sent when the lock reports', () => {
  it('is cancelled after another unlock of the door, so that the door can be locked again', async () => {
    const harness = createUnreliableHarness(frontDoor, { action: OPEN, times: 2 })
    const opening = harness.door.unlock()
    await advanceToCommand(harness)
    harness.report({ lock_motor_state: true })
    await expect(opening.done).resolves.toMatchObject({ reportedBy: 'data-points' })
    expect([harness.timers.now, harness.reports$.observed]).toEqual([0, false])

    const locking = harness.door.lock()
    await pass(harness.clock, 1_000)
    harness.report({ lock_motor_state: false })
    await settle(harness.clock, locking.done)
    await pass(harness.clock, LONG_MS)
    expect(commandsOf(harness)).toEqual(['lock'])
    expect(harness.sentTimes(OPEN)).toEqual([])
  })

  it('is cancelled also while it waits for a long Retry-After', async () => {
    const harness = createUnreliableHarness(frontDoor, {
      action: LOCK,
      times: 1,
      retryAfterMs: 20_000,
    })
    setBolt(harness, true)
    const locking = harness.door.lock()
    await advanceToCommand(harness)
    harness.report({ lock_motor_state: false })
    await expect(locking.done).resolves.toMatchObject({ reportedBy: 'data-points' })
    await pass(harness.clock, LONG_MS)
    expect(harness.sentTimes(LOCK)).toEqual([])
    expect(commandsOf(harness)).toEqual([])
  })

  it('is removed from the queue of the panel', async () => {
    const harness = createUnreliableHarness(frontDoor, { maxOpen: 2 })
    const read = () =>
      harness.panel
        .apiRequest('doorLock.listUsers', {
          device_id: harness.deviceId,
          target_standard_dp_codes: 'unlock_card',
          page_no: 1,
          page_size: 10,
        })
        .catch(() => {})
    harness.simulator.faults.always('doorLock.listUsers', { slowMs: 8_000 })
    const opening = harness.door.unlock()
    opening.state$.subscribe(({ step }) => {
      if (step === 'sending') for (let i = 0; i < 2; i++) void read()
    })
    await pass(harness.clock, 1_000)
    expect(harness.sentTimes(OPEN)).toEqual([])
    harness.report({ lock_motor_state: true })
    await expect(opening.done).resolves.toMatchObject({ reportedBy: 'data-points' })
    await pass(harness.clock, LONG_MS)
    expect(harness.sentTimes(OPEN)).toEqual([])
    expect(commandsOf(harness)).toEqual([])
  })

  it('is cancelled if the lock reports a failure', async () => {
    const harness = createUnreliableHarness(gardenGate, { action: OPEN, times: 2 })
    const opening = harness.door.unlock()
    await advanceToCommand(harness)
    harness.report(failed)
    await expect(opening.done).rejects.toMatchObject({ kind: 'lock', reason: 'failed' })
    expect(harness.timers.now).toBe(0)
    await pass(harness.clock, LONG_MS)
    expect(harness.sentTimes(OPEN)).toEqual([])
    expect(commandsOf(harness)).toEqual([])
  })

  it('is different from a sent command, which executes once after its attempt has ended', async () => {
    const harness = createUnreliableHarness(frontDoor)
    harness.simulator.faults.next(OPEN, 'slow')
    const opening = harness.door.unlock()
    await pass(harness.clock, 1_000)
    harness.report({ lock_motor_state: true })
    await expect(opening.done).resolves.toMatchObject({ reportedBy: 'data-points' })
    expect(harness.timers.now).toBe(0)
    await pass(harness.clock, LONG_MS)
    expect(harness.sentTimes(OPEN)).toHaveLength(1)
    expect(commandsOf(harness)).toEqual(['unlock'])
  })
})

describe('a failure that the lock reports', () => {
  it.each([
    ['before the cloud has answered', { slowMs: 3_000 }],
    ['while the answer is lost', 'slow'],
    ['after the answer was lost', 'drop-after'],
  ] as const)('%s ends the attempt of the sent command', async (_, fault) => {
    const harness = createUnreliableHarness(gardenGate)
    harness.lock.jammed = true
    harness.simulator.faults.next(OPEN, fault)
    const opening = harness.door.unlock()
    await pass(harness.clock, 1_000)
    harness.report(failed)
    await expect(opening.done).rejects.toMatchObject({ kind: 'lock', reason: 'failed' })
    await pass(harness.clock, LONG_MS)
    expect(harness.sentTimes(OPEN)).toHaveLength(1)
    expect(harness.timers.now).toBe(0)
  })
})

describe('the time limit of a remote unlock', () => {
  it('includes the waits of the panel', async () => {
    const harness = createUnreliableHarness(frontDoor, {
      action: OPEN,
      times: 1,
      retryAfterMs: 20_000,
    })
    expect(
      await failureOf(harness.clock, harness.door.unlock({ timeoutMs: 2_000 }).done),
    ).toMatchObject({ delivery: 'not-sent' })
    expect(harness.clock.now() - harness.startMs).toBeLessThanOrEqual(2_000)
    await pass(harness.clock, LONG_MS)
    expect(commandsOf(harness)).toEqual([])
  })

  it('prevents a command in the queue from being sent later', async () => {
    const harness = createUnreliableHarness(frontDoor, { maxOpen: 1 })
    harness.simulator.faults.always('doorLock.listUsers', { slowMs: 9_000 })
    const opening = harness.door.unlock({ timeoutMs: 3_000 })
    opening.state$.subscribe(({ step }) => {
      if (step === 'sending')
        harness.panel
          .apiRequest('doorLock.listUsers', {
            device_id: harness.deviceId,
            target_standard_dp_codes: 'unlock_card',
            page_no: 1,
            page_size: 10,
          })
          .catch(() => {})
    })
    expect(await failureOf(harness.clock, opening.done)).toMatchObject({
      kind: 'timeout',
      delivery: 'not-sent',
    })
    expect(harness.clock.now() - harness.startMs).toBe(3_000)
    await pass(harness.clock, LONG_MS)
    expect(commandsOf(harness)).toEqual([])
  })

  it('does not end the wait for the report of a sent command', async () => {
    const harness = createUnreliableHarness(frontDoor)
    harness.simulator.faults.next(OPEN, { slowMs: 8_000 })
    const opening = harness.door.unlock({ timeoutMs: 2_000 })
    await pass(harness.clock, 5_000)
    harness.report({ lock_motor_state: true })
    expect(await settle(harness.clock, opening.done)).toMatchObject({ reportedBy: 'data-points' })
    expect(commandsOf(harness)).toEqual(['unlock'])
  })

  it('is shortened by the expiry of the ticket', async () => {
    const shortTicket = handle(passwordTicket, (params, { send }) =>
      send(params).pipe(map((ticket) => ({ ...ticket, expire_time: 12 }))),
    )
    const harness = createUnreliableHarness(frontDoor, {
      action: OPEN,
      times: 1,
      retryAfterMs: 15_000,
      handlers: [shortTicket],
    })
    expect(await failureOf(harness.clock, harness.door.unlock().done)).toMatchObject({
      delivery: 'not-sent',
    })
    await pass(harness.clock, LONG_MS)
    expect(commandsOf(harness)).toEqual([])
  })
})
