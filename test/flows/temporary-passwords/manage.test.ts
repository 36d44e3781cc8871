import { describe, expect, it } from 'vitest'
import { isLockError } from '../../../src/core/errors/lock-error'
import { isParamsError } from '../../../src/core/errors/params-error'
import { isVendorError } from '../../../src/core/errors/vendor-error'
import { failureOf, pass, settle } from '../support/settle'
import {
  createPasswordHarness,
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
  withActivePassword,
} from './password-harness'

const miniPrograms = [
  ['a Wi-Fi lock over the mini-program', overMiniProgram(frontDoor)],
  ['a Zigbee lock over the mini-program', overMiniProgram(garage)],
  ['a Bluetooth lock over the mini-program', overMiniProgram(gardenGate)],
] as const
const channels = [...miniPrograms, ['a Wi-Fi lock over the panel API', overPanel] as const]
const shapes = channels.flatMap(([name, options]) =>
  (['documented', 'sampled'] as const).map(
    (shape) => [name, shape, { ...options, shape }] as const,
  ),
)

describe.each(shapes)('a temporary password on %s (%s answers)', (_, __, options) => {
  it('keeps all other fields after a rename', async () => {
    const { passwords, clock, id, row } = await withActivePassword(options)
    const before = { ...row() }
    await settle(clock, passwords.rename(id, 'Neighbour'))
    expect(row()).toEqual({ ...before, name: 'Neighbour' })
    expect(await settle(clock, passwords.get(id))).toMatchObject({
      name: 'Neighbour',
      state: 'active',
    })
  })

  it('is deleting after a removal, and then deleted', async () => {
    const { passwords, clock, id, row } = await withActivePassword(options)
    await settle(clock, passwords.remove(id))
    if (options.lock !== garage)
      expect(await settle(clock, passwords.get(id))).toMatchObject({ state: 'deleting' })
    await pass(clock, 2_000)
    expect((await settle(clock, passwords.list())).map((one) => one.id)).not.toContain(id)
    expect(row()?.state).toBe('deleted')
  })

  it('expires, is listed as invalid, and is removed by clearInvalid', async () => {
    const { passwords, clock, id } = await withActivePassword(options)
    clock.advance(26 * HOUR_MS)
    expect((await settle(clock, passwords.list())).map((one) => one.id)).not.toContain(id)
    const invalid = await settle(clock, passwords.list({ invalid: true }))
    expect(invalid.find((one) => one.id === id)).toMatchObject({ state: 'expired' })
    await settle(clock, passwords.clearInvalid())
    await pass(clock, 2_000)
    const remaining = await settle(clock, passwords.list({ invalid: true }))
    expect(remaining.filter(({ state }) => state !== 'deleted')).toEqual([])
  })

  it('is not found if it does not exist', async () => {
    const { passwords, clock } = await withActivePassword(options)
    const error = await failureOf(clock, passwords.get('999'))
    expect(isLockError(error) && error.reason).toBe('not-found')
    const removal = await failureOf(clock, passwords.remove('999'))
    expect(isVendorError(removal)).toBe(true)
  })

  it('is not renamed to an empty name, and nothing is sent', async () => {
    const { passwords, clock, id, newSteps } = await withActivePassword(options)
    const error = await failureOf(clock, passwords.rename(id, ''))
    expect([isParamsError(error), newSteps()]).toEqual([true, []])
  })
})

describe('listing temporary passwords', () => {
  it.each([undefined, null, {}])(
    'with %o as the options returns the valid ones',
    async (options) => {
      const { passwords, clock } = await withActivePassword(overMiniProgram())
      const listed = await settle(clock, passwords.list(options as undefined))
      expect(listed.map(({ name }) => name)).toEqual(['Guest'])
    },
  )
})

