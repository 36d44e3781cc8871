import { describe, expect, it } from 'vitest'
import { isParamsError } from '../../../src/core/errors/params-error'
import { isUnsupportedError } from '../../../src/core/errors/unsupported-error'
import { isVendorError } from '../../../src/core/errors/vendor-error'
import { isLockError } from '../../../src/flows/shared/lock-error'
import { failureOf, pass, settle } from '../support/settle'
import {
  begun,
  flowOf,
  frontDoor,
  garage,
  gardenGate,
  HOUR_MS,
  office,
  overMiniProgram,
  overPanel,
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

describe('what the cloud lists as invalid', () => {
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
    const withDigits = await failureOf(clock, passwords.change('1', { password: '1234567' }))
    expect(isUnsupportedError(withDigits)).toBe(true)
    expect(steps).toEqual([])
  })
})
