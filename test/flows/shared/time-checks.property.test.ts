import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { createPanel } from '../../../src/core/panel/create-panel'
import { isTimeMs, isTimeZone } from '../../../src/flows/shared/time-checks'
import { temporaryPasswords } from '../../../src/flows/temporary-passwords/temporary-passwords'
import { failureOf, settle } from '../support/settle'
import {
  createPasswordHarness,
  garage,
  guest,
  HOUR_MS,
  MODIFY,
  overMiniProgram,
  overPanel,
} from '../temporary-passwords/password-harness'

const areas = /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//
const zones = Intl.supportedValuesOf('timeZone').filter((name) => areas.test(name))

describe('a time zone', () => {
  it('is every name of the time zone database with an area', () => {
    expect(zones.length).toBeGreaterThan(300)
    expect(zones.filter((name) => !isTimeZone(name))).toEqual([])
  })

  it.each(['UTC', 'GMT', 'GMT+8', '+08:00', 'Etc/GMT-8', 'Nowhere/Land', 'Europe/Nowhere', '', 8])(
    'is not %s',
    (name) => {
      expect(isTimeZone(name)).toBe(false)
    },
  )

  it('is no other text', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...zones), (text, zone) => {
        expect(isTimeZone(text)).toBe(zones.includes(text))
        expect(isTimeZone(`${zone}x`)).toBe(false)
      }),
    )
  })
})

it('a time in milliseconds is no number of seconds, for every date from 2000 to 2099', () => {
  const dates = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31') })
  fc.assert(
    fc.property(
      dates.filter((date) => !Number.isNaN(date.getTime())),
      (date) => {
        expect([isTimeMs(date.getTime()), isTimeMs(date.getTime() / 1000)]).toEqual([true, false])
      },
    ),
  )
})

describe('a temporary password on a Zigbee lock', () => {
  it.each([true, false])('is renamed and changed with its type (once: %s)', async (once) => {
    const { passwords, clock, sent, stored } = createPasswordHarness(overMiniProgram(garage))
    const { id } = await settle(clock, passwords.create({ ...guest, once }))
    await settle(clock, passwords.rename(id, 'After'))
    await settle(clock, passwords.change(id, { toMs: guest.toMs + HOUR_MS }))
    expect(sent(MODIFY).map(({ type }) => type)).toEqual([Number(once), Number(once)])
    expect(stored().at(-1)).toMatchObject({ name: 'After', type: Number(once) })
  })

  it('is renamed with the type of the caller, who may know it from another panel', async () => {
    const { passwords, clock, sent, stored } = createPasswordHarness(overMiniProgram(garage))
    const id = stored().at(0)?.id ?? (await settle(clock, passwords.create(guest))).id
    await settle(clock, passwords.rename(id, 'After', { once: true }))
    expect(sent(MODIFY).at(-1)).toMatchObject({ type: 1 })
  })

  it('of another panel is not renamed without its type, because a guess could make it reusable', async () => {
    const options = overMiniProgram(garage)
    const { harness, passwords, clock, sent } = createPasswordHarness(options)
    const { id } = await settle(clock, passwords.create({ ...guest, once: true }))
    const other = temporaryPasswords(
      createPanel({ actions: allActions, transport: harness.simulator.asTransport(), clock }),
      harness.deviceId,
      harness.options,
    )
    const changes = [() => other.rename(id, 'After'), () => other.change(id, { name: 'After' })]
    for (const change of changes)
      expect(await failureOf(clock, change())).toMatchObject({
        kind: 'params',
        issues: [{ path: 'once' }],
      })
    expect(sent(MODIFY)).toEqual([])
  })
})

describe('weekly hours of a temporary password', () => {
  const weekly = { days: [1], fromMinute: 60, toMinute: 120 } as const

  it('need no time zone over the panel API, which has none', async () => {
    const { passwords, clock, stored } = createPasswordHarness(overPanel)
    await settle(clock, passwords.create({ ...guest, weekly }))
    expect(stored().at(-1)?.schedule).toHaveLength(1)
  })

  it('need one over the mini-program', async () => {
    const { passwords, clock } = createPasswordHarness(overMiniProgram())
    const error = await failureOf(clock, passwords.create({ ...guest, weekly }))
    expect(error).toMatchObject({ kind: 'params', issues: [{ path: 'timeZone' }] })
  })
})
