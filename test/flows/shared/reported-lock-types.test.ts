import fc from 'fast-check'
import { Observable, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { seed } from '../../../simulator'
import type { Action, LockType } from '../../../src/core/action'
import { createPanel } from '../../../src/core/panel/create-panel'
import type { PanelEvent } from '../../../src/core/pipeline/events'
import { lockSupportOf, lockTypes, supportsLockType } from '../../../src/core/supports-lock-type'
import { dpSchema } from '../../../src/data-points/dp-schema'
import { lock } from '../../../src/flows/lock'
import { lockContext } from '../../../src/flows/shared/lock-context'
import { arbitraryOf } from '../../support/arbitrary'
import { createHarness, type HarnessOptions } from '../support/flow-harness'
import { settle } from '../support/settle'

const { office, garage } = seed.locks
const actions: readonly Action[] = Object.values(allActions)

const doorOf = (harnessOptions: HarnessOptions, more: object = {}) => {
  const harness = createHarness(harnessOptions)
  const door = lock(harness.panel, harness.deviceId, { ...harness.options, ...more })
  return { ...harness, door, run: <T>(work: PromiseLike<T>) => settle(harness.clock, work) }
}
const warningsOf = (events: readonly PanelEvent[]) =>
  events.flatMap((event) => (event.type === 'undocumented-lock-type' ? [event] : []))

const overMiniProgram = { lock: office, families: ['mini-program'] } as const
const schemaOf = ({ dpIds }: { readonly dpIds: object }) =>
  dpSchema(Object.entries(dpIds).map(([code, id]) => ({ code, id })))

describe('a lock of access control', () => {
  it('unlocks one of its doors by channelId, and says that the documents do not name it', async () => {
    const { door, run, events, simulator } = doorOf(overMiniProgram)
    await run(door.unlock({ channelId: '2' }).done)
    const opened = simulator.world.log.find(
      ({ lockId, channelId }) => lockId === office.id && channelId,
    )
    expect(opened?.channelId).toBe('2')
    const commands = warningsOf(events).filter(({ action }) =>
      /passwordTicket|FreeOpen/.test(action),
    )
    expect(commands.map(({ action, lockType }) => [action, lockType])).toEqual([
      ['doorLock.passwordTicket', 'access-control'],
      ['doorLock.passwordFreeOpen', 'access-control'],
    ])
  })

  it('shares the attempt of a double tap on one door, and is busy for another door', async () => {
    const { door, run, steps } = doorOf(overMiniProgram)
    const first = door.unlock({ channelId: '1' })
    expect(door.unlock({ channelId: '1' })).toBe(first)
    await expect(door.unlock({ channelId: '2' }).done).rejects.toMatchObject({ reason: 'busy' })
    await run(first.done)
    expect(steps.filter((step) => step === 'doorLock.passwordFreeOpen')).toHaveLength(1)
  })

  it('has temporary passwords and records', async () => {
    const { door, run, clock } = doorOf(overMiniProgram)
    const toMs = clock.now() + 86_400_000
    const input = { name: 'Cleaner', password: '1234567', toMs }
    const { id } = await run(door.temporaryPasswords.create(input))
    const listed = await run(door.temporaryPasswords.list())
    expect(listed.map((password) => password.id)).toContain(id)
    await run(door.unlock().done)
    const { value } = await run(door.records()[Symbol.asyncIterator]().next())
    expect(value).toMatchObject({ kind: 'opening' })
  })

  it('has these flows in its capabilities, also if the cloud refuses to list its data points', async () => {
    const { door, run } = doorOf(overMiniProgram)
    const can = { remoteUnlock: true, temporaryPasswords: true, records: true, sharing: false }
    expect((await run(door.capabilities())).can).toMatchObject(can)
    const refused = doorOf(overMiniProgram)
    refused.simulator.faults.always('doorLock.getAvailableInstructions', { vendorCode: 2004 })
    expect((await refused.run(refused.door.capabilities())).can).toMatchObject(can)
  })
})

describe('a Zigbee lock on a device panel', () => {
  it('lists its records and counts its unread alarms', async () => {
    const { door, run, deviceId, simulator } = doorOf(
      { lock: garage, families: ['panel'] },
      { schema: schemaOf(garage) },
    )
    await run(door.apiRequest('tuya.m.device.lock.alarm.unread', { devId: deviceId }))
    await run(
      door
        .records({ kinds: ['alarm'] })
        [Symbol.asyncIterator]()
        .next(),
    )
    expect(simulator.requests.map(({ action }) => action)).toEqual([
      'tuya.m.device.lock.alarm.unread',
      'tuya.m.device.lock.alarm.list',
    ])
  })
})

/** A panel whose transport refuses everything, with what reached it. */
const refusingPanel = () => {
  const sent: string[] = []
  const events: PanelEvent[] = []
  const panel = createPanel({
    actions: allActions,
    transport: {
      name: 'refusing',
      families: ['mini-program', 'open-api', 'panel'],
      send: ({ action }) =>
        new Observable((subscriber) => {
          sent.push(action)
          return throwError(() => new Error('refused')).subscribe(subscriber)
        }),
    },
  })
  panel.events$.subscribe((event) => events.push(event))
  return { panel, sent, events }
}

/** The routes that carry an operation for a lock type that the operation itself does not have. */
const carriersOf = ({ name }: Action, type: LockType): readonly Action[] =>
  actions.filter(({ twin, ...route }) => twin?.of === name && supportsLockType(route, type))

describe.each(lockTypes as readonly LockType[])(
  'every operation, for a lock of type %s,',
  (type) => {
    it('is sent if a document or a report names the type, with a warning for a report only', async () => {
      for (const action of actions) {
        const { panel, sent, events } = refusingPanel()
        const [params] = fc.sample(arbitraryOf(action.params), 1)
        const request = lock(panel, 'door', { type }).apiRequest as unknown as (
          ...args: unknown[]
        ) => Promise<unknown>
        const error = await request(action.name, params, { retry: false }).catch((reason) => reason)
        const supported = [action].filter((each) => supportsLockType(each, type))
        const carriers = supported.length > 0 ? supported : carriersOf(action, type)
        const carrier = carriers.find(({ name }) => name === sent[0])
        expect(sent, action.name).toEqual(carrier === undefined ? [] : [carrier.name])
        if (carrier === undefined) {
          expect(error).toMatchObject({ kind: 'unsupported' })
          // Each route has no place for one of the parameters.
          for (const { twin } of carriers) expect(twin?.params?.(params)).toBeTypeOf('string')
        } else if (supported.length > 0) expect(carrier).toBe(action)
        const isReported = carrier !== undefined && lockSupportOf(carrier, type) === 'reported'
        expect(warningsOf(events).map(({ lockType }) => lockType)).toEqual(isReported ? [type] : [])
      }
    })
  },
)

describe('an operation', () => {
  it('is reported only where the documents do not name the type', () => {
    for (const { name, locks, reportedLocks = [] } of actions)
      for (const type of reportedLocks)
        expect([name, locks]).not.toEqual([name, expect.arrayContaining([type])])
  })
})

describe('a flow', () => {
  it('prefers an operation that the documents name for the lock type', () => {
    const reported = 'doorLock.listUnallocatedOpmodes'
    const documented = 'GET /v1.0/devices/{device_id}/door-lock/unassigned-keys'
    const { panel } = refusingPanel()
    const channels = [
      [reported, 'reported'],
      [documented, 'documented'],
    ] as const
    const select = (
      type: LockType,
      from: readonly (readonly [typeof reported | typeof documented, string])[],
    ) => lockContext(panel, 'door', { type }).selectOperation('flow', from)
    expect(select('zigbee', channels)).toBe('documented')
    expect(select('zigbee', channels.slice(0, 1))).toBe('reported')
    expect(select('wifi', channels)).toBe('reported')
  })
})
