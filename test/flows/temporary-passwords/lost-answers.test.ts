import { describe, expect, it } from 'vitest'
import type { Fault } from '../../../simulator'
import { isLockError } from '../../../src/core/errors/lock-error'
import { isOutcomeUnknownError } from '../../../src/core/errors/outcome-unknown-error'
import { isVendorError, VendorError } from '../../../src/core/errors/vendor-error'
import { failureOf, outcomeOf, settle } from '../support/settle'
import {
  CREATE,
  flowOf,
  frontDoor,
  garage,
  gardenGate,
  guest,
  LIST,
  overMiniProgram,
  overPanel,
  PANEL_CREATE,
  PANEL_LIST,
  storyOf,
} from './story'

const carriers = [
  ['a Wi-Fi lock over mini-program', overMiniProgram(frontDoor), CREATE, LIST],
  ['a Zigbee lock over mini-program', overMiniProgram(garage), CREATE, LIST],
  ['a Bluetooth lock over mini-program', overMiniProgram(gardenGate), CREATE, LIST],
  ['a Wi-Fi lock over panel', overPanel, PANEL_CREATE, PANEL_LIST],
] as const

const busy = () => new VendorError({ action: 'test' }, { code: 1111, message: '' })

describe.each(carriers)('a creation on %s', (_, options, create, list) => {
  const lost: readonly Fault[] = ['drop-after', 'slow', 'garbage', 'truncate', 'empty']

  it.each(lost)('whose answer is lost (%s) is found in the list', async (fault) => {
    const { passwords, clock, simulator, stored, madeCount, sent } = storyOf(options)
    simulator.faults.next(create, fault)
    const { id, password } = await settle(clock, passwords.create(guest))
    expect(stored().at(-1)).toMatchObject({ id, pin: password })
    expect([madeCount(), sent(create).length]).toEqual([1, 1])
  })

  it('whose answer is lost, and the list too, has an unknown outcome', async () => {
    const { stage, clock, simulator, stored, madeCount, timers } = storyOf(options)
    const passwords = flowOf(stage, {
      stands: {
        [create]: (send) => {
          simulator.faults.next(create, 'drop-after')
          simulator.faults.always(list, 'drop-before')
          return send()
        },
      },
    })
    const error = await failureOf(clock, passwords.create(guest))
    expect(isOutcomeUnknownError(error) && error.check).toBe(list)
    expect([madeCount(), timers.now]).toEqual([1, 0])
    // Whoever looks as soon as there is a list again finds it.
    simulator.faults.clear()
    const { id } = stored().at(-1) ?? {}
    const listed = await settle(clock, passwords.list())
    expect(listed.at(-1)).toMatchObject({ id, name: 'Guest', fromMs: guest.fromMs })
  })

  it('that never arrived has an unknown outcome, after three looks', async () => {
    const { passwords, clock, simulator, madeCount, sent } = storyOf(options)
    simulator.faults.next(create, 'drop-before')
    const error = await failureOf(clock, passwords.create(guest))
    expect(isOutcomeUnknownError(error)).toBe(true)
    expect([madeCount(), sent(create).length, sent(list).length]).toEqual([0, 1, 1 + 3])
  })

  it('whose answer is lost is found where the list is slow to show it', async () => {
    const { stage, clock, simulator, madeCount } = storyOf(options)
    let looks = 0
    const passwords = flowOf(stage, {
      stands: {
        // Before the order, at once after it, a second later: nothing yet.
        [list]: async (send) => (++looks <= 3 ? [] : send()),
      },
    })
    simulator.faults.next(create, 'drop-after')
    const { id } = await settle(clock, passwords.create(guest))
    expect(simulator.world.temporaryPasswords.at(-1)?.id).toBe(id)
    expect([looks, madeCount()]).toEqual([4, 1])
  })

  it('that never arrived does not take another of the same name and window for its own', async () => {
    const { passwords, clock, simulator, lock, stored } = storyOf(options)
    const old = await settle(clock, passwords.create(guest))
    await settle(clock, passwords.waitUntilActive(old.id).done)
    // On its way out, and still listed, because the lock is away.
    lock.online = false
    await settle(clock, passwords.remove(old.id))
    expect((await settle(clock, passwords.list())).map(({ id }) => id)).toContain(old.id)
    simulator.faults.next(create, 'drop-before')
    const error = await failureOf(clock, passwords.create(guest))
    // The phases of Zigbee locks have none for what is being deleted: there the name is still taken.
    if (options.lock === garage) expect(isLockError(error) && error.reason).toBe('name-taken')
    else expect(isOutcomeUnknownError(error)).toBe(true)
    expect(stored().filter(({ name }) => name === 'Guest')).toHaveLength(1)
  })

  it.each([
    ['begins', { effectiveTime: guest.fromMs / 1000 + 60 }],
    ['ends', { invalidTime: guest.toMs / 1000 + 60 }],
  ])(
    'that never arrived does not take one for its own that %s at another time',
    async (_word, other) => {
      const { stage, clock, simulator, lock } = storyOf(options)
      const passwords = flowOf(stage, {
        stands: {
          [create]: (send) => {
            // Another phone is faster.
            simulator.world.temporaryPasswords.push({
              id: '777',
              lockId: lock.id,
              name: guest.name,
              pin: '1212121',
              effectiveTime: guest.fromMs / 1000,
              invalidTime: guest.toMs / 1000,
              phone: '',
              state: 'sent',
              order: { kind: 'create-password', action: create },
              ...other,
            })
            simulator.faults.next(create, 'drop-before')
            return send()
          },
        },
      })
      expect(isOutcomeUnknownError(await failureOf(clock, passwords.create(guest)))).toBe(true)
    },
  )

  it('that is answered "busy" is found where it was carried out all the same', async () => {
    const { stage, clock, madeCount } = storyOf(options)
    const passwords = flowOf(stage, {
      stands: { [create]: (send) => send().then(() => Promise.reject(busy())) },
    })
    expect(await settle(clock, passwords.create(guest))).toMatchObject({ name: 'Guest' })
    expect(madeCount()).toBe(1)
  })

  it('that is answered "busy" and was not carried out says so', async () => {
    const { passwords, clock, simulator, madeCount } = storyOf(options)
    simulator.faults.next(create, { vendorCode: 1111 })
    const error = await failureOf(clock, passwords.create(guest))
    expect([isVendorError(error) && error.code, madeCount()]).toEqual([1111, 0])
  })

  it('tells no secret, however it goes wrong', async () => {
    const faults: readonly Fault[] = ['drop-before', 'throttle', 'garbage', { vendorCode: 1109 }]
    const password = options === overPanel || options.lock === frontDoor ? '9047163' : '904716'
    for (const fault of faults) {
      const { passwords, clock, simulator, events } = storyOf(options)
      simulator.faults.always(create, fault)
      const outcome = await outcomeOf(clock, passwords.create({ ...guest, password }))
      const error = 'error' in outcome ? outcome.error : undefined
      const told = JSON.stringify([events, String(error), error])
      const keys = simulator.world.tickets.flatMap(({ id, sessionKey }) => [id, sessionKey])
      for (const secret of [password, ...keys]) expect(told).not.toContain(secret)
    }
  })
})

