import { describe, expect, it } from 'vitest'
import { isLockError } from '../../../src/core/errors/lock-error'
import { isOutcomeUnknownError } from '../../../src/core/errors/outcome-unknown-error'
import { isParamsError } from '../../../src/core/errors/params-error'
import { isUnsupportedError } from '../../../src/core/errors/unsupported-error'
import type { TemporaryPasswords } from '../../../src/flows/temporary-passwords/temporary-passwords'
import type { TemporaryPasswordChange } from '../../../src/flows/temporary-passwords/validate'
import { START_MS } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import {
  flowOf,
  frontDoor,
  garage,
  gardenGate,
  guest,
  HOUR_MS,
  MODIFY,
  miniPrograms,
  overMiniProgram,
  overPanel,
  TICKET,
  withActivePassword,
} from './password-harness'

describe.each(miniPrograms)('changing a temporary password on %s', (_, options) => {
  it('updates the window and the weekly hours without the PIN', async () => {
    const { passwords, clock, id, row, pin, sent } = await withActivePassword(options)
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
  ])(
    '(%s) succeeds after a lost answer if the list shows the change, else has an unknown outcome',
    async (_method, operation) => {
      const executed = await withActivePassword(options)
      executed.simulator.faults.next(MODIFY, 'drop-after')
      await settle(executed.clock, operation(executed.passwords, executed.id))
      expect(executed.row()?.name).toBe('After')
      const lost = await withActivePassword(options)
      lost.simulator.faults.next(MODIFY, 'drop-before')
      const error = await failureOf(lost.clock, operation(lost.passwords, lost.id))
      expect(isOutcomeUnknownError(error)).toBe(true)
      expect([lost.row()?.name, lost.sent(MODIFY).length]).toEqual(['Guest', 1])
    },
  )

  it('fails with not-changed if the cloud accepts a change and ignores it', async () => {
    const { harness, clock, id } = await withActivePassword(options)
    const passwords = flowOf(harness, { overrides: { [MODIFY]: async () => true } })
    const error = await failureOf(clock, passwords.change(id, { toMs: guest.toMs + HOUR_MS }))
    expect(isLockError(error) && error.reason).toBe('not-changed')
  })

  it('succeeds if the cloud accepted the change and the list cannot be read', async () => {
    const { harness, clock, id, row, simulator } = await withActivePassword(options)
    const passwords = flowOf(harness, {
      overrides: {
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

  it('fails with not-done if the cloud answers false', async () => {
    const { harness, clock, id } = await withActivePassword(options)
    const passwords = flowOf(harness, { overrides: { [MODIFY]: async () => false } })
    for (const operation of [
      () => passwords.change(id, { name: 'After' }),
      () => passwords.rename(id, 'After'),
    ]) {
      const error = await failureOf(clock, operation())
      expect(isLockError(error) && error.reason).toBe('not-done')
    }
  })
})

describe('changing the PIN of a temporary password', () => {
  const pins = { frontDoor: '2040608', garage: '204060' }

  const weekly = { days: ['monday'], fromMinute: 450, toMinute: 510 } as const

  it.each([
    ['Wi-Fi', overMiniProgram(frontDoor), { password: pins.frontDoor, once: false, weekly }],
    ['Zigbee', overMiniProgram(garage), { password: pins.garage, once: false, weekly }],
  ] as const)(
    'keeps all other fields on a %s lock, with the weekly hours of the caller',
    async (_, options, change) => {
      const { passwords, clock, id, row, sent } = await withActivePassword(options)
      await settle(
        clock,
        passwords.change(id, { weekly, timeZone: 'Europe/London', phone: '447700' }),
      )
      await settle(clock, passwords.waitUntilActive(id).done)
      const before = { ...row() }
      const sentCount = sent(MODIFY).length
      const { weekly: _weekly, ...withoutHours } = change
      expect(await failureOf(clock, passwords.change(id, withoutHours))).toMatchObject({
        kind: 'params',
        issues: [{ path: 'weekly' }],
      })
      expect(sent(MODIFY)).toHaveLength(sentCount)
      const changed = await settle(clock, passwords.change(id, change))
      expect(changed).toMatchObject({ id, name: 'Guest', state: 'pending' })
      await settle(clock, passwords.waitUntilActive(id).done)
      expect(row()).toEqual({
        ...before,
        pin: change.password,
        type: row()?.type,
        command: expect.anything(),
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
    },
  )

  it.each([true, false])('sends once: %s as its type', async (once) => {
    const { passwords, clock, id, sent, row } = await withActivePassword(overMiniProgram())
    await settle(clock, passwords.change(id, { password: pins.frontDoor, once }))
    expect([sent(MODIFY)[0]?.type, row()?.type]).toEqual([once ? 1 : 0, once ? 1 : 0])
  })

  it('uses a new ticket for each request', async () => {
    const { passwords, clock, id, simulator, sent } = await withActivePassword(overMiniProgram())
    simulator.faults.next(MODIFY, 'throttle')
    await settle(clock, passwords.change(id, { password: pins.frontDoor, once: false }))
    const tickets = sent(MODIFY).map(({ ticket_id }) => ticket_id)
    expect([tickets.length, new Set(tickets).size, sent(TICKET).length]).toEqual([2, 2, 3])
  })

  it('has an unknown outcome after a lost answer, and can be sent again', async () => {
    const { passwords, clock, id, simulator, row } = await withActivePassword(overMiniProgram())
    simulator.faults.next(MODIFY, 'drop-after')
    const change = { password: pins.frontDoor, once: false }
    const error = await failureOf(clock, passwords.change(id, change))
    expect(isOutcomeUnknownError(error)).toBe(true)
    await settle(clock, passwords.change(id, change))
    expect(row()?.pin).toBe(pins.frontDoor)
  })

  it('together with the window succeeds after a lost answer if the list shows the window', async () => {
    const { passwords, clock, id, simulator, row } = await withActivePassword(overMiniProgram())
    simulator.faults.next(MODIFY, 'drop-after')
    await settle(
      clock,
      passwords.change(id, {
        password: pins.frontDoor,
        once: false,
        toMs: guest.toMs + HOUR_MS,
      }),
    )
    expect(row()?.pin).toBe(pins.frontDoor)
  })

  it('is not supported on a Bluetooth lock', async () => {
    const { passwords, clock, id, newSteps } = await withActivePassword(overMiniProgram(gardenGate))
    const error = await failureOf(clock, passwords.change(id, { password: pins.garage }))
    expect([isUnsupportedError(error), newSteps()]).toEqual([true, []])
  })
})

describe('a change of a temporary password is rejected before its command is sent', () => {
  const invalid: readonly (readonly [string, TemporaryPasswordChange, readonly string[]])[] = [
    ['no field', {}, ['']],
    ['null as the input', null as never, ['']],
    ['an empty name', { name: '' }, ['name']],
    ['a PIN of eight digits', { password: '12345678', once: false }, ['password']],
    ['an end in the past', { toMs: START_MS }, ['toMs']],
    ['a start in the past', { fromMs: START_MS - HOUR_MS }, ['fromMs']],
    ['an end before the current start', { toMs: guest.fromMs - 60_000 }, ['toMs']],
    ['a start after the current end', { fromMs: guest.toMs }, ['toMs']],
    [
      'weekly hours without a time zone',
      { weekly: { days: [1], fromMinute: 0, toMinute: 60 } },
      ['timeZone'],
    ],
  ]

  it.each(invalid)('with %s', async (_, change, paths) => {
    const { passwords, clock, id, sent } = await withActivePassword(overMiniProgram())
    const error = await failureOf(clock, passwords.change(id, change))
    expect(isParamsError(error) && error.issues.map(({ path }) => path)).toEqual(paths)
    expect(sent(MODIFY)).toEqual([])
  })

  it.each([
    ['Wi-Fi', frontDoor, '2040608'],
    ['Zigbee', garage, '204060'],
  ])('on a %s lock with a PIN and without once', async (_, lock, password) => {
    const { passwords, clock, id, sent } = await withActivePassword(overMiniProgram(lock))
    const error = await failureOf(clock, passwords.change(id, { password }))
    expect(isParamsError(error) && error.issues.map(({ path }) => path)).toEqual(['once'])
    expect(sent(MODIFY)).toEqual([])
  })

  it('over the panel API, which has no change', async () => {
    const { passwords, clock, id, newSteps } = await withActivePassword(overPanel)
    const error = await failureOf(clock, passwords.change(id, { name: 'After' }))
    expect([isUnsupportedError(error), newSteps()]).toEqual([true, []])
  })
})
