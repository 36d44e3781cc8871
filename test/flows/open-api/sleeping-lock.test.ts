import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { isCancelledError } from '../../../src/core/errors/cancelled-error'
import { isOutcomeUnknownError } from '../../../src/core/errors/outcome-unknown-error'
import { isVendorError } from '../../../src/core/errors/vendor-error'
import { collectSteps, setBolt } from '../remote-unlock/door-harness'
import { failureOf, outcomeOf, pass, settle } from '../support/settle'
import { commandsOf, isUnlocked, type RestJobs, restJobs } from './job-harness'

const { frontDoor, garage, loft, office } = seed.locks
const OPERATE = 'POST /v1.0/smart-lock/devices/{device_id}/password-free/door-operate'
const COMMANDS = 'POST /v1.0/devices/{device_id}/commands'

const asleepFor = (ms: number) => {
  const jobs = restJobs(loft)
  jobs.lock.asleepUntilMs = jobs.clock.now() + ms
  return jobs
}

const operationsOf = ({ steps }: Pick<RestJobs, 'steps'>) =>
  steps.filter((step) => step === OPERATE).length

/** The tickets of the commands on the wire. */
const ticketsOf = ({ simulator }: Pick<RestJobs, 'simulator'>): readonly unknown[] =>
  simulator.requests
    .filter(({ action }) => action === OPERATE)
    .map(({ params }) => (params as { readonly ticket_id: unknown }).ticket_id)

