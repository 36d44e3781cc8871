import { describe, expect, it } from 'vitest'
import { isParamsError } from '../../../src/core/errors/params-error'
import { isUnsupportedError } from '../../../src/core/errors/unsupported-error'
import type { NewTemporaryPassword } from '../../../src/flows/temporary-passwords/validate'
import { START_MS } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import {
  createPasswordHarness,
  garage,
  guest,
  overMiniProgram,
  overPanel,
} from './password-harness'

const mornings = { days: ['monday', 'tuesday', 'friday'], fromMinute: 450, toMinute: 510 } as const

describe('the creation of a temporary password is rejected before anything is sent', () => {
  const invalid: readonly (readonly [string, object, readonly string[]])[] = [
    ['an empty name', { name: '' }, ['name']],
    ['a name of 21 characters', { name: '客'.repeat(21) }, ['name']],
    ['a number as the name', { name: 5 }, ['name']],
    ['a PIN of six digits on a Wi-Fi lock', { password: '123456' }, ['password']],
    ['a PIN with a letter', { password: '12345a7' }, ['password']],
    ['a number as the PIN', { password: 1234567 }, ['password']],
    ['no end', { toMs: undefined }, ['toMs']],
    ['an end before the start', { toMs: guest.fromMs - 1 }, ['toMs']],
    ['an end in the same second as the start', { toMs: guest.fromMs + 999 }, ['toMs']],
    ['a start in seconds', { fromMs: guest.fromMs / 1000 }, ['fromMs']],
    ['an end in seconds', { toMs: guest.toMs / 1000 }, ['toMs']],
    ['NaN as the end', { toMs: Number.NaN }, ['toMs']],
    ['an end in the year 5138', { toMs: 1e14 }, ['toMs']],
    ['weekly hours without a time zone', { weekly: mornings }, ['timeZone']],
    ['an offset as the time zone', { weekly: mornings, timeZone: '+08:00' }, ['timeZone']],
    [
      'weekly hours without days',
      { weekly: { ...mornings, days: [] }, timeZone: 'Asia/Shanghai' },
      ['weekly.days'],
    ],
    ['several invalid fields', { name: '', toMs: 1 }, ['name', 'toMs']],
  ]

  it.each(invalid)('with %s', async (_, more, paths) => {
    const { passwords, clock, steps, events } = createPasswordHarness(overMiniProgram())
    const error = await failureOf(
      clock,
      passwords.create({ ...guest, ...more } as NewTemporaryPassword),
    )
    expect(isParamsError(error) && error.issues.map(({ path }) => path)).toEqual(paths)
    expect([steps, events]).toEqual([[], []])
    expect(String(error)).not.toMatch(/12345|客/)
  })

  it('with a start in the past, after a read of the time of the cloud', async () => {
    const { passwords, clock, steps } = createPasswordHarness(overMiniProgram())
    const past = { ...guest, fromMs: START_MS - 61_000 }
    const error = await failureOf(clock, passwords.create(past))
    expect(isParamsError(error) && error.issues.map(({ path }) => path)).toEqual(['fromMs'])
    expect(steps).toEqual(['timer.currentTime'])
  })

  it.each([null, undefined, 'Guest', { ...guest, weekly: null }, { ...guest, weekly: [null] }])(
    'with %o as the input',
    async (input) => {
      const { passwords, clock, steps } = createPasswordHarness(overMiniProgram())
      const error = await failureOf(clock, passwords.create(input as never))
      expect([isParamsError(error), steps]).toEqual([true, []])
    },
  )

  it('without a PIN and without secureRandom', async () => {
    const withoutSource = { secureRandom: undefined as never }
    const { passwords, clock, steps } = createPasswordHarness(overMiniProgram(), withoutSource)
    const error = await failureOf(clock, passwords.create(guest))
    expect(isParamsError(error) && error.message).toContain('expected 7 digits')
    expect(steps).toEqual([])
    expect(await settle(clock, passwords.create({ ...guest, password: '7086519' }))).toMatchObject({
      password: '7086519',
    })
  })

  it.each([
    ['no passwordCipher', overMiniProgram(), 'the option passwordCipher is missing'],
    ['no panelPasswordCipher', overPanel, 'the option panelPasswordCipher is missing'],
  ])('with %s', async (_, options, message) => {
    const withoutCiphers = {
      passwordCipher: undefined as never,
      panelPasswordCipher: undefined as never,
    }
    const { passwords, clock, steps } = createPasswordHarness(options, withoutCiphers)
    const error = await failureOf(clock, passwords.create(guest))
    expect(isUnsupportedError(error) && error.message).toContain(message)
    expect(steps).toEqual([])
  })

  it.each([['a Zigbee lock over the panel API', { ...overPanel, lock: garage }]])(
    'on %s',
    async (_, options) => {
      const { passwords, clock, steps } = createPasswordHarness(options)
      const error = await failureOf(clock, passwords.create({ ...guest, password: '1234567' }))
      expect(isUnsupportedError(error)).toBe(true)
      expect(steps).toEqual([])
    },
  )
})
