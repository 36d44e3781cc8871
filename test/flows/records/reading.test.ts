import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { dpSchema } from '../../../src/data-points/dp-schema'
import type { RecordSource } from '../../../src/flows/records/lock-record'
import { type HarnessOptions, START_MS } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { recordHarness, short } from './record-harness'

const { frontDoor, gardenGate, garage, porch } = seed.locks
const overMiniProgram = { lock: frontDoor, families: ['mini-program'] } as const
const overPanel = { lock: frontDoor, families: ['panel'] } as const
const overBoth = { lock: frontDoor, families: ['mini-program', 'panel'] } as const

const pairing = '1700000600000 operation dev_bind Olivia'
const frontDoorLog = [
  '1750200000000 alarm low_battery',
  '1750150000000 opening card',
  '1750100000000 alarm wrong_password',
  '1750050000000 opening fingerprint Adam',
  '1750000000000 alarm fingerprint Olivia',
]

describe('records()', () => {
  it.each<[string, HarnessOptions, readonly string[]]>([
    ['mini-program actions', overMiniProgram, [...frontDoorLog, pairing]],
    ['panel APIs', overPanel, frontDoorLog],
    ['both families', overBoth, [...frontDoorLog, pairing]],
    [
      'a Bluetooth lock',
      { lock: gardenGate, families: ['mini-program'] },
      ['1750300000000 alarm pry'],
    ],
  ])('emits each record once, newest first, over %s', async (_, harness, expected) => {
    for (const shape of ['documented', 'sampled'] as const)
      expect((await recordHarness({ ...harness, shape }).all()).map(short)).toEqual(expected)
  })

  it('reads one page of a list whose rows are all read from another one, for the first records', async () => {
    const { log, read, clock, steps } = recordHarness(overMiniProgram)
    for (let minute = 0; minute < 200; minute++) log({ timeMs: START_MS + minute * 60_000 })
    const stream = read()
    const first = await settle(clock, stream.take(10))
    expect(first.map(({ sources }) => sources)).toEqual(
      Array.from({ length: 10 }, () => ['doorLock.listRecords']),
    )
    expect(steps).toEqual(['doorLock.listRecords', 'doorLock.operateRecords'])
  })

  it('names the sources of a merged record, the richest first', async () => {
    const [latest] = await recordHarness(overBoth).all({ merge: true })
    expect(latest).toEqual({
      id: '500000006',
      atMs: 1_750_200_000_000,
      kind: 'alarm',
      alarm: 'low_battery',
      code: 'alarm_lock',
      isBindable: false,
      isCurrentUser: false,
      sources: [
        'doorLock.listRecords',
        'doorLock.operateRecords',
        'tuya.m.device.lock.alarm.list',
        'doorLock.alarmLogs',
      ],
    })
  })

  it('contains the method and the user of an opening, and whether it can be assigned', async () => {
    const [card, finger] = await recordHarness(overMiniProgram).all({ kinds: ['opening'] })
    expect(card).toMatchObject({
      method: 'card',
      unlockSn: 2,
      methodName: 'Spare card',
      isBindable: true,
    })
    expect(card).not.toHaveProperty('userId')
    expect(finger).toMatchObject({
      method: 'fingerprint',
      code: 'unlock_fingerprint',
      unlockSn: 3,
      methodName: 'Index finger',
      userId: '1002',
      userName: 'Adam',
      isBindable: false,
    })
  })

  it.each([overMiniProgram, overPanel])(
    'contains the fingerprint of a duress alarm over $families',
    async (harness) => {
      const alarms = await recordHarness(harness).all({ kinds: ['alarm'] })
      expect(alarms[2]).toMatchObject({
        alarm: 'duress',
        code: 'hijack',
        method: 'fingerprint',
        unlockSn: 2,
        userName: 'Olivia',
      })
    },
  )

  it('contains the users who unlocked together, and the door', async () => {
    const [record] = await recordHarness({ lock: porch, families: ['mini-program'] }).all()
    expect(record).toMatchObject({
      channelId: '1',
      together: [
        { userName: 'Olivia', methodName: 'Right thumb', method: 'fingerprint' },
        { userName: 'Olivia', methodName: 'Family code', method: 'password' },
      ],
    })
  })

  it('distinguishes a doorbell from an alarm', async () => {
    const harness = recordHarness(overMiniProgram)
    harness.log({ category: 'alarm_record', type: 'doorbell', value: 'true' })
    const rings = await harness.all({ kinds: ['doorbell'], merge: true })
    expect(rings.map(({ atMs, kind, sources }) => ({ atMs, kind, sources }))).toEqual([
      {
        atMs: START_MS,
        kind: 'doorbell',
        sources: ['doorLock.listRecords', 'doorLock.operateRecords', 'doorLock.alarmLogs'],
      },
    ])
  })

  it('reads both logs of a Zigbee lock, in whole seconds', async () => {
    const harness = recordHarness({ lock: garage, families: ['mini-program', 'panel'] })
    harness.log({ timeMs: START_MS - 60_000 + 700, type: 'unlock_password', value: '2' })
    harness.log({
      timeMs: START_MS + 200,
      category: 'alarm_record',
      type: 'alarm_lock',
      value: 'pry',
    })
    expect((await harness.all()).map(short)).toEqual([
      `${START_MS} alarm pry`,
      `${START_MS - 60_000} opening password Chloe`,
    ])
    expect(new Set(harness.steps)).toEqual(new Set(['doorLock.openingLogs', 'doorLock.alarmLogs']))
  })
})