describe('a temporary password that the cloud lists as invalid', () => {
  it.each([
    ['frozen', 'Zigbee', 3, garage],
    ['deleting', 'Wi-Fi', 3, frontDoor],
    ['expired', 'Wi-Fi', 2, frontDoor],
    ['expired', 'Wi-Fi', 1, frontDoor],
  ] as const)('is %s on a %s lock for phase %i', async (state, _type, phase, lock) => {
    const { harness, clock, id } = await withActivePassword(overMiniProgram(lock))
    const passwords = flowOf(harness, {
      overrides: {
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

  it('is expired if the clock of the phone is behind', async () => {
    const { harness, clock, lock } = createPasswordHarness(overMiniProgram())
    const { clock: scheduler } = harness.options
    const behind = { now: () => 0, schedule: scheduler?.schedule ?? (() => ({ unsubscribe() {} })) }
    const [painter] = await settle(
      clock,
      flowOf(harness, { clock: behind }).list({ invalid: true }),
    )
    expect([painter?.name, painter?.state, lock.type]).toEqual(['Painter', 'expired', 'wifi'])
  })
})

describe('clearing the invalid passwords one by one over the panel API', () => {
  it('lists and keeps a password that has expired only by the clock of the phone', async () => {
    const { harness, clock, row } = await withActivePassword(overPanel)
    const aheadMs = 48 * HOUR_MS
    const ahead = {
      ...clock,
      now: () => clock.now() + aheadMs,
    }
    const passwords = flowOf(harness, { clock: ahead })
    const valid = await settle(clock, passwords.list())
    expect(valid.map(({ name, state }) => [name, state])).toContainEqual(['Guest', 'active'])
    await settle(clock, passwords.clearInvalid())
    await pass(clock, 2_000)
    expect(row()?.state).toBe('sent')
    expect(await settle(clock, passwords.list({ invalid: true }))).toEqual([])
  })

  it('continues after a failure, and fails with the first one at the end', async () => {
    const { passwords, clock, simulator, stored } = createPasswordHarness(overPanel)
    for (const name of ['A', 'B', 'C', 'D'])
      await settle(clock, passwords.create({ name, toMs: clock.now() + 60_000 }))
    clock.advance(120_000)
    await settle(clock, passwords.list())
    // The first password is the painter of the seed.
    simulator.faults.next(PANEL_REMOVE, { vendorCode: 2323 })
    simulator.faults.next(PANEL_REMOVE, { vendorCode: 2324 })
    const error = await failureOf(clock, passwords.clearInvalid())
    expect(isVendorError(error) && error.code).toBe(2323)
    await pass(clock, 2_000)
    const remaining = stored().filter(({ state }) => state !== 'deleted')
    expect(remaining.map(({ name }) => name)).toEqual(['Painter', 'A'])
  })
})

describe('the temporary passwords of access control', () => {
  it('are listed, and the invalid ones are cleared one by one', async () => {
    const { passwords, clock, simulator, steps } = createPasswordHarness(overMiniProgram(office))
    const [painter] = simulator.world.temporaryPasswords
    if (painter === undefined) throw new Error('the seed has no password')
    for (const [index, state] of (['sent', 'deleted', 'to-be-sent'] as const).entries())
      simulator.world.temporaryPasswords.push({
        ...painter,
        id: `50${index}`,
        lockId: office.id,
        state,
        command: { ...painter.command },
      })
    const states = async () =>
      (await settle(clock, passwords.list({ invalid: true }))).map(({ state }) => state)
    expect(await states()).toEqual(['expired', 'deleted', 'expired'])
    await settle(clock, passwords.clearInvalid())
    expect(steps.filter((step) => step.includes('delete'))).toHaveLength(2)
    await pass(clock, 2_000)
    expect(await states()).toEqual(['deleted', 'deleted', 'deleted'])
  })

  it('cannot be changed without a PIN, which only a full change with a ticket has', async () => {
    const { passwords, clock, steps } = createPasswordHarness(overMiniProgram(office))
    const without = await failureOf(clock, passwords.change('1', { name: 'After' }))
    expect(isParamsError(without) && without.issues.map(({ path }) => path)).toEqual(['password'])
    expect(steps).toEqual([])
    const input = { name: 'Before', password: '1234567', toMs: clock.now() + 86_400_000 }
    const { id } = await settle(clock, passwords.create(input))
    await settle(clock, passwords.change(id, { password: '7654321', once: false }))
    expect(steps.filter((step) => step === 'doorLock.modifyTemporaryPassword')).toHaveLength(1)
  })
})
