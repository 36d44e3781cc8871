import { map } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { passwordFreeOpen } from '../../../actions/mini-program/door-lock/password-free-open'
import { passwordTicket } from '../../../actions/mini-program/door-lock/password-ticket'
import { type Fault, seed } from '../../../simulator'
import { createPanel } from '../../../src/core/panel/create-panel'
import { type BoundHandler, handle } from '../../../src/core/panel/handle'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import { failureOf, pass, settle } from '../support/settle'
import { createStage } from '../support/stage'
import { atDoor, ordersOf, stepsOf } from './door'

const { frontDoor } = seed.locks
const families = ['mini-program'] as const
const ORDER = 'doorLock.passwordFreeOpen'
const TICKET = 'doorLock.passwordTicket'

/** The same door, with answers of the cloud as an app's own handlers make them. */
const withHandlers = (...handlers: readonly BoundHandler[]) => {
  const stage = createStage({ lock: frontDoor, families })
  const { clock, simulator, deviceId, options } = stage
  const panel = createPanel({
    actions: allActions,
    transport: simulator.asTransport(),
    scheduler: clock.scheduler,
    handlers,
  })
  return { ...stage, door: remoteUnlock(panel, deviceId, options) }
}

describe('an order that is refused before it is carried out', () => {
  it.each<[Fault, number]>([
    ['throttle', 1_000],
    [{ vendorCode: 1110 }, 1_000],
    [{ vendorCode: 1199 }, 1_000],
  ])('starts over with a new ticket after %o', async (fault, waitMs) => {
    const stage = atDoor({ lock: frontDoor, families, dataPoints: true })
    const startMs = stage.clock.now()
    stage.simulator.faults.next(ORDER, fault)
    const attempt = stage.door.unlock()
    const steps = stepsOf(attempt)
    await settle(stage.clock, attempt.done)
    expect(steps).toEqual(['checking', 'ticket', 'sending', 'ticket', 'sending', 'done'])
    expect(stage.clock.now() - startMs).toBe(waitMs)
    expect(ordersOf(stage)).toEqual(['unlock'])
    const sent = stage.simulator.requests.filter(({ action }) => action === ORDER)
    const tickets = sent.map(({ params }) => (params as { ticket_id?: unknown }).ticket_id)
    expect(new Set(tickets).size).toBe(2)
  })

  it('is given up after the third', async () => {
    const stage = atDoor({ lock: frontDoor, families })
    stage.simulator.faults.always(ORDER, 'throttle')
    expect(await failureOf(stage.clock, stage.door.unlock().done)).toMatchObject({
      kind: 'transport',
      statusCode: 429,
    })
    expect(stage.steps.filter((step) => step === ORDER)).toHaveLength(3)
    expect(stage.steps.filter((step) => step === TICKET)).toHaveLength(3)
  })

  it('is given up where the time does not allow the wait', async () => {
    const stage = atDoor({ lock: frontDoor, families })
    stage.simulator.faults.always(ORDER, 'throttle')
    const startMs = stage.clock.now()
    await failureOf(stage.clock, stage.door.unlock({ timeoutMs: 900 }).done)
    expect(stage.clock.now()).toBe(startMs)
    expect(stage.steps.filter((step) => step === ORDER)).toHaveLength(1)
  })

  it('can be cancelled while it waits: nothing was carried out', async () => {
    const stage = atDoor({ lock: frontDoor, families })
    stage.simulator.faults.always(ORDER, 'throttle')
    const attempt = stage.door.unlock()
    await pass(stage.clock, 500)
    attempt.cancel()
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    await pass(stage.clock, 60_000)
    expect(ordersOf(stage)).toEqual([])
    expect(stage.timers.now).toBe(0)
  })

  it('may have been carried out where the cloud only says that it is busy: no new ticket', async () => {
    const stage = atDoor({ lock: frontDoor, families })
    stage.simulator.faults.next(ORDER, { vendorCode: 1111 })
    expect(await failureOf(stage.clock, stage.door.unlock().done)).toMatchObject({ code: 1111 })
    expect(stage.steps.filter((step) => step === ORDER)).toHaveLength(1)
  })
})

describe('a ticket', () => {
  /** The cloud says so of its first tickets. */
  const lasting = (...seconds: readonly number[]) => {
    let given = 0
    return handle(passwordTicket, (params, { send }) =>
      send(params).pipe(
        map((ticket) => ({ ...ticket, expire_time: seconds[given++] ?? ticket.expire_time })),
      ),
    )
  }
  const ticketsUsed = ({
    simulator,
  }: {
    simulator: { world: { tickets: { spent: boolean }[] } }
  }) => simulator.world.tickets.map(({ spent }) => spent)

  it('that ends within ten seconds is not used', async () => {
    const stage = withHandlers(lasting(10, 11))
    await settle(stage.clock, stage.door.unlock().done)
    expect(ticketsUsed(stage)).toEqual([false, true])
  })

  it('is asked for three times at most, then no order has left', async () => {
    const stage = withHandlers(lasting(0, 0, 0))
    expect(await failureOf(stage.clock, stage.door.unlock().done)).toMatchObject({
      kind: 'transport',
      action: 'remoteUnlock.unlock',
      delivery: 'not-sent',
      reason: expect.stringContaining('ticket'),
    })
    expect(ticketsUsed(stage)).toEqual([false, false, false])
  })

  it('that does not come leaves no doubt that no order left', async () => {
    for (const [fault, kind] of [
      ['drop-after', 'transport'],
      ['slow', 'timeout'],
      [{ vendorCode: 1106 }, 'vendor'],
    ] as const) {
      const stage = atDoor({ lock: frontDoor, families })
      stage.simulator.faults.always(TICKET, fault)
      const error = await failureOf(stage.clock, stage.door.unlock().done)
      expect(error).toMatchObject({ kind })
      if (kind !== 'vendor')
        expect(error).toMatchObject({ action: 'remoteUnlock.unlock', delivery: 'not-sent' })
      expect(stage.timers.now).toBe(0)
    }
  })
})

it('takes the `false` of the cloud for a no', async () => {
  const stage = withHandlers(
    handle(passwordFreeOpen, (params, { send }) => send(params).pipe(map(() => false))),
  )
  stage.lock.jammed = true
  expect(await failureOf(stage.clock, stage.door.unlock().done)).toMatchObject({
    kind: 'lock',
    reason: 'refused',
  })
})

it('needs two operations: where nothing can be read, the yes of the cloud is all there is', async () => {
  const { clock, simulator, deviceId, options } = createStage({ lock: frontDoor, families })
  const panel = createPanel({
    actions: { passwordFreeOpen, passwordTicket },
    transport: simulator.asTransport(),
    scheduler: clock.scheduler,
  })
  const door = remoteUnlock(panel, deviceId, options)
  expect(await settle(clock, door.unlock().done)).toMatchObject({ reportedBy: 'cloud' })
  expect(await settle(clock, door.mayUnlock())).toEqual({ allowed: true })
  simulator.faults.next(ORDER, 'drop-after')
  expect(await failureOf(clock, door.unlock().done)).toMatchObject({ kind: 'outcome-unknown' })
})
