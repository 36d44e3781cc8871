import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { seed } from '../../../simulator'
import type { Action, Family } from '../../../src/core/action'
import { createPanel } from '../../../src/core/panel/create-panel'
import { dpSchema } from '../../../src/data-points/dp-schema'
import type { Ability, MissingForAbility } from '../../../src/flows/capabilities/abilities'
import { capabilities } from '../../../src/flows/capabilities/capabilities'
import type { LockOptions, PanelOfLock } from '../../../src/flows/shared/lock-options'
import { createHarness, type FlowHarness } from '../support/flow-harness'
import { settle } from '../support/settle'

const familySets: readonly (readonly Family[])[] = [
  [],
  ['mini-program'],
  ['panel'],
  ['open-api'],
  ['mini-program', 'panel', 'open-api'],
]
const cases = Object.values(seed.locks).flatMap(({ id, type }) =>
  familySets.flatMap((families) =>
    [true, false].map((dataPoints) => ({ id, type, families, dataPoints })),
  ),
)

const capabilitiesOf = (
  { clock, deviceId }: FlowHarness,
  panel: PanelOfLock,
  options: LockOptions,
) => settle(clock, capabilities(panel, deviceId, options).capabilities())

/** A panel that supports these operations for every type of lock, as `missing` requests it. */
const withOperations = ({ panel }: FlowHarness, names: readonly string[]): PanelOfLock => {
  const all = Object.values(allActions) as readonly Action[]
  return {
    ...panel,
    // The data points of the lock stay unknown, as without this operation.
    apiRequest: async () => [],
    find: (name) => {
      const action = all.find((one) => one.name === name)
      return names.includes(name) && action !== undefined
        ? { ...action, locks: ['any'] }
        : panel.find(name)
    },
  }
}

/** The options with all that a channel lacks. */
const completed = (
  { simulator, options, deviceId }: FlowHarness,
  { options: names, dataPoints }: MissingForAbility,
): LockOptions => {
  const values: Partial<LockOptions> = {
    passwordCipher: { encrypt: async () => '' },
    panelPasswordCipher: () => '',
    lockRandom: () => ({ devUnlockId: '0001', ins: '00', wakeUpIns: '00' }),
    lockSync: () => ({}),
    dataPoints: simulator.asDataPoints({ deviceId }),
    lockSdk: simulator.asLockSdk({ deviceId }),
    schema: dpSchema([{ code: 'language', id: 28, mode: 'rw', type: 'bool' }]),
  }
  return {
    ...options,
    ...Object.fromEntries(names.map((name) => [name, values[name]])),
    ...(dataPoints.length > 0 && {
      schema: dpSchema(dataPoints.map((code, index) => ({ code, id: index + 1 }))),
    }),
  }
}

describe('capabilities().missing', () => {
  it.each(cases)(
    'names what makes a flow available, for exactly those that are not: $type over $families, data points: $dataPoints',
    async ({ id, families, dataPoints }) => {
      const harness = createHarness({ lock: { id }, families, dataPoints })
      const { panel, options } = harness
      const { can, missing } = await capabilitiesOf(harness, panel, options)
      for (const ability of Object.keys(can) as Ability[]) {
        expect([ability, missing[ability] === undefined]).toEqual([ability, can[ability]])
        for (const channel of missing[ability] ?? []) {
          const { operations } = channel
          for (const name of operations)
            expect(capabilities(panel, harness.deviceId, options).supports(name)).toBe(false)
          // Everything that a channel lacks is needed, and enough.
          const more = withOperations(harness, operations)
          const next = await capabilitiesOf(harness, more, completed(harness, channel)).catch(
            (error: unknown) => error,
          )
          expect(next).toMatchObject({ can: { [ability]: true } })
        }
      }
    },
  )

  it('names the operation that a Zigbee lock does not support, and the option that was not passed', async () => {
    const harness = createHarness({ lock: seed.locks.garage, families: ['mini-program'] })
    const { passwordCipher: _, ...options } = harness.options
    const { missing } = await capabilitiesOf(harness, harness.panel, options)
    expect(missing.sharing).toEqual([
      { operations: ['doorLock.createPermissionSharing'], options: [], dataPoints: [] },
    ])
    expect(missing.temporaryPasswords?.[0]).toEqual({
      operations: [],
      options: ['passwordCipher'],
      dataPoints: [],
    })
    expect(missing.records).toBeUndefined()
  })

  it('names the operations that the registry of the panel does not have', async () => {
    const harness = createHarness({ lock: seed.locks.frontDoor, families: ['mini-program'] })
    const panel = createPanel({
      actions: {},
      transport: harness.simulator.asTransport(),
      clock: harness.clock,
    })
    const { missing } = await capabilitiesOf(harness, panel, harness.options)
    expect(missing.remoteUnlock).toEqual([
      {
        operations: ['doorLock.passwordFreeOpen', 'doorLock.passwordTicket'],
        options: [],
        dataPoints: [],
      },
      {
        operations: ['tuya.m.zigbee.lock.remotepwd.execute'],
        options: [],
        dataPoints: [],
      },
    ])
  })

  it('names the data points of the methods that a lock opened only by phone cannot enrol', async () => {
    const harness = createHarness({
      lock: seed.locks.frontDoor,
      families: ['mini-program', 'open-api'],
    })
    Object.assign(harness.lock, { dpIds: { unlock_phone_remote: 62 } })
    const { missing } = await capabilitiesOf(harness, harness.panel, harness.options)
    expect(missing.enrolment).toContainEqual({
      operations: [],
      options: [],
      dataPoints: ['unlock_fingerprint'],
    })
  })
})
