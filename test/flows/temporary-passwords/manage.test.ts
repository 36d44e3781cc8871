import { describe, expect, it } from 'vitest'
import { isLockError } from '../../../src/core/errors/lock-error'
import { isParamsError } from '../../../src/core/errors/params-error'
import { isUnsupportedError } from '../../../src/core/errors/unsupported-error'
import { isVendorError } from '../../../src/core/errors/vendor-error'
import { failureOf, pass, settle } from '../support/settle'
import {
  begun,
  flowOf,
  frontDoor,
  garage,
  gardenGate,
  guest,
  HOUR_MS,
  LIST,
  office,
  overMiniProgram,
  overPanel,
  PANEL_REMOVE,
  storyOf,
} from './story'

const miniPrograms = [
  ['a Wi-Fi lock over mini-program', overMiniProgram(frontDoor)],
  ['a Zigbee lock over mini-program', overMiniProgram(garage)],
  ['a Bluetooth lock over mini-program', overMiniProgram(gardenGate)],
] as const
const carriers = [...miniPrograms, ['a Wi-Fi lock over panel', overPanel] as const]
const shapes = carriers.flatMap(([name, options]) =>
  (['documented', 'sampled'] as const).map(
    (shape) => [name, shape, { ...options, shape }] as const,
  ),
)

describe.each(shapes)('on %s (%s)', (_, __, options) => {
  it('a password is renamed, and stays what it was', async () => {
    const { passwords, clock, id, row } = await begun(options)
    const before = { ...row() }
    await settle(clock, passwords.rename(id, 'Neighbour'))
    expect(row()).toEqual({ ...before, name: 'Neighbour' })
    expect(await settle(clock, passwords.get(id))).toMatchObject({
      name: 'Neighbour',
      state: 'active',
    })
  })

  it('a password is removed: first it is being deleted, then it is gone', async () => {
    const { passwords, clock, id, row } = await begun(options)
    await settle(clock, passwords.remove(id))
    if (options.lock !== garage)
      expect(await settle(clock, passwords.get(id))).toMatchObject({ state: 'deleting' })
    await pass(clock, 2_000)
    expect((await settle(clock, passwords.list())).map((one) => one.id)).not.toContain(id)
    expect(row()?.state).toBe('deleted')
  })

  it('a password expires, is listed among the invalid ones, and is cleared away', async () => {
    const { passwords, clock, id } = await begun(options)
    clock.advance(26 * HOUR_MS)
    expect((await settle(clock, passwords.list())).map((one) => one.id)).not.toContain(id)
    const invalid = await settle(clock, passwords.list({ invalid: true }))
    expect(invalid.find((one) => one.id === id)).toMatchObject({ state: 'expired' })
    await settle(clock, passwords.clearInvalid())
    await pass(clock, 2_000)
    const left = await settle(clock, passwords.list({ invalid: true }))
    expect(left.filter(({ state }) => state !== 'deleted')).toEqual([])
  })

  it('a password that is not there is not found', async () => {
    const { passwords, clock } = await begun(options)
    const error = await failureOf(clock, passwords.get('999'))
    expect(isLockError(error) && error.reason).toBe('not-found')
    const gone = await failureOf(clock, passwords.remove('999'))
    expect(isVendorError(gone)).toBe(true)
  })

  it('a name that is none never leaves', async () => {
    const { passwords, clock, id, stepsSince } = await begun(options)
    const error = await failureOf(clock, passwords.rename(id, ''))
    expect([isParamsError(error), stepsSince()]).toEqual([true, []])
  })
})

describe('a list', () => {
  it.each([undefined, null, {}])('of %o is that of the valid ones', async (which) => {
    const { passwords, clock } = await begun(overMiniProgram())
    const listed = await settle(clock, passwords.list(which as undefined))
    expect(listed.map(({ name }) => name)).toEqual(['Guest'])
  })
})

