import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLockError } from '../../../src/core/errors/lock-error'
import { isOutcomeUnknownError } from '../../../src/core/errors/outcome-unknown-error'
import { failureOf, settle } from '../support/settle'
import {
  CREATE,
  createPasswordHarness,
  flowOf,
  frontDoor,
  garage,
  gardenGate,
  guest,
  HOUR_MS,
  LIST,
  MODIFY,
  overMiniProgram,
  overPanel,
  PANEL_CREATE,
  PANEL_LIST,
  withActivePassword,
} from './password-harness'

const GET = 'doorLock.getTemporaryPassword'
const miniPrograms = [frontDoor, garage, gardenGate].map(overMiniProgram)
const channels = [...miniPrograms, overPanel]

/** A lag of seconds, and how many of the next reads the cloud refuses as busy; the panel makes three for a read. */
const lags = fc.integer({ min: 0, max: 11_000 })
const busyReads = fc.nat(4)

/** The lists lag, and the cloud is busy for the first reads. */
const makeSlow = (
  { simulator }: Pick<ReturnType<typeof createPasswordHarness>, 'simulator'>,
  lagMs: number,
  busy: number,
) => {
  simulator.world.listLagMs = lagMs
  for (const read of [GET, PANEL_LIST])
    for (let times = 0; times < busy; times++) simulator.faults.next(read, { vendorCode: 1111 })
}

describe('over lists that lag and a cloud that is busy for a moment', () => {
  it('a created temporary password is found, and becomes active', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...channels),
        lags,
        busyReads,
        async (options, lag, busy) => {
          const { passwords, clock, simulator } = createPasswordHarness(options)
          simulator.world.listLagMs = lag
          const created = await settle(clock, passwords.create(guest))
          makeSlow({ simulator }, lag, busy)
          expect(await settle(clock, passwords.get(created.id))).toMatchObject({ id: created.id })
          makeSlow({ simulator }, lag, busy)
          const { done } = passwords.waitUntilActive(created.id)
          expect(await settle(clock, done)).toMatchObject({ id: created.id, state: 'active' })
        },
      ),
      { numRuns: 40 },
    )
  })

  it('waitUntilActive waits for a password of another panel that is not listed yet', async () => {
    const { passwords, clock, simulator, harness } = createPasswordHarness(overMiniProgram())
    simulator.world.listLagMs = 6_000
    const { id } = await settle(clock, passwords.create(guest))
    const other = flowOf({ ...harness, panel: { ...harness.panel } })
    const { done } = other.waitUntilActive(id)
    expect(await settle(clock, done)).toMatchObject({ state: 'active' })
  })

  it('a changed temporary password is seen with its new values', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...miniPrograms),
        lags,
        busyReads,
        async (options, lag, busy) => {
          const { passwords, clock, simulator, id } = await withActivePassword(options)
          makeSlow({ simulator }, lag, busy)
          const toMs = guest.toMs + HOUR_MS
          expect(await settle(clock, passwords.change(id, { toMs }))).toMatchObject({ id, toMs })
        },
      ),
      { numRuns: 40 },
    )
  })

  it('a temporary password that was renamed a moment before keeps its new name in a change', async () => {
    const { passwords, clock, simulator, id, row } = await withActivePassword(overMiniProgram())
    simulator.world.listLagMs = 6_000
    await settle(clock, passwords.rename(id, 'After'))
    const toMs = guest.toMs + HOUR_MS
    expect(await settle(clock, passwords.change(id, { toMs }))).toMatchObject({ name: 'After' })
    expect(row()).toMatchObject({ name: 'After', invalidTime: toMs / 1000 })
  })

  it.each([MODIFY, CREATE, PANEL_CREATE])(
    'a lost answer to %s is found in the list',
    async (action) => {
      const options = action === PANEL_CREATE ? overPanel : overMiniProgram()
      const { passwords, clock, simulator, id, createdCount } = await withActivePassword(options)
      makeSlow({ simulator }, 8_000, 2)
      simulator.faults.next(action, 'drop-after')
      if (action === MODIFY) await settle(clock, passwords.rename(id, 'After'))
      else await settle(clock, passwords.create({ ...guest, name: 'Other' }))
      expect(createdCount()).toBe(action === MODIFY ? 1 : 2)
    },
  )

  it('the name of a password that was removed a moment before is free', async () => {
    const { passwords, clock, simulator, id, lock } = await withActivePassword(overMiniProgram())
    simulator.world.listLagMs = 6_000
    await settle(clock, passwords.remove(id))
    clock.advance(3_000)
    expect(lock.online).toBe(true)
    expect(await settle(clock, passwords.create(guest))).toMatchObject({ name: guest.name })
  })
})

