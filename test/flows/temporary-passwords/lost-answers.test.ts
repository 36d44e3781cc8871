import { describe, expect, it } from 'vitest'
import type { Fault } from '../../../simulator'
import { isLockError } from '../../../src/core/errors/lock-error'
import { isOutcomeUnknownError } from '../../../src/core/errors/outcome-unknown-error'
import { isVendorError, VendorError } from '../../../src/core/errors/vendor-error'
import { failureOf, outcomeOf, settle } from '../support/settle'
import {
  CREATE,
  createPasswordHarness,
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
} from './password-harness'

const channels = [
  ['a Wi-Fi lock over the mini-program', overMiniProgram(frontDoor), CREATE, LIST],
  ['a Zigbee lock over the mini-program', overMiniProgram(garage), CREATE, LIST],
  ['a Bluetooth lock over the mini-program', overMiniProgram(gardenGate), CREATE, LIST],
  ['a Wi-Fi lock over the panel API', overPanel, PANEL_CREATE, PANEL_LIST],
] as const

const busy = () => new VendorError({ action: 'test' }, { code: 1111, message: '' })

describe.each(channels)('creating a temporary password on %s', (_, options, create, list) => {
  const faults: readonly Fault[] = ['drop-after', 'slow', 'garbage', 'truncate', 'empty']

  it.each(faults)(
    'succeeds after a lost answer (%s), because the list shows the password',
    async (fault) => {
      const { passwords, clock, simulator, stored, createdCount, sent } =
        createPasswordHarness(options)
      simulator.faults.next(create, fault)
      const { id, password } = await settle(clock, passwords.create(guest))
      expect(stored().at(-1)).toMatchObject({ id, pin: password })
      expect([createdCount(), sent(create).length]).toEqual([1, 1])
    },
  )

  it('has an unknown outcome if the answer and the list are lost', async () => {
    const { harness, clock, simulator, stored, createdCount, timers } =
      createPasswordHarness(options)
    const passwords = flowOf(harness, {
      overrides: {
        [create]: (send) => {
          simulator.faults.next(create, 'drop-after')
          simulator.faults.always(list, 'drop-before')
          return send()
        },
      },
    })
    const error = await failureOf(clock, passwords.create(guest))
    expect(isOutcomeUnknownError(error) && error.check).toBe(list)
    expect([createdCount(), timers.now]).toEqual([1, 0])
    // A later list shows the password.
    simulator.faults.clear()
    const { id } = stored().at(-1) ?? {}
    const listed = await settle(clock, passwords.list())
    expect(listed.at(-1)).toMatchObject({ id, name: 'Guest', fromMs: guest.fromMs })
  })

  it('has an unknown outcome after a lost request and six reads of the list', async () => {
    const { passwords, clock, simulator, createdCount, sent } = createPasswordHarness(options)
    simulator.faults.next(create, 'drop-before')
    const error = await failureOf(clock, passwords.create(guest))
    expect(isOutcomeUnknownError(error)).toBe(true)
    expect([createdCount(), sent(create).length, sent(list).length]).toEqual([0, 1, 1 + 6])
  })

  it('succeeds after a lost answer if the list shows the password later', async () => {
    const { harness, clock, simulator, createdCount } = createPasswordHarness(options)
    let reads = 0
    const passwords = flowOf(harness, {
      overrides: {
        // The reads before the command, after it, and a second later return nothing.
        [list]: async (send) => (++reads <= 3 ? [] : send()),
      },
    })
    simulator.faults.next(create, 'drop-after')
    const { id } = await settle(clock, passwords.create(guest))
    expect(simulator.world.temporaryPasswords.at(-1)?.id).toBe(id)
    expect([reads, createdCount()]).toEqual([4, 1])
  })

  it('does not mistake a listed password of the same name and window for a lost one', async () => {
    const { passwords, clock, simulator, lock, stored } = createPasswordHarness(options)
    const deleted = await settle(clock, passwords.create(guest))
    await settle(clock, passwords.waitUntilActive(deleted.id).done)
    // Deleted, but still listed, because the lock is offline.
    lock.online = false
    await settle(clock, passwords.remove(deleted.id))
    expect((await settle(clock, passwords.list())).map(({ id }) => id)).toContain(deleted.id)
    simulator.faults.next(create, 'drop-before')
    const error = await failureOf(clock, passwords.create(guest))
    // Zigbee locks have no phase for a password that is being deleted; this panel knows that it removed it.
    expect(isOutcomeUnknownError(error)).toBe(true)
    expect(stored().filter(({ name }) => name === 'Guest')).toHaveLength(1)
  })

  it.each([
    ['begins', { effectiveTime: guest.fromMs / 1000 + 60 }],
    ['ends', { invalidTime: guest.toMs / 1000 + 60 }],
  ])(
    'does not mistake a new password that %s at another time for a lost one',
    async (_verb, other) => {
      const { harness, clock, simulator, lock } = createPasswordHarness(options)
      const passwords = flowOf(harness, {
        overrides: {
          [create]: (send) => {
            // Another phone creates a password first.
            simulator.world.temporaryPasswords.push({
              id: '777',
              lockId: lock.id,
              name: guest.name,
              pin: '1212121',
              effectiveTime: guest.fromMs / 1000,
              invalidTime: guest.toMs / 1000,
              phone: '',
              state: 'sent',
              command: { kind: 'create-password', action: create },
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

  it('succeeds if the cloud answers "busy" and has executed the command', async () => {
    const { harness, clock, createdCount } = createPasswordHarness(options)
    const passwords = flowOf(harness, {
      overrides: { [create]: (send) => send().then(() => Promise.reject(busy())) },
    })
    expect(await settle(clock, passwords.create(guest))).toMatchObject({ name: 'Guest' })
    expect(createdCount()).toBe(1)
  })

  it('fails with the vendor code if the cloud answers "busy" and has not executed the command', async () => {
    const { passwords, clock, simulator, createdCount } = createPasswordHarness(options)
    simulator.faults.next(create, { vendorCode: 1111 })
    const error = await failureOf(clock, passwords.create(guest))
    expect([isVendorError(error) && error.code, createdCount()]).toEqual([1111, 0])
  })

  it('writes no secret to errors and events', async () => {
    const faults: readonly Fault[] = ['drop-before', 'throttle', 'garbage', { vendorCode: 1109 }]
    const password = options === overPanel || options.lock === frontDoor ? '9047163' : '904716'
    for (const fault of faults) {
      const { passwords, clock, simulator, events } = createPasswordHarness(options)
      simulator.faults.always(create, fault)
      const outcome = await outcomeOf(clock, passwords.create({ ...guest, password }))
      const error = 'error' in outcome ? outcome.error : undefined
      const output = JSON.stringify([events, String(error), error])
      const keys = simulator.world.tickets.flatMap(({ id, sessionKey }) => [id, sessionKey])
      for (const secret of [password, ...keys]) expect(output).not.toContain(secret)
    }
  })
})

describe('creating a temporary password whose ticket the cloud reports as spent', () => {
  it('succeeds if an HTTP stack has sent the command twice', async () => {
    const { harness, clock, createdCount, stored, sent } = createPasswordHarness(overMiniProgram())
    const passwords = flowOf(harness, { overrides: { [CREATE]: (send) => send().then(send) } })
    const { id, password } = await settle(clock, passwords.create(guest))
    expect(stored().at(-1)).toMatchObject({ id, pin: password })
    expect([createdCount(), sent(CREATE).length]).toEqual([1, 2])
  })

  it('fails with the vendor code if the list shows no new password', async () => {
    const { passwords, clock, simulator, createdCount } = createPasswordHarness(overMiniProgram())
    simulator.faults.next(CREATE, { vendorCode: 2405 })
    const error = await failureOf(clock, passwords.create(guest))
    expect([isVendorError(error) && error.code, createdCount()]).toEqual([2405, 0])
  })
})

describe('creating a temporary password over the panel API', () => {
  it('fails with not-done if the cloud answers false', async () => {
    const { harness, clock, createdCount } = createPasswordHarness(overPanel)
    const passwords = flowOf(harness, { overrides: { [PANEL_CREATE]: async () => false } })
    const error = await failureOf(clock, passwords.create(guest))
    expect([isLockError(error) && error.reason, createdCount()]).toEqual(['not-done', 0])
  })

  it('has an unknown outcome if the cloud answers true and the list cannot be read', async () => {
    const { harness, clock, simulator, createdCount, timers } = createPasswordHarness(overPanel)
    const passwords = flowOf(harness, {
      overrides: {
        [PANEL_CREATE]: (send) => {
          simulator.faults.always(PANEL_LIST, 'drop-before')
          return send()
        },
      },
    })
    const error = await failureOf(clock, passwords.create(guest))
    expect(isOutcomeUnknownError(error) && [error.check, error.causeKind]).toEqual([
      PANEL_LIST,
      'not-seen-yet',
    ])
    expect([createdCount(), timers.now]).toEqual([1, 0])
  })

  it('has an unknown outcome if the cloud answers true and the list does not show the password', async () => {
    const { harness, clock, createdCount } = createPasswordHarness(overPanel)
    const passwords = flowOf(harness, { overrides: { [PANEL_LIST]: async () => [] } })
    const error = await failureOf(clock, passwords.create(guest))
    expect(isOutcomeUnknownError(error) && error.causeKind).toBe('not-seen-yet')
    expect(createdCount()).toBe(1)
  })
})
