import { describe, expect, it } from 'vitest'
import { isLockError } from '../../../src/core/errors/lock-error'
import { isOutcomeUnknownError } from '../../../src/core/errors/outcome-unknown-error'
import { VendorError } from '../../../src/core/errors/vendor-error'
import { temporaryPasswords } from '../../../src/flows/temporary-passwords/temporary-passwords'
import type { TemporaryPasswordChange } from '../../../src/flows/temporary-passwords/validate'
import { failureOf, flush, outcomeOf, settle } from '../support/settle'
import type { Stage, StageOptions } from '../support/stage'
import {
  begun,
  CREATE,
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
  storyOf,
} from './story'

const carriers = [
  ['a Wi-Fi lock over mini-program', overMiniProgram(frontDoor), CREATE],
  ['a Zigbee lock over mini-program', overMiniProgram(garage), CREATE],
  ['a Bluetooth lock over mini-program', overMiniProgram(gardenGate), CREATE],
  ['a Wi-Fi lock over panel', overPanel, PANEL_CREATE],
] as const

const digitsOf = (lock: { readonly id: string }): readonly [string, string] =>
  lock.id === frontDoor.id ? ['1112223', '4445556'] : ['111222', '444555']

/** A password that somebody else makes, of the name and the window of the guest. */
const anothersGuest = ({ simulator, lock }: Stage, id: string): void => {
  simulator.world.temporaryPasswords.push({
    id,
    lockId: lock.id,
    name: guest.name,
    pin: '1212121',
    effectiveTime: guest.fromMs / 1000,
    invalidTime: guest.toMs / 1000,
    phone: '',
    state: 'sent',
    order: { kind: 'create-password', action: 'test' },
  })
}

describe.each(carriers)('two creations at once on %s', (_, options, create) => {
  it.each([
    ['window', guest],
    ['name alone', { name: guest.name, toMs: guest.toMs }],
  ])(
    'of the same %s, the first order lost, never tell digits that do not open',
    async (_word, wanted) => {
      const { stage, passwords, clock, simulator, stored } = storyOf(options)
      const [first, second] = digitsOf(stage.lock)
      simulator.faults.next(create, 'drop-before')
      const [lost, made] = await Promise.all([
        outcomeOf(clock, passwords.create({ ...wanted, password: first })),
        // Another `lock()` of the same panel and lock.
        outcomeOf(clock, flowOf(stage).create({ ...wanted, password: second })),
      ])
      expect('error' in lost && isOutcomeUnknownError(lost.error)).toBe(true)
      expect(made).toMatchObject({ value: { password: second } })
      expect(stored().filter(({ name }) => name === 'Guest')).toMatchObject([{ pin: second }])
    },
  )

  it('of the same name make one, and the second hears that the name is taken', async () => {
    const { passwords, clock, madeCount } = storyOf(options)
    const [made, refused] = await Promise.all([
      outcomeOf(clock, passwords.create(guest)),
      outcomeOf(clock, passwords.create(guest)),
    ])
    expect(made).toMatchObject({ value: { name: 'Guest' } })
    expect(refused).toMatchObject({ error: { kind: 'lock', reason: 'name-taken' } })
    expect(madeCount()).toBe(1)
  })

  it('of different names make two, each with its own digits', async () => {
    const { passwords, clock, stored } = storyOf(options)
    const made = await Promise.all([
      settle(clock, passwords.create(guest)),
      settle(clock, passwords.create({ ...guest, name: 'Friend' })),
    ])
    expect(stored().slice(-2)).toMatchObject(
      made.map(({ id, name, password }) => ({ id, name, pin: password })),
    )
  })

  it('of which the first is refused: the second goes on', async () => {
    const { passwords, clock, simulator } = storyOf(options)
    simulator.faults.next(create, { vendorCode: 1109 })
    const [refused, made] = await Promise.all([
      outcomeOf(clock, passwords.create(guest)),
      outcomeOf(clock, passwords.create(guest)),
    ])
    expect(refused).toMatchObject({ error: { kind: 'vendor', code: 1109 } })
    expect(made).toMatchObject({ value: { name: 'Guest' } })
  })

  it('where two of the name and window turn up, none is taken for the lost one', async () => {
    const story = storyOf(options)
    const passwords = flowOf(story.stage, {
      stands: {
        [create]: (send) => {
          anothersGuest(story.stage, '777')
          anothersGuest(story.stage, '778')
          story.simulator.faults.next(create, 'drop-before')
          return send()
        },
      },
    })
    const error = await failureOf(story.clock, passwords.create(guest))
    expect(isOutcomeUnknownError(error)).toBe(true)
  })

  it('where two turn up after "busy", the outcome is unknown', async () => {
    const story = storyOf(options)
    const passwords = flowOf(story.stage, {
      stands: {
        [create]: async () => {
          anothersGuest(story.stage, '777')
          anothersGuest(story.stage, '778')
          throw new VendorError({ action: 'test' }, { code: 1111, message: '' })
        },
      },
    })
    const error = await failureOf(story.clock, passwords.create(guest))
    expect(isOutcomeUnknownError(error)).toBe(true)
  })
})

