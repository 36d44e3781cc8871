import { describe, expect, it } from 'vitest'
import { isLockError } from '../../../src/core/errors/lock-error'
import { isOutcomeUnknownError } from '../../../src/core/errors/outcome-unknown-error'
import { isParamsError } from '../../../src/core/errors/params-error'
import { isUnsupportedError } from '../../../src/core/errors/unsupported-error'
import type { TemporaryPasswords } from '../../../src/flows/temporary-passwords/temporary-passwords'
import type { TemporaryPasswordChange } from '../../../src/flows/temporary-passwords/validate'
import { failureOf, settle } from '../support/settle'
import { START_MS } from '../support/stage'
import {
  begun,
  flowOf,
  frontDoor,
  garage,
  gardenGate,
  guest,
  HOUR_MS,
  MODIFY,
  overMiniProgram,
  overPanel,
  TICKET,
} from './story'

const miniPrograms = [
  ['a Wi-Fi lock', overMiniProgram(frontDoor)],
  ['a Zigbee lock', overMiniProgram(garage)],
  ['a Bluetooth lock', overMiniProgram(gardenGate)],
] as const

describe.each(miniPrograms)('on %s', (_, options) => {
  it('the window and the week of a password change without its digits', async () => {
    const { passwords, clock, id, row, pin, sent } = await begun(options)
    const toMs = guest.toMs + HOUR_MS
    const weekly = { days: ['saturday', 'sunday'], fromMinute: 600, toMinute: 1200 } as const
    const changed = await settle(
      clock,
      passwords.change(id, { toMs, weekly, timeZone: 'Europe/London' }),
    )
    expect(changed).toMatchObject({
      id,
      name: 'Guest',
      fromMs: guest.fromMs,
      toMs,
      weekly: [{ days: [0, 6], fromMinute: 600, toMinute: 1200 }],
      timeZone: 'Europe/London',
    })
    expect(row()).toMatchObject({ pin, invalidTime: toMs / 1000 })
    expect(sent(MODIFY)[0]).not.toHaveProperty('ticket_id')
  })

  it.each([
    [
      'change',
      (flow: TemporaryPasswords, id: string): Promise<unknown> =>
        flow.change(id, { name: 'After' }),
    ],
    [
      'rename',
      (flow: TemporaryPasswords, id: string): Promise<unknown> => flow.rename(id, 'After'),
    ],
  ])('a %s whose answer is lost is found, or has an unknown outcome', async (_word, work) => {
    const found = await begun(options)
    found.simulator.faults.next(MODIFY, 'drop-after')
    await settle(found.clock, work(found.passwords, found.id))
    expect(found.row()?.name).toBe('After')
    const missing = await begun(options)
    missing.simulator.faults.next(MODIFY, 'drop-before')
    const error = await failureOf(missing.clock, work(missing.passwords, missing.id))
    expect(isOutcomeUnknownError(error)).toBe(true)
    expect([missing.row()?.name, missing.sent(MODIFY).length]).toEqual(['Guest', 1])
  })

  it('a cloud that takes a change and ignores it is found out', async () => {
    const { stage, clock, id } = await begun(options)
    const passwords = flowOf(stage, { stands: { [MODIFY]: async () => true } })
    const error = await failureOf(clock, passwords.change(id, { toMs: guest.toMs + HOUR_MS }))
    expect(isLockError(error) && error.reason).toBe('not-changed')
  })

  it('a change that was taken is no failure where nobody can look', async () => {
    const { stage, clock, id, row, simulator } = await begun(options)
    const passwords = flowOf(stage, {
      stands: {
        [MODIFY]: (send) => {
          simulator.faults.always('doorLock.getTemporaryPassword', 'drop-before')
          return send()
        },
      },
    })
    const changed = await settle(clock, passwords.change(id, { name: 'After' }))
    expect(changed).toMatchObject({ id, name: 'After', state: 'pending', toMs: guest.toMs })
    expect(row()?.name).toBe('After')
  })

  it('a cloud that says no is heard', async () => {
    const { stage, clock, id } = await begun(options)
    const passwords = flowOf(stage, { stands: { [MODIFY]: async () => false } })
    for (const work of [
      () => passwords.change(id, { name: 'After' }),
      () => passwords.rename(id, 'After'),
    ]) {
      const error = await failureOf(clock, work())
      expect(isLockError(error) && error.reason).toBe('not-done')
    }
  })
})

