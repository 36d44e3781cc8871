import { seed } from '../../../simulator'
import { dpSchema } from '../../../src/data-points/dp-schema'
import { records } from '../../../src/flows/records/records'
import type { RecordStream } from '../../../src/flows/records/stream'
import type { FlowHarness } from '../support/flow-harness'
import type { Scenario } from '../support/scenario'
import type { Outcome } from '../support/settle'

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

/** How many records every source together has; nothing may be missing where reading succeeds. */
const reads = (count: number): Pick<Scenario, 'run' | 'check'> => ({
  run: (stage) => read(stage, { pageSize: 2 }).take(100),
  check: (stage, outcome) => {
    noKeyIsTold(stage, outcome)
    const ids = idsOf(outcome)
    if (ids !== undefined && new Set(ids).size !== count)
      throw new Error(`${ids.length} records in place of ${count}`)
  },
})

/** The newest record is deleted while the pages are read; it was told already. */
const readsAcrossADeletion = (count: number): Pick<Scenario, 'run' | 'check'> => ({
  ...reads(count),
  run: async (stage) => {
    const stream = read(stage, { pageSize: 2 })
    const first = await stream.take(2)
    const { log } = stage.simulator.world
    log.splice(
      log.findIndex(({ id }) => id === first[0]?.id),
      1,
    )
    return [...first, ...(await stream.take(100))]
  },
})

/** Waits for the first record that is new. */
const listens: Pick<Scenario, 'run' | 'check'> = {
  run: async (stage) => {
    const stream = read(stage)
    await stream.take(1)
    openNow(stage)
    const first = await new Promise<unknown>((resolve) => {
      const listening = stream.live$.subscribe((record) => {
        resolve(record)
        listening.unsubscribe()
      })
    })
    return [first]
  },
  check: (stage, outcome) => {
    noKeyIsTold(stage, outcome)
    const ids = idsOf(outcome)
    if (ids !== undefined && ids[0] !== '700000001') throw new Error('another record was told')
  },
}

const idsOf = (outcome: Outcome<unknown>): readonly string[] | undefined =>
  'value' in outcome
    ? (outcome.value as readonly { readonly id: string }[]).map(({ id }) => id)
    : undefined

/** The keys of pictures, which no event, no error and no record may tell. */
const noKeyIsTold = ({ simulator, events }: FlowHarness, outcome: Outcome<unknown>): void => {
  const told = JSON.stringify(events) + JSON.stringify(outcome) + String(Object.values(outcome)[0])
  for (const { media } of simulator.world.log)
    if (media !== undefined && told.includes(media.key)) throw new Error('the key of a picture')
}

export const recordsScenarios: readonly Scenario[] = [
  { flow: 'records: read', over: 'mini-program', stage: overMiniProgram, ...reads(6) },
  { flow: 'records: read', over: 'panel', stage: overPanel, ...reads(5) },
  { flow: 'records: read', over: 'mini-program and panel', stage: overBoth, ...reads(6) },
  {
    flow: 'records: read',
    over: 'mini-program, Bluetooth',
    stage: { lock: gardenGate, families: ['mini-program'] },
    ...reads(1),
  },
  {
    flow: 'records: read',
    over: 'mini-program, Zigbee',
    stage: { lock: garage, families: ['mini-program'] },
    prepare: openNow,
    ...reads(1),
  },
  {
    flow: 'records: read across a deletion',
    over: 'mini-program',
    stage: overMiniProgram,
    ...readsAcrossADeletion(6),
  },
  {
    flow: 'records: read across a deletion',
    over: 'panel',
    stage: overPanel,
    ...readsAcrossADeletion(5),
  },
  { flow: 'records: live', over: 'mini-program', stage: overMiniProgram, ...listens },
  { flow: 'records: live', over: 'panel', stage: overPanel, ...listens },
  {
    flow: 'records: live',
    over: 'mini-program and data points',
    stage: { ...overMiniProgram, dataPoints: true },
    ...listens,
  },
  {
    flow: 'records: picture',
    over: 'mini-program',
    stage: sampled,
    run: async (stage) => {
      const alarms = read(stage, { kinds: ['alarm'], sources: ['doorLock.operateRecords'] })
      const withPicture = (await alarms.take(100)).find(({ media }) => media !== undefined)
      const picture = await withPicture?.media?.()
      if (picture === undefined) throw new Error('no picture')
      return [{ id: picture.url }]
    },
    check: noKeyIsTold,
  },
]
