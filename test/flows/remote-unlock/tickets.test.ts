import { map } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { passwordFreeOpen } from '../../../actions/mini-program/door-lock/password-free-open'
import { passwordTicket } from '../../../actions/mini-program/door-lock/password-ticket'
import { type Fault, seed } from '../../../simulator'
import { createPanel } from '../../../src/core/panel/create-panel'
import { type BoundHandler, handle } from '../../../src/core/panel/handle'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import { createHarness } from '../support/flow-harness'
import { failureOf, pass, settle } from '../support/settle'
import { collectSteps, commandsOf, createDoorHarness } from './door-harness'

const { frontDoor } = seed.locks
const families = ['mini-program'] as const
const OPEN = 'doorLock.passwordFreeOpen'
const TICKET = 'doorLock.passwordTicket'

/** A door whose panel has handlers that replace answers of the cloud. */
const withHandlers = (...handlers: readonly BoundHandler[]) => {
  const harness = createHarness({ lock: frontDoor, families })
  const { clock, simulator, deviceId, options } = harness
  const panel = createPanel({
    actions: allActions,
    transport: simulator.asTransport(),
    clock,
    handlers,
  })
  return { ...harness, door: remoteUnlock(panel, deviceId, options) }
}

describe('a command that the cloud refuses before execution', () => {
  it.each<[Fault, number]>([
    ['throttle', 1_000],
    [{ vendorCode: 1110 }, 1_000],
    [{ vendorCode: 1199 }, 1_000],
  ])('starts over with a new ticket after %o', async (fault, waitMs) => {
    const harness = createDoorHarness({ lock: frontDoor, families, dataPoints: true })
    const startMs = harness.clock.now()
    harness.simulator.faults.next(OPEN, fault)
    const attempt = harness.door.unlock()
    const steps = collectSteps(attempt)
    await settle(harness.clock, attempt.done)
    expect(steps).toEqual(['checking', 'ticket', 'sending', 'ticket', 'sending', 'done'])
    expect(harness.clock.now() - startMs).toBe(waitMs)
    expect(commandsOf(harness)).toEqual(['unlock'])
    const sent = harness.simulator.requests.filter(({ action }) => action === OPEN)
    const tickets = sent.map(({ params }) => (params as { ticket_id?: unknown }).ticket_id)
    expect(new Set(tickets).size).toBe(2)
  })

  it('fails the attempt after the third ticket', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families })
    harness.simulator.faults.always(OPEN, 'throttle')
    expect(await failureOf(harness.clock, harness.door.unlock().done)).toMatchObject({
      kind: 'transport',
      statusCode: 429,
    })
    expect(harness.steps.filter((step) => step === OPEN)).toHaveLength(3)
    expect(harness.steps.filter((step) => step === TICKET)).toHaveLength(3)
  })

  it('fails the attempt if the time limit does not allow the wait', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families })
    harness.simulator.faults.always(OPEN, 'throttle')
    const startMs = harness.clock.now()
    await failureOf(harness.clock, harness.door.unlock({ timeoutMs: 900 }).done)
    expect(harness.clock.now()).toBe(startMs)
    expect(harness.steps.filter((step) => step === OPEN)).toHaveLength(1)
  })

  it('can be cancelled while it waits, and does not execute', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families })
    harness.simulator.faults.always(OPEN, 'throttle')
    const attempt = harness.door.unlock()
    await pass(harness.clock, 500)
    attempt.cancel()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    await pass(harness.clock, 60_000)
    expect(commandsOf(harness)).toEqual([])
    expect(harness.timers.now).toBe(0)
  })

  it('is not sent with a new ticket if the cloud is only busy, because it may have executed', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families })
    harness.simulator.faults.next(OPEN, { vendorCode: 1111 })
    expect(await failureOf(harness.clock, harness.door.unlock().done)).toMatchObject({ code: 1111 })
    expect(harness.steps.filter((step) => step === OPEN)).toHaveLength(1)
  })
})

describe('the ticket of a remote unlock', () => {
  /** Replaces the validity of the first tickets. */
  const validFor = (...seconds: readonly number[]) => {
    let count = 0
    return handle(passwordTicket, (params, { send }) =>
      send(params).pipe(
        map((ticket) => ({ ...ticket, expire_time: seconds[count++] ?? ticket.expire_time })),
      ),
    )
  }
  const ticketsUsed = ({
    simulator,
  }: {
    simulator: { world: { tickets: { spent: boolean }[] } }
  }) => simulator.world.tickets.map(({ spent }) => spent)

  it('is not used if it expires within ten seconds', async () => {
    const harness = withHandlers(validFor(10, 11))
    await settle(harness.clock, harness.door.unlock().done)
    expect(ticketsUsed(harness)).toEqual([false, true])
  })

  it('is fetched three times at most; then the attempt fails as not-sent', async () => {
    const harness = withHandlers(validFor(0, 0, 0))
    expect(await failureOf(harness.clock, harness.door.unlock().done)).toMatchObject({
      kind: 'transport',
      action: 'remoteUnlock.unlock',
      delivery: 'not-sent',
      reason: expect.stringContaining('ticket'),
    })
    expect(ticketsUsed(harness)).toEqual([false, false, false])
  })

  it('fails the attempt as not-sent if its answer is lost', async () => {
    for (const [fault, kind] of [
      ['drop-after', 'transport'],
      ['slow', 'timeout'],
      [{ vendorCode: 1106 }, 'vendor'],
    ] as const) {
      const harness = createDoorHarness({ lock: frontDoor, families })
      harness.simulator.faults.always(TICKET, fault)
      const error = await failureOf(harness.clock, harness.door.unlock().done)
      expect(error).toMatchObject({ kind })
      if (kind !== 'vendor')
        expect(error).toMatchObject({ action: 'remoteUnlock.unlock', delivery: 'not-sent' })
      expect(harness.timers.now).toBe(0)
    }
  })
})

describe('unlock', () => {
  it('fails with "refused" if the cloud answers false', async () => {
    const harness = withHandlers(
      handle(passwordFreeOpen, (params, { send }) => send(params).pipe(map(() => false))),
    )
    harness.lock.jammed = true
    expect(await failureOf(harness.clock, harness.door.unlock().done)).toMatchObject({
      kind: 'lock',
      reason: 'refused',
    })
  })

  it('needs two operations; without the others the answer of the cloud confirms it', async () => {
    const { clock, simulator, deviceId, options } = createHarness({ lock: frontDoor, families })
    const panel = createPanel({
      actions: { passwordFreeOpen, passwordTicket },
      transport: simulator.asTransport(),
      clock,
    })
    const door = remoteUnlock(panel, deviceId, options)
    expect(await settle(clock, door.unlock().done)).toMatchObject({ reportedBy: 'cloud' })
    expect(await settle(clock, door.mayUnlock())).toEqual({ allowed: true })
    simulator.faults.next(OPEN, 'drop-after')
    expect(await failureOf(clock, door.unlock().done)).toMatchObject({ kind: 'outcome-unknown' })
  })
})