describe('the digits of a password', () => {
  const digits = { frontDoor: '2040608', garage: '204060' }

  it.each([
    ['Wi-Fi', overMiniProgram(frontDoor), { password: digits.frontDoor, once: false }],
    ['Zigbee', overMiniProgram(garage), { password: digits.garage, once: false }],
  ] as const)('change on a %s lock, and everything else stays', async (_, options, change) => {
    const { passwords, clock, id, row, sent } = await begun(options)
    await settle(
      clock,
      passwords.change(id, {
        weekly: { days: ['monday'], fromMinute: 450, toMinute: 510 },
        timeZone: 'Europe/London',
        phone: '447700',
      }),
    )
    await settle(clock, passwords.waitUntilActive(id).done)
    const before = { ...row() }
    const changed = await settle(clock, passwords.change(id, change))
    expect(changed).toMatchObject({ id, name: 'Guest', state: 'pending' })
    await settle(clock, passwords.waitUntilActive(id).done)
    expect(row()).toEqual({
      ...before,
      pin: change.password,
      type: row()?.type,
      order: expect.anything(),
    })
    expect(sent(MODIFY).at(-1)).toMatchObject({
      name: 'Guest',
      password_type: 'ticket',
      effective_time: guest.fromMs / 1000,
      invalid_time: guest.toMs / 1000,
      time_zone: 'Europe/London',
      phone: '447700',
      schedule_list: [{ effective_time: 450, invalid_time: 510, working_day: 2 }],
    })
  })

  it.each([true, false])('say whether they open once: %s', async (once) => {
    const { passwords, clock, id, sent, row } = await begun(overMiniProgram())
    await settle(clock, passwords.change(id, { password: digits.frontDoor, once }))
    expect([sent(MODIFY)[0]?.type, row()?.type]).toEqual([once ? 1 : 0, once ? 1 : 0])
  })

  it('have a ticket of their own for each attempt', async () => {
    const { passwords, clock, id, simulator, sent } = await begun(overMiniProgram())
    simulator.faults.next(MODIFY, 'throttle')
    await settle(clock, passwords.change(id, { password: digits.frontDoor, once: false }))
    const tickets = sent(MODIFY).map(({ ticket_id }) => ticket_id)
    expect([tickets.length, new Set(tickets).size, sent(TICKET).length]).toEqual([2, 2, 3])
  })

  it('show nowhere: where the answer is lost the outcome is unknown, and again does no harm', async () => {
    const { passwords, clock, id, simulator, row } = await begun(overMiniProgram())
    simulator.faults.next(MODIFY, 'drop-after')
    const change = { password: digits.frontDoor, once: false }
    const error = await failureOf(clock, passwords.change(id, change))
    expect(isOutcomeUnknownError(error)).toBe(true)
    await settle(clock, passwords.change(id, change))
    expect(row()?.pin).toBe(digits.frontDoor)
  })

  it('with another window, a lost answer is found', async () => {
    const { passwords, clock, id, simulator, row } = await begun(overMiniProgram())
    simulator.faults.next(MODIFY, 'drop-after')
    await settle(
      clock,
      passwords.change(id, {
        password: digits.frontDoor,
        once: false,
        toMs: guest.toMs + HOUR_MS,
      }),
    )
    expect(row()?.pin).toBe(digits.frontDoor)
  })

  it('cannot change on a Bluetooth lock', async () => {
    const { passwords, clock, id, stepsSince } = await begun(overMiniProgram(gardenGate))
    const error = await failureOf(clock, passwords.change(id, { password: digits.garage }))
    expect([isUnsupportedError(error), stepsSince()]).toEqual([true, []])
  })
})

describe('a change is refused before it is ordered', () => {
  const wrong: readonly (readonly [string, TemporaryPasswordChange, readonly string[]])[] = [
    ['nothing', {}, ['']],
    ['no object', null as never, ['']],
    ['an empty name', { name: '' }, ['name']],
    ['too many digits', { password: '12345678', once: false }, ['password']],
    ['an end in the past', { toMs: START_MS }, ['toMs']],
    ['a beginning in the past', { fromMs: START_MS - HOUR_MS }, ['fromMs']],
    ['an end before the old beginning', { toMs: guest.fromMs - 60_000 }, ['toMs']],
    ['a beginning after the old end', { fromMs: guest.toMs }, ['toMs']],
    [
      'a week without a time zone',
      { weekly: { days: [1], fromMinute: 0, toMinute: 60 } },
      ['timeZone'],
    ],
  ]

  it.each(wrong)('with %s', async (_, change, paths) => {
    const { passwords, clock, id, sent } = await begun(overMiniProgram())
    const error = await failureOf(clock, passwords.change(id, change))
    expect(isParamsError(error) && error.issues.map(({ path }) => path)).toEqual(paths)
    expect(sent(MODIFY)).toEqual([])
  })

  it.each([
    ['Wi-Fi', frontDoor, '2040608'],
    ['Zigbee', garage, '204060'],
  ])(
    'on a %s lock where it is not said whether the new digits open once',
    async (_, lock, password) => {
      const { passwords, clock, id, sent } = await begun(overMiniProgram(lock))
      const error = await failureOf(clock, passwords.change(id, { password }))
      expect(isParamsError(error) && error.issues.map(({ path }) => path)).toEqual(['once'])
      expect(sent(MODIFY)).toEqual([])
    },
  )

  it('over the panel API, which has none', async () => {
    const { passwords, clock, id, stepsSince } = await begun(overPanel)
    const error = await failureOf(clock, passwords.change(id, { name: 'After' }))
    expect([isUnsupportedError(error), stepsSince()]).toEqual([true, []])
  })
})