describe('unlock() of a Bluetooth lock that sleeps behind its gateway', () => {
  it('is `waking` until the lock is awake, and unlocks once', async () => {
    const jobs = asleepFor(25_000)
    const attempt = jobs.door.unlock()
    const steps = collectSteps(attempt)
    const { reportedBy } = await settle(jobs.clock, attempt.done)
    expect([reportedBy, isUnlocked(jobs)]).toEqual(['status', true])
    expect(steps).toEqual([
      'checking',
      ...[1, 2, 3].flatMap(() => ['ticket', 'sending', 'waking']),
      'ticket',
      'sending',
      'waiting',
      'done',
    ])
    expect(new Set(ticketsOf(jobs)).size).toBe(4)
    expect(commandsOf(jobs)).toEqual(['unlock'])
  })

  it('fails with the refusal of the cloud after 90 seconds, and unlocks nothing later', async () => {
    const jobs = asleepFor(30 * 60_000)
    const startedAtMs = jobs.clock.now()
    const failure = await failureOf(jobs.clock, jobs.door.unlock().done)
    expect(isVendorError(failure) && failure.code).toBe(2312)
    expect(jobs.clock.now() - startedAtMs).toBeLessThanOrEqual(90_000)
    await pass(jobs.clock, 31 * 60_000)
    expect([operationsOf(jobs), isUnlocked(jobs)]).toEqual([9, false])
    expect(commandsOf(jobs)).toEqual([])
  })

  it('waits as long as `timeoutMs` says', async () => {
    const jobs = asleepFor(4 * 60_000)
    await settle(jobs.clock, jobs.door.unlock({ timeoutMs: 5 * 60_000 }).done)
    expect(commandsOf(jobs)).toEqual(['unlock'])
  })

  it('sends nothing more if the cloud shows that the bolt has moved', async () => {
    const jobs = asleepFor(60_000)
    const attempt = jobs.door.unlock()
    await pass(jobs.clock, 5_000)
    setBolt(jobs, true)
    expect((await settle(jobs.clock, attempt.done)).reportedBy).toBe('status')
    expect(operationsOf(jobs)).toBe(1)
    expect(commandsOf(jobs)).toEqual([])
  })

  it('does not take a bolt that was unlocked before for an unlock', async () => {
    const jobs = asleepFor(15_000)
    setBolt(jobs, true)
    await settle(jobs.clock, jobs.door.unlock().done)
    expect(operationsOf(jobs)).toBe(3)
    expect(commandsOf(jobs)).toEqual(['unlock'])
  })

  it('can be cancelled while it is `waking`: nothing was executed, and nothing is sent', async () => {
    const jobs = asleepFor(60_000)
    const attempt = jobs.door.unlock()
    await pass(jobs.clock, 5_000)
    attempt.cancel()
    const failure = await failureOf(jobs.clock, attempt.done)
    expect(isCancelledError(failure) && failure.delivery).toBe('not-sent')
    await pass(jobs.clock, 120_000)
    expect(operationsOf(jobs)).toBe(1)
    expect(commandsOf(jobs)).toEqual([])
  })

  it('returns the same attempt for a second tap while it is `waking`', async () => {
    const jobs = asleepFor(25_000)
    const attempt = jobs.door.unlock()
    await pass(jobs.clock, 12_000)
    expect(jobs.door.unlock()).toBe(attempt)
    await settle(jobs.clock, attempt.done)
    expect(commandsOf(jobs)).toEqual(['unlock'])
  })

  it('does not send again after a lost answer, although the refusals before it were certain', async () => {
    const jobs = asleepFor(15_000)
    jobs.lock.jammed = true
    const attempt = jobs.door.unlock()
    await pass(jobs.clock, 12_000)
    jobs.simulator.faults.always(OPERATE, 'drop-after')
    const failure = await failureOf(jobs.clock, attempt.done)
    expect(isOutcomeUnknownError(failure)).toBe(true)
    expect(operationsOf(jobs)).toBe(3)
    expect(commandsOf(jobs)).toEqual(['unlock'])
  })

  it('moves the bolt at most once, whatever the lock and the network do', async () => {
    const fault = fc.constantFrom('drop-before', 'drop-after', 'throttle', 'slow', undefined)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 100_000 }),
        fc.array(fault, { maxLength: 5 }),
        fc.boolean(),
        fc.boolean(),
        async (sleepMs, faults, isUnlock, isJammed) => {
          const jobs = asleepFor(sleepMs)
          // A jammed bolt leaves no trace in the cloud, so a lost answer stays unknown.
          jobs.lock.jammed = isJammed
          setBolt(jobs, !isUnlock)
          const { door, simulator, clock } = jobs
          for (const one of faults) simulator.faults.next(OPERATE, one ?? { vendorCode: 2312 })
          const outcome = await outcomeOf(clock, (isUnlock ? door.unlock() : door.lock()).done)
          await pass(clock, 10_000)
          expect(commandsOf(jobs).length).toBeLessThanOrEqual(1)
          expect(new Set(ticketsOf(jobs)).size).toBe(ticketsOf(jobs).length)
          if ('value' in outcome) expect(isUnlocked(jobs)).toBe(isUnlock)
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('a refusal with 2312', () => {
  it('ends an unlock of a lock that has no gateway at once', async () => {
    const jobs = restJobs(garage)
    jobs.simulator.faults.always(
      'POST /v1.0/devices/{device_id}/door-lock/password-free/open-door',
      { vendorCode: 2312 },
    )
    const failure = await failureOf(jobs.clock, jobs.door.unlock().done)
    expect(isVendorError(failure) && failure.code).toBe(2312)
  })
})

describe('lock() over the routes', () => {
  it.each([office, loft])('sends the route that locks to a lock of type $type', async (of) => {
    const jobs = restJobs(of)
    setBolt(jobs, true)
    await settle(jobs.clock, jobs.door.lock().done)
    expect(isUnlocked(jobs)).toBe(false)
    expect(jobs.simulator.journal).toMatchObject([{ command: 'lock', action: OPERATE }])
  })

  it('is `waking` for a Bluetooth lock that sleeps, and locks once', async () => {
    const jobs = asleepFor(15_000)
    setBolt(jobs, true)
    const attempt = jobs.door.lock()
    const steps = collectSteps(attempt)
    await settle(jobs.clock, attempt.done)
    expect(steps).toContain('waking')
    expect(isUnlocked(jobs)).toBe(false)
    expect(commandsOf(jobs)).toEqual(['lock'])
  })

  it.each([2004, 2008])(
    'falls back to the route that locks if the commands are refused with %i',
    async (vendorCode) => {
      const jobs = restJobs(frontDoor)
      setBolt(jobs, true)
      jobs.simulator.faults.always(COMMANDS, { vendorCode })
      await settle(jobs.clock, jobs.door.lock().done)
      expect(isUnlocked(jobs)).toBe(false)
      expect(jobs.simulator.journal).toMatchObject([{ command: 'lock', action: OPERATE }])
    },
  )

  it.each([{ vendorCode: 2001 }, { vendorCode: 1111 }, 'drop-after', 'drop-before'] as const)(
    'sends nothing else after another failure (%j), because the lock may have executed it',
    async (fault) => {
      const jobs = restJobs(frontDoor)
      jobs.lock.jammed = true
      setBolt(jobs, true)
      jobs.simulator.faults.always(COMMANDS, fault)
      await failureOf(jobs.clock, jobs.door.lock().done)
      expect(operationsOf(jobs)).toBe(0)
    },
  )
})