describe('a list that never shows the result of a command', () => {
  it('is not-seen-yet after 15 seconds for a created temporary password', async () => {
    const { passwords, clock, simulator } = createPasswordHarness(overMiniProgram())
    simulator.world.listLagMs = HOUR_MS
    const { id } = await settle(clock, passwords.create(guest))
    const startMs = clock.now()
    const errors = [
      await failureOf(clock, passwords.get(id)),
      await failureOf(clock, passwords.get(id)),
    ]
    expect(errors.map((error) => isLockError(error) && error.reason)).toEqual([
      'not-seen-yet',
      'not-found',
    ])
    expect(clock.now() - startMs).toBeLessThan(20_000)
  })

  it('is not-seen-yet for waitUntilActive, and not-found for a password that never existed', async () => {
    const { passwords, clock, simulator } = createPasswordHarness(overMiniProgram())
    simulator.world.listLagMs = HOUR_MS
    const { id } = await settle(clock, passwords.create(guest))
    const errors = [
      await failureOf(clock, passwords.waitUntilActive(id).done),
      await failureOf(clock, passwords.waitUntilActive('999').done),
      await failureOf(clock, passwords.get('999')),
    ]
    expect(errors.map((error) => isLockError(error) && error.reason)).toEqual([
      'not-seen-yet',
      'not-found',
      'not-found',
    ])
  })

  it('is an unknown outcome with the cause not-seen-yet over the panel API', async () => {
    const { passwords, clock, simulator, createdCount } = createPasswordHarness(overPanel)
    simulator.world.listLagMs = HOUR_MS
    const error = await failureOf(clock, passwords.create(guest))
    expect(error).toMatchObject({ kind: 'outcome-unknown', causeKind: 'not-seen-yet' })
    expect(String(error)).toContain('accepted')
    expect(createdCount()).toBe(1)
  })
})

describe.each([
  ['the mini-program', overMiniProgram(), CREATE, LIST],
  ['the panel API', overPanel, PANEL_CREATE, PANEL_LIST],
] as const)(
  'the error of a creation with an unknown outcome over %s',
  (_, options, action, list) => {
    it('returns the PIN that opens the lock, and shows it in no log, JSON or event', async () => {
      const { passwords, clock, simulator, stored, events, lock } = createPasswordHarness(options)
      simulator.world.listLagMs = HOUR_MS
      simulator.faults.next(action, 'drop-after')
      const error = await failureOf(clock, passwords.create({ ...guest, fromMs: clock.now() }))
      if (!isOutcomeUnknownError(error)) throw error
      const pin = stored().at(-1)?.pin ?? ''
      expect([error.check, error.readPassword?.(), pin.length]).toEqual([list, pin, 7])
      clock.advance(20_000)
      expect(simulator.typeCode(lock.id, pin)).toBe('opened')
      const shown = [
        String(error),
        error.stack,
        JSON.stringify(error),
        JSON.stringify({ ...error }),
        JSON.stringify(Object.entries(Object.getOwnPropertyDescriptors(error))),
        inspect(error),
        inspect(error, { showHidden: true, getters: true, depth: 10 }),
        JSON.stringify(events),
        inspect(events, { depth: 10 }),
      ]
      for (const text of shown) expect(text).not.toContain(pin)
      expect(Object.keys(error)).not.toContain('readPassword')
    })
  },
)