describe('a ticket that the cloud calls spent', () => {
  it('is no proof that nothing was made: something below may have sent the order twice', async () => {
    const { stage, clock, madeCount, stored, sent } = storyOf(overMiniProgram())
    const passwords = flowOf(stage, { stands: { [CREATE]: (send) => send().then(send) } })
    const { id, password } = await settle(clock, passwords.create(guest))
    expect(stored().at(-1)).toMatchObject({ id, pin: password })
    expect([madeCount(), sent(CREATE).length]).toEqual([1, 2])
  })

  it('is the error where nothing was made', async () => {
    const { passwords, clock, simulator, madeCount } = storyOf(overMiniProgram())
    simulator.faults.next(CREATE, { vendorCode: 2405 })
    const error = await failureOf(clock, passwords.create(guest))
    expect([isVendorError(error) && error.code, madeCount()]).toEqual([2405, 0])
  })
})

describe('the panel API, which answers yes or no', () => {
  it('says no: nothing was made', async () => {
    const { stage, clock, madeCount } = storyOf(overPanel)
    const passwords = flowOf(stage, { stands: { [PANEL_CREATE]: async () => false } })
    const error = await failureOf(clock, passwords.create(guest))
    expect([isLockError(error) && error.reason, madeCount()]).toEqual(['not-done', 0])
  })

  it('says yes, and the list is down: the outcome is unknown', async () => {
    const { stage, clock, simulator, madeCount, timers } = storyOf(overPanel)
    const passwords = flowOf(stage, {
      stands: {
        [PANEL_CREATE]: (send) => {
          simulator.faults.always(PANEL_LIST, 'drop-before')
          return send()
        },
      },
    })
    const error = await failureOf(clock, passwords.create(guest))
    expect(isOutcomeUnknownError(error) && [error.check, error.causeKind]).toEqual([
      PANEL_LIST,
      'transport',
    ])
    expect([madeCount(), timers.now]).toEqual([1, 0])
  })

  it('says yes, and the list never shows it: the outcome is unknown', async () => {
    const { stage, clock, madeCount } = storyOf(overPanel)
    const passwords = flowOf(stage, { stands: { [PANEL_LIST]: async () => [] } })
    const error = await failureOf(clock, passwords.create(guest))
    expect(isOutcomeUnknownError(error) && error.causeKind).toBe('response')
    expect(madeCount()).toBe(1)
  })
})
