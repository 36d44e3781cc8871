import { describe, expect, it } from 'vitest'
import { isLockError } from '../../../src/core/errors/lock-error'
import { isOutcomeUnknownError } from '../../../src/core/errors/outcome-unknown-error'
import { VendorError } from '../../../src/core/errors/vendor-error'
import { temporaryPasswords } from '../../../src/flows/temporary-passwords/temporary-passwords'
import type { TemporaryPasswordChange } from '../../../src/flows/temporary-passwords/validate'
import type { FlowHarness, HarnessOptions } from '../support/flow-harness'
import { failureOf, flush, outcomeOf, settle } from '../support/settle'
import {
  CREATE,
  createPasswordHarness,
  flowOf,
  frontDoor,
  garage,
  gardenGate,
  guest,
  HOUR_MS,
  MODIFY,
  overMiniProgram,
  overPanel,
  PANEL_CREATE,
  withActivePassword,
} from './password-harness'

const channels = [
  ['a Wi-Fi lock over the mini-program', overMiniProgram(frontDoor), CREATE],
  ['a Zigbee lock over the mini-program', overMiniProgram(garage), CREATE],
  ['a Bluetooth lock over the mini-program', overMiniProgram(gardenGate), CREATE],
  ['a Wi-Fi lock over the panel API', overPanel, PANEL_CREATE],
] as const

const pinsOf = (lock: { readonly id: string }): readonly [string, string] =>
  lock.id === frontDoor.id ? ['1112223', '4445556'] : ['111222', '444555']

/** Adds a password with the name and the window of the guest, as another phone would. */
const addOtherGuest = ({ simulator, lock }: FlowHarness, id: string): void => {
  simulator.world.temporaryPasswords.push({
    id,
    lockId: lock.id,
    name: guest.name,
    pin: '1212121',
    effectiveTime: guest.fromMs / 1000,
    invalidTime: guest.toMs / 1000,
    phone: '',
    state: 'sent',
    command: { kind: 'create-password', action: 'test' },
  })
}

describe.each(channels)(
  'two concurrent creations of temporary passwords on %s',
  (_, options, create) => {
    it.each([
      ['window', guest],
      ['name only', { name: guest.name, toMs: guest.toMs }],
    ])(
      'with the same %s return only a PIN that opens if the first request is lost',
      async (_field, input) => {
        const { harness, passwords, clock, simulator, stored } = createPasswordHarness(options)
        const [first, second] = pinsOf(harness.lock)
        simulator.faults.next(create, 'drop-before')
        const [lost, created] = await Promise.all([
          outcomeOf(clock, passwords.create({ ...input, password: first })),
          // Another `lock()` of the same panel and lock.
          outcomeOf(clock, flowOf(harness).create({ ...input, password: second })),
        ])
        expect('error' in lost && isOutcomeUnknownError(lost.error)).toBe(true)
        expect(created).toMatchObject({ value: { password: second } })
        expect(stored().filter(({ name }) => name === 'Guest')).toMatchObject([{ pin: second }])
      },
    )

    it('with the same name create one, and the second fails with name-taken', async () => {
      const { passwords, clock, createdCount } = createPasswordHarness(options)
      const [created, refused] = await Promise.all([
        outcomeOf(clock, passwords.create(guest)),
        outcomeOf(clock, passwords.create(guest)),
      ])
      expect(created).toMatchObject({ value: { name: 'Guest' } })
      expect(refused).toMatchObject({ error: { kind: 'lock', reason: 'name-taken' } })
      expect(createdCount()).toBe(1)
    })

    it('with different names create two, each with its own PIN', async () => {
      const { passwords, clock, stored } = createPasswordHarness(options)
      const created = await Promise.all([
        settle(clock, passwords.create(guest)),
        settle(clock, passwords.create({ ...guest, name: 'Friend' })),
      ])
      expect(stored().slice(-2)).toMatchObject(
        created.map(({ id, name, password }) => ({ id, name, pin: password })),
      )
    })

    it('create the second password if the first is rejected', async () => {
      const { passwords, clock, simulator } = createPasswordHarness(options)
      simulator.faults.next(create, { vendorCode: 1109 })
      const [refused, created] = await Promise.all([
        outcomeOf(clock, passwords.create(guest)),
        outcomeOf(clock, passwords.create(guest)),
      ])
      expect(refused).toMatchObject({ error: { kind: 'vendor', code: 1109 } })
      expect(created).toMatchObject({ value: { name: 'Guest' } })
    })
  },
)