it('two that turn up after the yes of the panel API have an unknown outcome', async () => {
  const story = storyOf(overPanel)
  const passwords = flowOf(story.stage, {
    stands: {
      [PANEL_CREATE]: async () => {
        anothersGuest(story.stage, '777')
        anothersGuest(story.stage, '778')
        return true
      },
    },
  })
  const error = await failureOf(story.clock, passwords.create(guest))
  expect(isOutcomeUnknownError(error)).toBe(true)
})

it('a creation waits for none on another lock', async () => {
  const { stage, passwords, clock, simulator } = storyOf(overMiniProgram())
  simulator.faults.next(CREATE, { slowMs: 9_000 })
  let isOver = false
  const slow = passwords.create(guest).finally(() => {
    isOver = true
  })
  slow.catch(() => {})
  await flush()
  const atGarage = temporaryPasswords(stage.panel, garage.id, { ...stage.options, type: 'zigbee' })
  await settle(clock, atGarage.create(guest))
  expect(isOver).toBe(false)
  await outcomeOf(clock, slow)
})

type Work = (flow: ReturnType<typeof flowOf>, id: string) => Promise<unknown>
const renameTo =
  (name: string): Work =>
  (flow, id) =>
    flow.rename(id, name)

describe('two changes at once', () => {
  const window = { toMs: guest.toMs + HOUR_MS }
  const digits = { password: '7418529', once: false }
  const changes: readonly (readonly [string, TemporaryPasswordChange, Work])[] = [
    ['window', window, (flow, id) => flow.change(id, window)],
    ['name', { name: 'After' }, renameTo('After')],
  ]

  it.each(changes)(
    'to the same %s: new digits that were lost are not called set',
    async (_, shown, other) => {
      const { stage, passwords, clock, id, pin, row, simulator } = await begun(overMiniProgram())
      simulator.faults.next(MODIFY, 'drop-before')
      const [lost, made] = await Promise.all([
        outcomeOf(clock, passwords.change(id, { ...shown, ...digits })),
        outcomeOf(clock, other(flowOf(stage), id)),
      ])
      expect('error' in lost && isOutcomeUnknownError(lost.error)).toBe(true)
      expect(['value' in made, row()?.pin]).toEqual([true, pin])
    },
  )
})

describe('a name that another password has', () => {
  const works: readonly (readonly [string, StageOptions, Work])[] = [
    ['a rename over mini-program', overMiniProgram(), renameTo('Other')],
    ['a rename over panel', overPanel, renameTo('Other')],
    ['a change', overMiniProgram(), (flow, id) => flow.change(id, { name: 'Other' })],
  ]

  it.each(works)('is refused by its reason in %s', async (_, options, work) => {
    const { passwords, clock, id, row } = await begun(options)
    await settle(clock, passwords.create({ ...guest, name: 'Other' }))
    const error = await failureOf(clock, work(passwords, id))
    expect(isLockError(error) && error.reason).toBe('name-taken')
    expect(row()?.name).toBe('Guest')
  })

  it.each(carriers)(
    'is refused by its reason where another phone was faster, on %s',
    async (_, options, create) => {
      const { stage, clock } = storyOf(options)
      const passwords = flowOf(stage, {
        stands: {
          [create]: (send) => {
            anothersGuest(stage, '777')
            return send()
          },
        },
      })
      const error = await failureOf(clock, passwords.create(guest))
      expect(isLockError(error) && error.reason).toBe('name-taken')
    },
  )
})
