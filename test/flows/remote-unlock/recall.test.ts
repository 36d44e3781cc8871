import { map } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { passwordTicket } from '../../../actions/mini-program/door-lock/password-ticket'
import { seed } from '../../../simulator'
import { handle } from '../../../src/core/panel/handle'
import { remoteNoDpKeyReport } from '../../../src/data-points/raw/remote-no-dp-key'
import { failureOf, flush, pass, settle } from '../support/settle'
import { isDrawnBack, ordersOf } from './door'
import { unsteady } from './unsteady'

const { frontDoor, gardenGate } = seed.locks
const OPEN = 'doorLock.passwordFreeOpen'
const LOCK = 'device.control'
/** Long enough for every wait of a panel. */
const LONG_MS = 60_000

const failed = {
  remote_no_dp_key: remoteNoDpKeyReport.encode({ result: 'failed', memberId: 1 }),
}

/** Until the attempt has done all that needs no time, and its order waits in the panel. */
const atItsOrder = async ({ clock }: ReturnType<typeof unsteady>) => {
  await flush()
  clock.advance(20)
  await flush()
}

describe('an order that has not left when the lock reports', () => {
  it('is taken back: the door was opened by somebody else, and may be locked again', async () => {
    const stage = unsteady(frontDoor, { action: OPEN, times: 2 })
    const opening = stage.door.unlock()
    await atItsOrder(stage)
    stage.says({ lock_motor_state: true })
    await expect(opening.done).resolves.toMatchObject({ reportedBy: 'data-points' })
    expect([stage.timers.now, stage.reports$.observed]).toEqual([0, false])

    const locking = stage.door.lock()
    await pass(stage.clock, 1_000)
    stage.says({ lock_motor_state: false })
    await settle(stage.clock, locking.done)
    await pass(stage.clock, LONG_MS)
    expect(ordersOf(stage)).toEqual(['lock'])
    expect(stage.timesLeft(OPEN)).toEqual([])
  })

  it('is taken back also where the cloud asked for a long wait: a lock does not undo an unlock', async () => {
    const stage = unsteady(frontDoor, { action: LOCK, times: 1, retryAfterMs: 20_000 })
    isDrawnBack(stage, true)
    const locking = stage.door.lock()
    await atItsOrder(stage)
    stage.says({ lock_motor_state: false })
    await expect(locking.done).resolves.toMatchObject({ reportedBy: 'data-points' })
    await pass(stage.clock, LONG_MS)
    expect(stage.timesLeft(LOCK)).toEqual([])
    expect(ordersOf(stage)).toEqual([])
  })

  it('is taken back out of the queue of the panel', async () => {
    const stage = unsteady(frontDoor, { maxOpen: 2 })
    const read = () =>
      stage.panel
        .apiRequest('doorLock.listUsers', {
          device_id: stage.deviceId,
          target_standard_dp_codes: 'unlock_card',
          page_no: 1,
          page_size: 10,
        })
        .catch(() => {})
    stage.simulator.faults.always('doorLock.listUsers', { slowMs: 8_000 })
    const opening = stage.door.unlock()
    opening.state$.subscribe(({ step }) => {
      if (step === 'sending') for (let i = 0; i < 2; i++) void read()
    })
    await pass(stage.clock, 1_000)
    expect(stage.timesLeft(OPEN)).toEqual([])
    stage.says({ lock_motor_state: true })
    await expect(opening.done).resolves.toMatchObject({ reportedBy: 'data-points' })
    await pass(stage.clock, LONG_MS)
    expect(stage.timesLeft(OPEN)).toEqual([])
    expect(ordersOf(stage)).toEqual([])
  })

  it('is taken back where the lock reports a failure, too: that was certain, and stays so', async () => {
    const stage = unsteady(gardenGate, { action: OPEN, times: 2 })
    const opening = stage.door.unlock()
    await atItsOrder(stage)
    stage.says(failed)
    await expect(opening.done).rejects.toMatchObject({ kind: 'lock', reason: 'failed' })
    expect(stage.timers.now).toBe(0)
    await pass(stage.clock, LONG_MS)
    expect(stage.timesLeft(OPEN)).toEqual([])
    expect(ordersOf(stage)).toEqual([])
  })

  it('but one that left stays the one order, and its result stays', async () => {
    const stage = unsteady(frontDoor)
    stage.simulator.faults.next(OPEN, 'slow')
    const opening = stage.door.unlock()
    await pass(stage.clock, 1_000)
    stage.says({ lock_motor_state: true })
    await expect(opening.done).resolves.toMatchObject({ reportedBy: 'data-points' })
    expect(stage.timers.now).toBe(0)
    await pass(stage.clock, LONG_MS)
    expect(stage.timesLeft(OPEN)).toHaveLength(1)
    expect(ordersOf(stage)).toEqual(['unlock'])
  })
})