describe.each(channels)(
  'creating a temporary password on %s while another phone creates two of its name and window',
  (_, options, create) => {
    it('has an unknown outcome after a lost request', async () => {
      const { harness, clock, simulator } = createPasswordHarness(options)
      const passwords = flowOf(harness, {
        overrides: {
          [create]: (send) => {
            addOtherGuest(harness, '777')
            addOtherGuest(harness, '778')
            simulator.faults.next(create, 'drop-before')
            return send()
          },
        },
      })
      const error = await failureOf(clock, passwords.create(guest))
      expect(isOutcomeUnknownError(error)).toBe(true)
    })

    it('has an unknown outcome after "busy"', async () => {
      const { harness, clock } = createPasswordHarness(options)
      const passwords = flowOf(harness, {
        overrides: {
          [create]: async () => {
            addOtherGuest(harness, '777')
            addOtherGuest(harness, '778')
            throw new VendorError({ action: 'test' }, { code: 1111, message: '' })
          },
        },
      })
      const error = await failureOf(clock, passwords.create(guest))
      expect(isOutcomeUnknownError(error)).toBe(true)
    })
  },
)

it('creating a temporary password over the panel API has an unknown outcome if another phone creates two of its name and window', async () => {
  const { harness, clock } = createPasswordHarness(overPanel)
  const passwords = flowOf(harness, {
    overrides: {
      [PANEL_CREATE]: async () => {
        addOtherGuest(harness, '777')
        addOtherGuest(harness, '778')
        return true
      },
    },
  })
  const error = await failureOf(clock, passwords.create(guest))
  expect(isOutcomeUnknownError(error)).toBe(true)
})

it('a creation of a temporary password does not wait for a creation on another lock', async () => {
  const { harness, passwords, clock, simulator } = createPasswordHarness(overMiniProgram())
  simulator.faults.next(CREATE, { slowMs: 9_000 })
  let isEnded = false
  const slow = passwords.create(guest).finally(() => {
    isEnded = true
  })
  slow.catch(() => {})
  await flush()
  const atGarage = temporaryPasswords(harness.panel, garage.id, {
    ...harness.options,
    type: 'zigbee',
  })
  await settle(clock, atGarage.create(guest))
  expect(isEnded).toBe(false)
  await outcomeOf(clock, slow)
})

type Operation = (flow: ReturnType<typeof flowOf>, id: string) => Promise<unknown>
const renameTo =
  (name: string): Operation =>
  (flow, id) =>
    flow.rename(id, name)

describe('two concurrent changes of a temporary password', () => {
  const window = { toMs: guest.toMs + HOUR_MS }
  const newPin = { password: '7418529', once: false }
  const changes: readonly (readonly [string, TemporaryPasswordChange, Operation])[] = [
    ['window', window, (flow, id) => flow.change(id, window)],
    ['name', { name: 'After' }, renameTo('After')],
  ]

  it.each(changes)(
    'to the same %s do not report a lost new PIN as set',
    async (_, listedChange, other) => {
      const { harness, passwords, clock, id, pin, row, simulator } = await withActivePassword(
        overMiniProgram(),
      )
      simulator.faults.next(MODIFY, 'drop-before')
      const [lost, created] = await Promise.all([
        outcomeOf(clock, passwords.change(id, { ...listedChange, ...newPin })),
        outcomeOf(clock, other(flowOf(harness), id)),
      ])
      expect('error' in lost && isOutcomeUnknownError(lost.error)).toBe(true)
      expect(['value' in created, row()?.pin]).toEqual([true, pin])
    },
  )
})

describe('a name that another temporary password has', () => {
  const operations: readonly (readonly [string, HarnessOptions, Operation])[] = [
    ['a rename over the mini-program', overMiniProgram(), renameTo('Other')],
    ['a rename over the panel API', overPanel, renameTo('Other')],
    ['a change', overMiniProgram(), (flow, id) => flow.change(id, { name: 'Other' })],
  ]

  it.each(operations)('makes %s fail with name-taken', async (_, options, operation) => {
    const { passwords, clock, id, row } = await withActivePassword(options)
    await settle(clock, passwords.create({ ...guest, name: 'Other' }))
    const error = await failureOf(clock, operation(passwords, id))
    expect(isLockError(error) && error.reason).toBe('name-taken')
    expect(row()?.name).toBe('Guest')
  })

  it.each(channels)(
    'makes a creation on %s fail with name-taken if another phone created it first',
    async (_, options, create) => {
      const { harness, clock } = createPasswordHarness(options)
      const passwords = flowOf(harness, {
        overrides: {
          [create]: (send) => {
            addOtherGuest(harness, '777')
            return send()
          },
        },
      })
      const error = await failureOf(clock, passwords.create(guest))
      expect(isLockError(error) && error.reason).toBe('name-taken')
    },
  )
})
