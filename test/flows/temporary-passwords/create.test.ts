import { describe, expect, it } from 'vitest'
import { isLockError } from '../../../src/core/errors/lock-error'
import { isVendorError } from '../../../src/core/errors/vendor-error'
import type { NewTemporaryPassword } from '../../../src/flows/temporary-passwords/validate'
import { type HarnessOptions, START_MS } from '../support/flow-harness'
import { failureOf, pass, settle } from '../support/settle'
import {
  CREATE,
  createPasswordHarness,
  frontDoor,
  garage,
  gardenGate,
  guest,
  HOUR_MS,
  overMiniProgram,
  overPanel,
  PANEL_CREATE,
  shed,
} from './password-harness'

const mornings = { days: ['monday', 'tuesday', 'friday'], fromMinute: 450, toMinute: 510 } as const
const channels: readonly (readonly [string, HarnessOptions, number])[] = [
  ['a Wi-Fi lock over the mini-program', overMiniProgram(frontDoor), 7],
  ['a Zigbee lock over the mini-program', overMiniProgram(garage), 6],
  ['a Bluetooth lock over the mini-program', overMiniProgram(gardenGate), 6],
  ['a Wi-Fi lock over the panel API', overPanel, 7],
]
const shapes = channels.flatMap(([name, options, length]) =>
  (['documented', 'sampled'] as const).map(
    (shape) => [name, shape, { ...options, shape }, length] as const,
  ),
)

describe('creating a temporary password', () => {
  it.each(shapes)(
    'on %s (%s answers) stores it on the lock and lists it as active',
    async (_, __, options, length) => {
      const { passwords, clock, stored, createdCount } = createPasswordHarness(options)
      const created = await settle(
        clock,
        passwords.create({
          ...guest,
          weekly: mornings,
          timeZone: 'Europe/London',
          phone: '447700',
        }),
      )
      const { password, ...listed } = created
      expect(password).toMatch(new RegExp(`^\\d{${length}}$`))
      expect(stored().at(-1)).toMatchObject({ id: created.id, pin: password, name: 'Guest' })
      expect(created).toMatchObject({
        name: 'Guest',
        state: 'pending',
        fromMs: guest.fromMs,
        toMs: guest.toMs,
        weekly: [{ days: [1, 2, 5], fromMinute: 450, toMinute: 510 }],
      })

      const inList = async () =>
        (await settle(clock, passwords.list())).find(({ id }) => id === created.id)
      expect(await inList()).toMatchObject(listed)
      const active = await settle(clock, passwords.waitUntilActive(created.id).done)
      expect(active).toEqual({ ...(await inList()), state: 'active' })
      expect(createdCount()).toBe(1)
    },
  )

  it('uses the PIN of the caller', async () => {
    const { passwords, clock, stored } = createPasswordHarness(overMiniProgram())
    const { password } = await settle(clock, passwords.create({ ...guest, password: '0012345' }))
    expect([password, stored().at(-1)?.pin]).toEqual(['0012345', '0012345'])
  })

  it('accepts a PIN from generate', async () => {
    const { passwords, clock, stored } = createPasswordHarness(overMiniProgram(garage))
    const pin = await settle(clock, passwords.generate())
    expect(pin).toMatch(/^\d{6}$/)
    await settle(clock, passwords.create({ ...guest, password: pin }))
    expect(stored().at(-1)?.pin).toBe(pin)
  })

  it('sends the parameters that the lock type requires', async () => {
    const params = async (options: HarnessOptions, more: Partial<NewTemporaryPassword> = {}) => {
      const { passwords, clock, sent } = createPasswordHarness(options)
      await settle(clock, passwords.create({ ...guest, ...more }))
      return sent(options === overPanel ? PANEL_CREATE : CREATE)[0]
    }
    expect(await params(overMiniProgram(frontDoor))).toEqual({
      device_id: frontDoor.id,
      name: 'Guest',
      password: expect.stringMatching(/^[\da-f]{32}$/),
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
      password: expect.stringMatching(/^[\da-f]{32}$/),
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
    ['no start', undefined, START_MS + 10_000],
    ['a start now', START_MS, START_MS + 10_000],
    ['a start 30 seconds ago', START_MS - 30_000, START_MS + 10_000],
    ['a start with a fraction of a second', START_MS + 60_400, START_MS + 60_000],
  ])(
    'with %s sends a start in whole seconds that is not in the past',
    async (_, fromMs, expected) => {
      const { passwords, clock } = createPasswordHarness(overMiniProgram())
      const { toMs } = guest
      const created = await settle(
        clock,
        passwords.create({ name: 'Guest', toMs, ...(fromMs !== undefined && { fromMs }) }),
      )
      expect(created.fromMs).toBe(expected)
    },
  )

  it('keeps it pending in the cloud while the lock is offline', async () => {
    const { passwords, clock, lock, createdCount } = createPasswordHarness(overMiniProgram(shed))
    const { id } = await settle(clock, passwords.create(guest))
    expect(createdCount()).toBe(0)
    expect(await settle(clock, passwords.get(id))).toMatchObject({ state: 'pending' })
    lock.online = true
    await pass(clock, 2_000)
    expect(await settle(clock, passwords.get(id))).toMatchObject({ state: 'pending' })
    await settle(clock, passwords.waitUntilActive(id).done)
    expect(createdCount()).toBe(1)
  })

  it('uses the mini-program if the panel supports both families', async () => {
    const families = ['panel', 'mini-program'] as const
    const { passwords, clock, steps } = createPasswordHarness({ lock: frontDoor, families })
    await settle(clock, passwords.create(guest))
    expect(steps).toContain(CREATE)
    expect(steps).not.toContain(PANEL_CREATE)
  })

  it('sends a name outside ASCII unchanged, so that the cloud decides', async () => {
    const { passwords, clock, sent } = createPasswordHarness(overMiniProgram())
    const error = await failureOf(clock, passwords.create({ ...guest, name: '客人' }))
    expect(isVendorError(error) && error.code).toBe(1109)
    expect(sent(CREATE)).toMatchObject([{ name: '客人' }])
  })

  it.each([
    ['the mini-program', overMiniProgram(), 1],
    ['the panel API', overPanel, 1],
  ])(
    'fails with name-taken over %s before the command is sent if the name exists',
    async (_, options, count) => {
      const { passwords, clock, steps, createdCount } = createPasswordHarness(options)
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
      expect([steps.length - before, createdCount()]).toEqual([1, count])
    },
  )
})
