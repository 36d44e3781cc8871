import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { isOutcomeUnknownError } from '../../../src/core/errors/outcome-unknown-error'
import { dpSchema } from '../../../src/data-points/dp-schema'
import { repeatableRandom } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { createNativePanel, hosts } from './native-host'

const { gardenGate, loft } = seed.locks
const HOUR_MS = 3_600_000
const CREATE = 'temporary_password_creat'
const DELETE = 'temporary_password_delete'
const MODIFY = 'temporary_password_modify'

const locks = Object.entries(hosts).flatMap(([host, createHost]) =>
  [gardenGate, loft].map((seeded) => [host, seeded.name, createHost, seeded] as const),
)

describe.each(locks)('passwords at a lock, over %s, %s,', (_, _name, createHost, seeded) => {
  const open = (more = {}) => {
    const native = createNativePanel(createHost, seeded, more)
    const { clock, simulator, lock, door } = native
    const { temporaryPasswords } = door
    const fromMs = clock.now() + HOUR_MS
    const guest = { name: 'Guest', fromMs, toMs: fromMs + HOUR_MS, password: '204060' }
    return {
      ...native,
      temporaryPasswords,
      guest,
      type: (pin: string) => simulator.typeCode(lock.id, pin),
      pins: () => lock.localPasswords.map(({ sn, pin }) => [sn, pin]),
      created: (more = {}) => settle(clock, temporaryPasswords.create({ ...guest, ...more })),
      kinds: () => simulator.journal.map(({ command, action }) => [command, action]),
      advance: (ms: number) => clock.advance(ms),
    }
  }

  it('are created once, with the number that the lock reports, and open its keypad in their time', async () => {
    const panel = open()
    const created = await panel.created()
    const { fromMs, toMs } = panel.guest
    expect(created).toEqual({
      ...{ id: '1', sn: 1, name: 'Guest', state: 'active', password: '204060' },
      ...{ fromMs, toMs, once: false },
    })
    expect(panel.type('204060')).toBe('wrong')
    panel.advance(HOUR_MS)
    expect(panel.type('204060')).toBe('opened')
    panel.advance(HOUR_MS)
    expect(panel.type('204060')).toBe('wrong')
    expect(panel.kinds()).toEqual([['create-password', CREATE]])
    expect(panel.listenerCount()).toBe(0)
  })

  it('are generated with the digits of the lock', async () => {
    const random = repeatableRandom()
    const secureRandom = async (count: number) =>
      Array.from({ length: count }, () => Math.floor(random() * 256))
    const panel = open({ secureRandom })
    const { password, id } = await panel.created({ password: undefined })
    expect(panel.pins()).toEqual([[Number(id), password]])
    expect(password).toMatch(/^\d{6}$/)
  })

  it('open once if they are created so, and their number is used again', async () => {
    const panel = open()
    await panel.created({ once: true })
    panel.advance(HOUR_MS)
    expect([panel.type('204060'), panel.type('204060')]).toEqual(['opened', 'wrong'])
    const fromMs = panel.clock.now() + HOUR_MS
    const next = { name: 'Friend', password: '135792', fromMs, toMs: fromMs + HOUR_MS }
    expect((await panel.created(next)).id).toBe('1')
  })

  it('have weekly hours in the time of the lock', async () => {
    const panel = open()
    // 12:00 UTC on a Monday is 13:00 at the lock.
    const weekly = { days: ['monday'], fromMinute: 14 * 60, toMinute: 14 * 60 + 30 } as const
    const { weekly: stored } = await panel.created({ weekly })
    expect(stored).toEqual([{ days: [1], fromMinute: 840, toMinute: 870 }])
    panel.advance(HOUR_MS)
    expect(panel.type('204060')).toBe('opened')
    panel.advance(HOUR_MS / 2)
    expect(panel.type('204060')).toBe('wrong')
  })

  it('are changed and removed by their number', async () => {
    const panel = open()
    const { id } = await panel.created()
    await panel.created({ name: 'Friend', password: '135792' })
    const { clock, temporaryPasswords } = panel
    const toMs = panel.guest.toMs + HOUR_MS
    const changed = await settle(clock, temporaryPasswords.change(id, { toMs }))
    expect(changed).toMatchObject({ id, name: 'Guest', fromMs: panel.guest.fromMs, toMs })
    panel.advance(2 * HOUR_MS)
    expect([panel.type('204060'), panel.type('135792')]).toEqual(['opened', 'wrong'])
    await settle(clock, temporaryPasswords.remove(id))
    expect(panel.pins()).toEqual([[2, '135792']])
    expect(panel.kinds()).toEqual([
      ['create-password', CREATE],
      ['create-password', CREATE],
      ['modify-password', MODIFY],
      ['delete-password', DELETE],
    ])
    expect(panel.listenerCount()).toBe(0)
  })

  it('keep the weekly hours that a change does not name, and replace the others', async () => {
    const panel = open()
    const weekly = { days: ['monday'], fromMinute: 840, toMinute: 870 } as const
    const { id } = await panel.created({ weekly })
    const { clock, lock, temporaryPasswords } = panel
    const hours = { effective_time: 840, invalid_time: 870, working_day: 2 }
    await settle(clock, temporaryPasswords.change(id, { toMs: panel.guest.toMs + HOUR_MS }))
    expect(lock.localPasswords).toMatchObject([{ schedule: [hours] }])
    const later = { ...weekly, toMinute: 900 }
    await settle(clock, temporaryPasswords.change(id, { weekly: later }))
    expect(lock.localPasswords).toMatchObject([{ schedule: [{ ...hours, invalid_time: 900 }] }])
  })

  it('of another panel are changed only with all that the lock replaces', async () => {
    const panel = open()
    const { clock, lock, temporaryPasswords, guest, commands } = panel
    const [fromS, toS] = [guest.fromMs / 1000, guest.toMs / 1000]
    const other = { pin: '135792', isOnce: false, effectiveTime: fromS, invalidTime: toS }
    lock.localPasswords.push({ sn: 7, ...other })
    const partial = await failureOf(clock, temporaryPasswords.change('7', { toMs: guest.toMs }))
    expect(partial).toMatchObject({ issues: [{ path: 'fromMs' }, { path: 'weekly' }] })
    expect(commands()).toEqual([])
    const { fromMs } = guest
    const weekly = { days: [0, 1, 2, 3, 4, 5, 6], fromMinute: 0, toMinute: 1440 } as const
    const changed = temporaryPasswords.change('7', { fromMs, toMs: guest.toMs + HOUR_MS, weekly })
    expect(await settle(clock, changed)).toMatchObject({ id: '7', name: '', sn: 7 })
    expect(lock.localPasswords).toMatchObject([{ invalidTime: toS + 3600 }])
  })

  it.each([
    ['taken', '135792', 'taken'],
    ['too simple', '333333', 'too-simple'],
  ])('fail with the reason of the lock: a PIN that is %s', async (_case, password, reason) => {
    const panel = open()
    await panel.created({ password: '135792' })
    const again = panel.temporaryPasswords.create({ ...panel.guest, name: 'Friend', password })
    expect(await failureOf(panel.clock, again)).toMatchObject({ kind: 'lock', reason })
    expect(panel.pins()).toEqual([[1, '135792']])
  })

  it('fail if the lock is full, or has no password with that number', async () => {
    const panel = open()
    const { clock, temporaryPasswords, guest } = panel
    for (let index = 0; index < 10; index++)
      await panel.created({ name: `Guest ${index}`, password: `20406${index}` })
    const more = temporaryPasswords.create({ ...guest, password: '135792' })
    expect(await failureOf(clock, more)).toMatchObject({ reason: 'no-room' })
    const missing = await failureOf(clock, temporaryPasswords.remove('99'))
    expect(missing).toMatchObject({ kind: 'lock', reason: 'not-done' })
  })

  it('have an unknown outcome with their PIN if the lock does not report, and no further one is sent', async () => {
    const panel = open()
    const { clock, lock, temporaryPasswords, guest } = panel
    lock.asleepUntilMs = clock.now() + 60_000
    const failure = await failureOf(clock, temporaryPasswords.create(guest))
    expect(isOutcomeUnknownError(failure) && failure.readPassword?.()).toBe('204060')
    // The report of the first password must not be taken for that of the second.
    const next = { ...guest, name: 'Friend', password: '135792' }
    const early = await failureOf(clock, temporaryPasswords.create(next))
    expect(early).toMatchObject({ kind: 'lock', reason: 'busy' })
    clock.advance(120_000)
    expect(panel.pins()).toEqual([[1, '204060']])
    const later = { ...next, toMs: guest.toMs + HOUR_MS }
    expect((await settle(clock, temporaryPasswords.create(later))).sn).toBe(2)
  })

  it('fail with the delivery unknown if the lock does not report a removal, which can be repeated', async () => {
    const panel = open()
    const { id } = await panel.created()
    const { clock, lock, temporaryPasswords } = panel
    lock.asleepUntilMs = clock.now() + 20_000
    const lost = await failureOf(clock, temporaryPasswords.remove(id))
    expect(lost).toMatchObject({ kind: 'timeout', delivery: 'unknown' })
    clock.advance(10_000)
    expect(panel.pins()).toEqual([])
  })

  it('are not created twice by a double tap', async () => {
    const panel = open()
    const { clock, temporaryPasswords, guest } = panel
    const [first, second] = [temporaryPasswords.create(guest), temporaryPasswords.create(guest)]
    expect(await failureOf(clock, second)).toMatchObject({ reason: 'name-taken' })
    await first
    expect(panel.pins()).toEqual([[1, '204060']])
  })

  it.each([
    [
      'several weekly hours',
      'weekly',
      {
        weekly: [1, 2].map((day) => ({ days: [day], fromMinute: 0, toMinute: 60 })),
      },
    ],
    ['a phone number', 'phone', { phone: '1632960001' }],
    ['a number', 'sn', { sn: 3 }],
    ['a PIN of another length', 'password', { password: '2040608' }],
  ])('are rejected before anything is sent: %s', async (_case, path, more) => {
    const panel = open()
    const input = { ...panel.guest, ...(more as object) }
    const failure = await failureOf(panel.clock, panel.temporaryPasswords.create(input))
    expect(failure).toMatchObject({ kind: 'params', issues: [{ path }] })
    expect(panel.kinds()).toEqual([])
  })

  it('reject changes of what the lock does not store, and ids that are no numbers', async () => {
    const panel = open()
    const { clock, temporaryPasswords } = panel
    const { id } = await panel.created()
    const paths = async (failing: Promise<unknown>) => {
      const { issues = [] } = (await failureOf(clock, failing)) as {
        issues?: readonly { path: string }[]
      }
      return issues.map(({ path }) => path)
    }
    const change = { name: 'Friend', phone: '1', once: true }
    expect(await paths(temporaryPasswords.change(id, change))).toEqual(['name', 'phone', 'once'])
    expect(await paths(temporaryPasswords.remove('abc'))).toEqual(['id'])
    const fromMs = panel.guest.toMs
    expect(await paths(temporaryPasswords.change(id, { fromMs }))).toEqual(['toMs'])
    expect(await failureOf(clock, temporaryPasswords.change(id, { password: '1' }))).toMatchObject({
      kind: 'unsupported',
    })
    expect(panel.kinds()).toEqual([['create-password', CREATE]])
  })

  it('are not listed, and the errors name the operations that are missing', async () => {
    const { clock, temporaryPasswords } = open()
    for (const [failing, operation] of [
      [() => temporaryPasswords.list(), 'tuya.m.device.lock.temppwd.list'],
      [() => temporaryPasswords.get('1'), 'tuya.m.device.lock.temppwd.list'],
      [() => temporaryPasswords.rename('1', 'Friend'), 'tuya.m.device.lock.temppwd.name.update'],
    ] as const)
      expect(await failureOf(clock, failing())).toMatchObject({
        kind: 'unsupported',
        message: expect.stringContaining(operation),
      })
  })

  it('are a capability of a lock with the data points only', async () => {
    const { clock, door } = open()
    expect((await settle(clock, door.capabilities())).can.temporaryPasswords).toBe(true)
    const schema = dpSchema([{ code: 'lock_motor_state', id: 47 }])
    const without = open({ schema })
    const { can, missing } = await settle(without.clock, without.door.capabilities())
    expect(can.temporaryPasswords).toBe(false)
    expect(missing.temporaryPasswords?.map(({ dataPoints }) => dataPoints)).toContainEqual([CREATE])
    const { temporaryPasswords, guest } = without
    const failure = await failureOf(without.clock, temporaryPasswords.create(guest))
    expect(failure).toMatchObject({ kind: 'unsupported' })
  })
})