describe('a record query', () => {
  it.each([
    ['openings', {}],
    ['alarms', { category: 'alarm_record', type: 'alarm_lock', value: 'pry' }],
  ] as const)('excludes older and newer records to the millisecond: %s', async (_, entry) => {
    const harness = recordHarness(overBoth)
    for (const ms of [0, 300, 600, 900]) harness.log({ timeMs: START_MS + ms, ...entry })
    const read = await harness.all({ fromMs: START_MS + 300, toMs: START_MS + 600 })
    expect(read.map(({ atMs }) => atMs - START_MS)).toEqual([600, 300])
  })

  it('reads only the sources with the requested kinds', async () => {
    const harness = recordHarness(overBoth)
    expect((await harness.all({ kinds: ['operation'] })).map(short)).toEqual([pairing])
    expect(harness.steps).toEqual(['doorLock.operateRecords'])
  })

  it('reads only the named sources', async () => {
    const harness = recordHarness(overBoth)
    const sources: readonly RecordSource[] = ['doorLock.openingLogs', 'doorLock.alarmLogs']
    expect((await harness.all({ sources })).map(short)).toEqual(frontDoorLog)
    expect(new Set(harness.steps)).toEqual(new Set(sources))
  })

  it('with an invalid field is rejected before a request is sent', async () => {
    const { read, steps } = recordHarness(overMiniProgram)
    const invalid = [
      { fromMs: -1 },
      { toMs: 1.5 },
      { fromMs: 2, toMs: 1 },
      { kinds: [] },
      { sources: ['doorLock.loglatest'] as never },
      { pageSize: 101 },
      { merge: 1 as never },
    ]
    for (const query of invalid)
      expect(() => read(query)).toThrow(expect.objectContaining({ kind: 'params' }))
    await expect(read().take(0)).rejects.toMatchObject({ kind: 'params', action: 'records.take' })
    expect(steps).toEqual([])
  })

  it('is rejected if no source of the lock contains the requested records', () => {
    const unsupported = expect.objectContaining({ kind: 'unsupported' })
    const zigbee = recordHarness({ ...overMiniProgram, lock: garage })
    expect(() => zigbee.read({ kinds: ['operation'] })).toThrow(unsupported)
    expect(() => zigbee.read({ sources: ['doorLock.listRecords'] })).toThrow(unsupported)
    expect(zigbee.steps).toEqual([])
  })

  it('reads the data point ids from the cloud if the host has no schema', async () => {
    const harness = recordHarness(overBoth)
    const named = await harness.all({ sources: ['tuya.m.scale.history.list'] })
    expect(named.map(short)).toEqual([
      '1750150000000 opening card',
      '1750050000000 opening fingerprint Adam',
    ])
    expect(harness.steps).toEqual([
      'doorLock.getAvailableInstructions',
      'tuya.m.scale.history.list',
    ])
  })

  it('fails if it names a source by ids and the lock has none of them', async () => {
    const schema = dpSchema([{ code: 'alarm_lock', id: 8 }])
    const { clock, read, steps } = recordHarness(overPanel, { schema })
    const stream = read({ kinds: ['doorbell'], sources: ['tuya.m.device.lock.alarm.list'] })
    expect(await failureOf(clock, stream.next())).toMatchObject({ kind: 'unsupported' })
    expect(steps).toEqual([])
  })
})

describe('the pages of records()', () => {
  it('are requested as needed', async () => {
    const harness = recordHarness(overMiniProgram)
    for (let hour = 1; hour <= 9; hour++) harness.log({ timeMs: START_MS - hour * 3_600_000 })
    const stream = harness.read({ pageSize: 3, merge: true })
    expect(harness.steps).toEqual([])
    expect(await settle(harness.clock, stream.take(2))).toHaveLength(2)
    // Each source once; all alarms are older, so their second page is not read.
    expect([...harness.steps].sort()).toEqual([
      'doorLock.alarmLogs',
      'doorLock.listRecords',
      'doorLock.openingLogs',
      'doorLock.operateRecords',
    ])
    expect(await settle(harness.clock, stream.take(7))).toHaveLength(7)
    expect(harness.steps.filter((step) => step === 'doorLock.alarmLogs')).toHaveLength(1)
    expect(await settle(harness.clock, stream.take(100))).toHaveLength(6)
    expect(await settle(harness.clock, stream.take(100))).toEqual([])
  })

  it.each([
    ['a source without ids', ['doorLock.openingLogs']],
    ['a source with ids', ['doorLock.listRecords']],
    ['all sources', undefined],
  ] as const)(
    'lose and repeat no record if the lock is opened meanwhile: %s',
    async (_, sources) => {
      const harness = recordHarness(overMiniProgram)
      for (let minute = 1; minute <= 7; minute++)
        harness.log({ timeMs: START_MS - minute * 60_000, value: '2' })
      const stream = harness.read({ kinds: ['opening'], pageSize: 3, ...(sources && { sources }) })
      const first = await settle(harness.clock, stream.take(3))
      harness.log({ timeMs: START_MS })
      harness.log({ timeMs: START_MS })
      const rest = await settle(harness.clock, stream.take(100))
      const minutesAgo = [...first, ...rest].map(({ atMs }) => (START_MS - atMs) / 60_000)
      expect(minutesAgo.slice(0, 7)).toEqual([1, 2, 3, 4, 5, 6, 7])
      expect(rest).toHaveLength(6)
    },
  )

  it('end at the start of the requested range', async () => {
    const harness = recordHarness({ ...overPanel })
    for (let minute = 1; minute <= 9; minute++) harness.log({ timeMs: START_MS - minute * 60_000 })
    const read = await harness.all({ fromMs: START_MS - 120_000, pageSize: 2, kinds: ['opening'] })
    expect(read).toHaveLength(2)
    expect(harness.steps).toHaveLength(2)
  })
})
