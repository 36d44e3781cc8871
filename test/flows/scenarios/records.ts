import { seed } from '../../../simulator'
import { dpSchema } from '../../../src/data-points/dp-schema'
import { records } from '../../../src/flows/records/records'
import type { RecordStream } from '../../../src/flows/records/stream'
import type { FlowHarness } from '../support/flow-harness'
import type { Scenario } from '../support/scenario'
import type { Outcome } from '../support/settle'
import { briefly, type Channel, inApp, overRoutes } from './channels'

const { frontDoor, gardenGate, garage } = seed.locks
const overMiniProgram = { lock: frontDoor, families: ['mini-program'] } as const
const overPanel = { lock: frontDoor, families: ['panel'] } as const
const overBoth = { lock: frontDoor, families: ['mini-program', 'panel'] } as const
const sampled = { ...overMiniProgram, shape: 'sampled' } as const

const read = (
  { panel, deviceId, options, lock }: FlowHarness,
  query?: Parameters<ReturnType<typeof records>['records']>[0],
): RecordStream =>
  records(panel, deviceId, {
    ...options,
    ...(panel.find('doorLock.getAvailableInstructions') === undefined && {
      schema: dpSchema(Object.entries(lock.dpIds).map(([code, id]) => ({ code, id }))),
    }),
  }).records(query)

const openNow = ({ simulator, deviceId, clock }: FlowHarness): void => {
  simulator.world.log.push({
    id: '700000001',
    lockId: deviceId,
    timeMs: clock.now(),
    category: 'unlock_record',
    type: 'unlock_fingerprint',
    value: '1',
    unread: true,
  })
}

/** Expects this number of records from all sources together if the read succeeds; fewer if a source is denied. */
const reads = (count: number): Pick<Scenario, 'run' | 'check'> => ({
  run: (harness) => read(harness, { pageSize: 2 }).take(100),
  check: (harness, outcome) => {
    hidesMediaKeys(harness, outcome)
    const ids = idsOf(outcome)
    const isDenied = harness.simulator.world.deniedActions !== undefined
    const found = new Set(ids).size
    if (ids !== undefined && (isDenied ? found > count : found !== count))
      throw new Error(`${ids.length} records instead of ${count}`)
  },
})

/** Deletes the newest record, which was already read, between two pages. */
const readsAcrossDeletion = (count: number): Pick<Scenario, 'run' | 'check'> => ({
  ...reads(count),
  run: async (harness) => {
    const stream = read(harness, { pageSize: 2 })
    const first = await stream.take(2)
    const { log } = harness.simulator.world
    log.splice(
      log.findIndex(({ id }) => id === first[0]?.id),
      1,
    )
    return [...first, ...(await stream.take(100))]
  },
})

/** Waits for the first new record. */
const observesLive: Pick<Scenario, 'run' | 'check'> = {
  run: async (harness) => {
    const stream = read(harness)
    await stream.take(1)
    openNow(harness)
    const first = await new Promise<unknown>((resolve) => {
      const subscription = stream.live$.subscribe((record) => {
        resolve(record)
        subscription.unsubscribe()
      })
    })
    return [first]
  },
  check: (harness, outcome) => {
    hidesMediaKeys(harness, outcome)
    const ids = idsOf(outcome)
    if (ids !== undefined && ids[0] !== '700000001') throw new Error('live$ emitted another record')
  },
}

const idsOf = (outcome: Outcome<unknown>): readonly string[] | undefined =>
  'value' in outcome
    ? (outcome.value as readonly { readonly id: string }[]).map(({ id }) => id)
    : undefined

/** No event, error or record may contain the key of a picture. */
const hidesMediaKeys = ({ simulator, events }: FlowHarness, outcome: Outcome<unknown>): void => {
  const output =
    JSON.stringify(events) + JSON.stringify(outcome) + String(Object.values(outcome)[0])
  for (const { media } of simulator.world.log)
    if (media !== undefined && output.includes(media.key))
      throw new Error('the output contains the key of a picture')
}

const { wifi, zigbee, gateway, accessControl } = overRoutes
/** Together with the opening of the preparation. */
const counts: readonly (readonly [Channel, number])[] = [
  [wifi, 6],
  [gateway, 1],
  [accessControl, 1],
  ...[zigbee, ...inApp.zigbee].map((channel) => [channel, 1] as const),
]

/** Over the channels of servers and of panels in the vendor's app. */
const otherScenarios: readonly Scenario[] = counts.flatMap(([[over, harness], count]) => [
  { flow: 'records: read', over, harness, prepare: openNow, ...reads(count) },
  { flow: 'records: live', over, harness, ...observesLive },
])

export const recordsScenarios: readonly Scenario[] = [
  { flow: 'records: read', over: 'mini-program', harness: overMiniProgram, ...reads(6) },
  { flow: 'records: read', over: 'panel', harness: overPanel, ...reads(5) },
  { flow: 'records: read', over: 'mini-program and panel', harness: overBoth, ...reads(6) },
  {
    flow: 'records: read',
    over: 'mini-program, Bluetooth',
    harness: { lock: gardenGate, families: ['mini-program'] },
    ...reads(1),
  },
  {
    flow: 'records: read',
    over: 'mini-program, Zigbee',
    harness: { lock: garage, families: ['mini-program'] },
    prepare: openNow,
    ...reads(1),
  },
  {
    flow: 'records: read across a deletion',
    over: 'mini-program',
    harness: overMiniProgram,
    ...readsAcrossDeletion(6),
  },
  {
    flow: 'records: read across a deletion',
    over: 'panel',
    harness: overPanel,
    ...readsAcrossDeletion(5),
  },
  { flow: 'records: live', over: 'mini-program', harness: overMiniProgram, ...observesLive },
  { flow: 'records: live', over: 'panel', harness: overPanel, ...observesLive },
  {
    flow: 'records: live',
    over: 'mini-program and data points',
    harness: { ...overMiniProgram, dataPoints: true },
    ...observesLive,
  },
  {
    flow: 'records: picture',
    over: 'mini-program',
    harness: sampled,
    run: async (harness) => {
      const alarms = read(harness, { kinds: ['alarm'], sources: ['doorLock.operateRecords'] })
      const withPicture = (await alarms.take(100)).find(({ media }) => media !== undefined)
      const picture = await withPicture?.media?.()
      if (picture === undefined) throw new Error('no picture')
      return [{ id: picture.url }]
    },
    check: hidesMediaKeys,
  },
  ...briefly(otherScenarios),
]
