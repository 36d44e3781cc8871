import { describe, expect, it } from 'vitest'
import { isParamsError } from '../../../src/core/errors/params-error'
import { isUnsupportedError } from '../../../src/core/errors/unsupported-error'
import type { NewTemporaryPassword } from '../../../src/flows/temporary-passwords/validate'
import { failureOf, settle } from '../support/settle'
import { START_MS } from '../support/stage'
import { frontDoor, garage, guest, office, overMiniProgram, overPanel, storyOf } from './story'

const mornings = { days: ['monday', 'tuesday', 'friday'], fromMinute: 450, toMinute: 510 } as const

describe('a temporary password is refused before anything leaves', () => {
  const wrong: readonly (readonly [string, object, readonly string[]])[] = [
    ['no name', { name: '' }, ['name']],
    ['a name of 21 characters', { name: '客'.repeat(21) }, ['name']],
    ['a name that is no text', { name: 5 }, ['name']],
    ['six digits on a Wi-Fi lock', { password: '123456' }, ['password']],
    ['letters', { password: '12345a7' }, ['password']],
    ['a number', { password: 1234567 }, ['password']],
    ['no end', { toMs: undefined }, ['toMs']],
    ['an end before the beginning', { toMs: guest.fromMs - 1 }, ['toMs']],
    ['an end in the same second', { toMs: guest.fromMs + 999 }, ['toMs']],
    ['seconds in place of milliseconds', { fromMs: guest.fromMs / 1000 }, ['fromMs']],
    ['an end in seconds', { toMs: guest.toMs / 1000 }, ['toMs']],
    ['a beginning in the past', { fromMs: START_MS - 61_000 }, ['fromMs']],
    ['an end that is no number', { toMs: Number.NaN }, ['toMs']],
    ['an end that is too far away', { toMs: 1e14 }, ['toMs']],
    ['a week without a time zone', { weekly: mornings }, ['timeZone']],
    ['an offset', { weekly: mornings, timeZone: '+08:00' }, ['timeZone']],
    [
      'a wrong week',
      { weekly: { ...mornings, days: [] }, timeZone: 'Asia/Shanghai' },
      ['weekly.days'],
    ],
    ['several at once', { name: '', toMs: 1 }, ['name', 'toMs']],
  ]

  it.each(wrong)('with %s', async (_, more, paths) => {
    const { passwords, clock, steps, events } = storyOf(overMiniProgram())
    const error = await failureOf(
      clock,
      passwords.create({ ...guest, ...more } as NewTemporaryPassword),
    )
    expect(isParamsError(error) && error.issues.map(({ path }) => path)).toEqual(paths)
    expect([steps, events]).toEqual([[], []])
    expect(String(error)).not.toMatch(/12345|客/)
  })

  it.each([null, undefined, 'Guest', { ...guest, weekly: null }, { ...guest, weekly: [null] }])(
    'with %o',
    async (wanted) => {
      const { passwords, clock, steps } = storyOf(overMiniProgram())
      const error = await failureOf(clock, passwords.create(wanted as never))
      expect([isParamsError(error), steps]).toEqual([true, []])
    },
  )

  it('where nothing can make digits', async () => {
    const nothing = { secureRandom: undefined as never }
    const { passwords, clock, steps } = storyOf(overMiniProgram(), nothing)
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
  ])('where there is %s', async (_, options, words) => {
    const none = { passwordCipher: undefined as never, panelPasswordCipher: undefined as never }
    const { passwords, clock, steps } = storyOf(options, none)
    const error = await failureOf(clock, passwords.create(guest))
    expect(isUnsupportedError(error) && error.message).toContain(words)
    expect(steps).toEqual([])
  })

  it.each([
    ['access control, which has no ticket', overMiniProgram(office)],
    ['a Zigbee lock over the panel API', { ...overPanel, lock: garage }],
    ['a family that has none', { lock: frontDoor, families: ['open-api'] } as const],
  ])('on %s', async (_, options) => {
    const { passwords, clock, steps } = storyOf(options)
    const error = await failureOf(clock, passwords.create({ ...guest, password: '1234567' }))
    expect(isUnsupportedError(error)).toBe(true)
    expect(steps).toEqual([])
  })
})