describe('what the cloud lists as invalid', () => {
  it.each([
    ['frozen', garage, 3],
    ['deleting', frontDoor, 3],
    ['expired', frontDoor, 2],
    ['expired', frontDoor, 1],
  ] as const)('is %s by its phase, and else expired', async (state, lock, phase) => {
    const { stage, clock, id } = await begun(overMiniProgram(lock))
    const passwords = flowOf(stage, {
      stands: {
        [LIST]: async () => [
          {
            password_id: id,
            name: 'Guest',
            phase,
            effective_time: guest.fromMs / 1000,
            invalid_time: guest.toMs / 1000,
            phone: '',
            time_zone: '',
          },
        ],
      },
    })
    expect(await settle(clock, passwords.list({ invalid: true }))).toMatchObject([{ id, state }])
  })

  it('is expired, whatever the clock of the phone says', async () => {
    const { stage, clock, lock } = storyOf(overMiniProgram())
    const { scheduler } = stage.options
    const late = { now: () => 0, schedule: scheduler?.schedule ?? (() => ({ unsubscribe() {} })) }
    const [painter] = await settle(
      clock,
      flowOf(stage, { scheduler: late }).list({ invalid: true }),
    )
    expect([painter?.name, painter?.state, lock.type]).toEqual(['Painter', 'expired', 'wifi'])
  })
})

describe('clearing the invalid ones over the panel API, one by one', () => {
  it('leaves alone what is over by the clock of the phone and not by that of the cloud', async () => {
    const { stage, clock, row } = await begun(overPanel)
    const aheadMs = 48 * HOUR_MS
    const fast = {
      ...clock.scheduler,
      now: () => clock.now() + aheadMs,
    }
    const passwords = flowOf(stage, { scheduler: fast })
    const invalid = await settle(clock, passwords.list({ invalid: true }))
    expect(invalid.map(({ name, state }) => [name, state])).toContainEqual(['Guest', 'expired'])
    await settle(clock, passwords.clearInvalid())
    await pass(clock, 2_000)
    expect(row()?.state).toBe('sent')
    expect(
      (await settle(clock, passwords.list({ invalid: true }))).map(({ name }) => name),
    ).toEqual(['Guest'])
  })

  it('goes on after a failure, and fails with the first one at the end', async () => {
    const { passwords, clock, simulator, stored } = storyOf(overPanel)
    for (const name of ['A', 'B', 'C', 'D'])
      await settle(clock, passwords.create({ name, toMs: clock.now() + 60_000 }))
    clock.advance(120_000)
    await settle(clock, passwords.list())
    // The first of all is the painter of the seed.
    simulator.faults.next(PANEL_REMOVE, { vendorCode: 2323 })
    simulator.faults.next(PANEL_REMOVE, { vendorCode: 2324 })
    const error = await failureOf(clock, passwords.clearInvalid())
    expect(isVendorError(error) && error.code).toBe(2323)
    await pass(clock, 2_000)
    const left = stored().filter(({ state }) => state !== 'deleted')
    expect(left.map(({ name }) => name)).toEqual(['Painter', 'A'])
  })
})

describe('access control', () => {
  it('lists, and clears what is invalid one by one', async () => {
    const { passwords, clock, simulator, steps } = storyOf(overMiniProgram(office))
    const [painter] = simulator.world.temporaryPasswords
    if (painter === undefined) throw new Error('the seed has no password')
    for (const [index, state] of (['sent', 'deleted', 'to-be-sent'] as const).entries())
      simulator.world.temporaryPasswords.push({
        ...painter,
        id: `50${index}`,
        lockId: office.id,
        state,
        order: { ...painter.order },
      })
    const states = async () =>
      (await settle(clock, passwords.list({ invalid: true }))).map(({ state }) => state)
    expect(await states()).toEqual(['expired', 'deleted', 'expired'])
    await settle(clock, passwords.clearInvalid())
    expect(steps.filter((step) => step.includes('delete'))).toHaveLength(2)
    await pass(clock, 2_000)
    expect(await states()).toEqual(['deleted', 'deleted', 'deleted'])
  })

  it('has no change without digits, and no ticket for one with them', async () => {
    const { passwords, clock, steps } = storyOf(overMiniProgram(office))
    const without = await failureOf(clock, passwords.change('1', { name: 'After' }))
    expect(isParamsError(without) && without.issues.map(({ path }) => path)).toEqual(['password'])
    const withDigits = await failureOf(
      clock,
      passwords.change('1', { password: '1234567', once: false }),
    )
    expect(isUnsupportedError(withDigits)).toBe(true)
    expect(steps).toEqual([])
  })
})
