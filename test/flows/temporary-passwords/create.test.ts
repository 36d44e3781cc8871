import { describe, expect, it } from 'vitest'
import { isLockError } from '../../../src/core/errors/lock-error'
import { isVendorError } from '../../../src/core/errors/vendor-error'
import type { NewTemporaryPassword } from '../../../src/flows/temporary-passwords/validate'
import { failureOf, pass, settle } from '../support/settle'
import { START_MS, type StageOptions } from '../support/stage'
import {
  CREATE,
  frontDoor,
  garage,
  gardenGate,
  guest,
  HOUR_MS,
  overMiniProgram,
  overPanel,
  PANEL_CREATE,
  shed,
  storyOf,
} from './story'

const mornings = { days: ['monday', 'tuesday', 'friday'], fromMinute: 450, toMinute: 510 } as const
const carriers: readonly (readonly [string, StageOptions, number])[] = [
  ['a Wi-Fi lock over mini-program', overMiniProgram(frontDoor), 7],
  ['a Zigbee lock over mini-program', overMiniProgram(garage), 6],
  ['a Bluetooth lock over mini-program', overMiniProgram(gardenGate), 6],
  ['a Wi-Fi lock over panel', overPanel, 7],
]
const shapes = carriers.flatMap(([name, options, length]) =>
  (['documented', 'sampled'] as const).map(
    (shape) => [name, shape, { ...options, shape }, length] as const,
  ),
)

describe('a temporary password', () => {
  it.each(shapes)('is made on %s (%s), listed, and active', async (_, __, options, length) => {
    const { passwords, clock, stored, madeCount } = storyOf(options)
    const made = await settle(
      clock,
      passwords.create({ ...guest, weekly: mornings, timeZone: 'Europe/London', phone: '447700' }),
    )
    const { password, ...listed } = made
    expect(password).toMatch(new RegExp(`^\\d{${length}}$`))
    expect(stored().at(-1)).toMatchObject({ id: made.id, pin: password, name: 'Guest' })
    expect(made).toMatchObject({
      name: 'Guest',
      state: 'pending',
      fromMs: guest.fromMs,
      toMs: guest.toMs,
      weekly: [{ days: [1, 2, 5], fromMinute: 450, toMinute: 510 }],
    })

    const inList = async () =>
      (await settle(clock, passwords.list())).find(({ id }) => id === made.id)
    expect(await inList()).toMatchObject(listed)
    const active = await settle(clock, passwords.waitUntilActive(made.id).done)
    expect(active).toEqual({ ...(await inList()), state: 'active' })
    expect(madeCount()).toBe(1)
  })

  it('has the digits that were chosen', async () => {
    const { passwords, clock, stored } = storyOf(overMiniProgram())
    const { password } = await settle(clock, passwords.create({ ...guest, password: '0012345' }))
    expect([password, stored().at(-1)?.pin]).toEqual(['0012345', '0012345'])
  })

  it('has digits that were made before, so that they cannot be lost', async () => {
    const { passwords, clock, stored } = storyOf(overMiniProgram(garage))
    const digits = await settle(clock, passwords.generate())
    expect(digits).toMatch(/^\d{6}$/)
    await settle(clock, passwords.create({ ...guest, password: digits }))
    expect(stored().at(-1)?.pin).toBe(digits)
  })

  it('leaves with what the lock type asks for', async () => {
    const params = async (options: StageOptions, more: Partial<NewTemporaryPassword> = {}) => {
      const { passwords, clock, sent } = storyOf(options)
      await settle(clock, passwords.create({ ...guest, ...more }))
      return sent(options === overPanel ? PANEL_CREATE : CREATE)[0]
    }
    expect(await params(overMiniProgram(frontDoor))).toEqual({
      device_id: frontDoor.id,
      name: 'Guest',
      password: expect.stringMatching(/^[\dA-F]{32}$/),
      password_type: 'ticket',
      ticket_id: expect.any(String),
      effective_time: guest.fromMs / 1000,
      invalid_time: guest.toMs / 1000,
      type: 0,
    })
    expect(await params(overMiniProgram(garage), { once: true })).toMatchObject({ type: 1 })
    expect(await params(overMiniProgram(gardenGate), { sn: 12 })).toMatchObject({
      bluetooth_symbolic: true,
      sn: 12,
    })
    const times = [mornings, { days: [0, 6], fromMinute: 0, toMinute: 1440 }] as const
    expect(
      await params(overPanel, { weekly: times, timeZone: 'Asia/Shanghai', once: true }),
    ).toEqual({
      devId: frontDoor.id,
      name: 'Guest',
      password: expect.stringMatching(/^[\dA-F]{32}$/),
      effectiveTime: guest.fromMs / 1000,
      invalidTime: guest.toMs / 1000,
      availTime: 1,
      schedule: JSON.stringify([
        { allDay: false, effectiveTime: 450, invalidTime: 510, workingDay: 38 },
        { allDay: true, effectiveTime: 0, invalidTime: 1440, workingDay: 65 },
      ]),
    })
  })

  it.each([
    ['no beginning', undefined, START_MS + 10_000],
    ['now', START_MS, START_MS + 10_000],
    ['a moment ago', START_MS - 30_000, START_MS + 10_000],
    ['a fraction of a second', START_MS + 60_400, START_MS + 60_000],
  ])('begins in time where it is given %s', async (_, fromMs, expected) => {
    const { passwords, clock } = storyOf(overMiniProgram())
    const { toMs } = guest
    const made = await settle(
      clock,
      passwords.create({ name: 'Guest', toMs, ...(fromMs !== undefined && { fromMs }) }),
    )
    expect(made.fromMs).toBe(expected)
  })

  it('waits in the cloud for a lock that is offline', async () => {
    const { passwords, clock, lock, madeCount } = storyOf(overMiniProgram(shed))
    const { id } = await settle(clock, passwords.create(guest))
    expect(madeCount()).toBe(0)
    expect(await settle(clock, passwords.get(id))).toMatchObject({ state: 'pending' })
    lock.online = true
    await pass(clock, 2_000)
    expect(await settle(clock, passwords.get(id))).toMatchObject({ state: 'pending' })
    await settle(clock, passwords.waitUntilActive(id).done)
    expect(madeCount()).toBe(1)
  })

  it('goes over the mini-program where both families are there', async () => {
    const families = ['panel', 'mini-program'] as const
    const { passwords, clock, steps } = storyOf({ lock: frontDoor, families })
    await settle(clock, passwords.create(guest))
    expect(steps).toContain(CREATE)
    expect(steps).not.toContain(PANEL_CREATE)
  })

  it('leaves a name beyond ASCII to the cloud', async () => {
    const { passwords, clock, sent } = storyOf(overMiniProgram())
    const error = await failureOf(clock, passwords.create({ ...guest, name: '客人' }))
    expect(isVendorError(error) && error.code).toBe(1109)
    expect(sent(CREATE)).toMatchObject([{ name: '客人' }])
  })

  it.each([
    ['mini-program', overMiniProgram(), 1],
    ['panel', overPanel, 1],
  ])(
    'of a name that is taken is refused before it is ordered, over %s',
    async (_, options, made) => {
      const { passwords, clock, steps, madeCount } = storyOf(options)
      await settle(clock, passwords.create(guest))
      const before = steps.length
      const error = await failureOf(
        clock,
        passwords.create({ ...guest, toMs: guest.toMs + HOUR_MS }),
      )
      expect(isLockError(error) && [error.reason, error.action]).toEqual([
        'name-taken',
        'temporaryPasswords.create',
      ])
      expect([steps.length - before, madeCount()]).toEqual([1, made])
    },
  )
})