describe('a failure that the lock reports', () => {
  it.each([
    ['before the cloud has answered', { slowMs: 3_000 }],
    ['while the answer is lost', 'slow'],
    ['after the answer was lost', 'drop-after'],
  ] as const)('%s is that of the order that left', async (_, fault) => {
    const stage = unsteady(gardenGate)
    stage.lock.jammed = true
    stage.simulator.faults.next(OPEN, fault)
    const opening = stage.door.unlock()
    await pass(stage.clock, 1_000)
    stage.says(failed)
    await expect(opening.done).rejects.toMatchObject({ kind: 'lock', reason: 'failed' })
    await pass(stage.clock, LONG_MS)
    expect(stage.timesLeft(OPEN)).toHaveLength(1)
    expect(stage.timers.now).toBe(0)
  })
})

describe('the time of an attempt', () => {
  it('bounds when its order leaves, waits of the panel included', async () => {
    const stage = unsteady(frontDoor, { action: OPEN, times: 1, retryAfterMs: 20_000 })
    expect(
      await failureOf(stage.clock, stage.door.unlock({ timeoutMs: 2_000 }).done),
    ).toMatchObject({ delivery: 'not-sent' })
    expect(stage.clock.now() - stage.startMs).toBeLessThanOrEqual(2_000)
    await pass(stage.clock, LONG_MS)
    expect(ordersOf(stage)).toEqual([])
  })

  it('keeps an order in the queue from leaving when it is over', async () => {
    const stage = unsteady(frontDoor, { maxOpen: 1 })
    stage.simulator.faults.always('doorLock.listUsers', { slowMs: 9_000 })
    const opening = stage.door.unlock({ timeoutMs: 3_000 })
    opening.state$.subscribe(({ step }) => {
      if (step === 'sending')
        stage.panel
          .apiRequest('doorLock.listUsers', {
            device_id: stage.deviceId,
            target_standard_dp_codes: 'unlock_card',
            page_no: 1,
            page_size: 10,
          })
          .catch(() => {})
    })
    expect(await failureOf(stage.clock, opening.done)).toMatchObject({
      kind: 'timeout',
      delivery: 'not-sent',
    })
    expect(stage.clock.now() - stage.startMs).toBe(3_000)
    await pass(stage.clock, LONG_MS)
    expect(ordersOf(stage)).toEqual([])
  })

  it('that is over with the order under way does not end the wait for the report', async () => {
    const stage = unsteady(frontDoor)
    stage.simulator.faults.next(OPEN, { slowMs: 8_000 })
    const opening = stage.door.unlock({ timeoutMs: 2_000 })
    await pass(stage.clock, 5_000)
    stage.says({ lock_motor_state: true })
    expect(await settle(stage.clock, opening.done)).toMatchObject({ reportedBy: 'data-points' })
    expect(ordersOf(stage)).toEqual(['unlock'])
  })

  it('and the end of its ticket bounds it, too', async () => {
    const shortLived = handle(passwordTicket, (params, { send }) =>
      send(params).pipe(map((ticket) => ({ ...ticket, expire_time: 12 }))),
    )
    const stage = unsteady(frontDoor, {
      action: OPEN,
      times: 1,
      retryAfterMs: 15_000,
      handlers: [shortLived],
    })
    expect(await failureOf(stage.clock, stage.door.unlock().done)).toMatchObject({
      delivery: 'not-sent',
    })
    await pass(stage.clock, LONG_MS)
    expect(ordersOf(stage)).toEqual([])
  })
})
