import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { RecordSource } from '../../../src/flows/records/lock-record'
import { type HarnessOptions, START_MS } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { recordStage, short } from './record-stage'

const { frontDoor, gardenGate, garage, porch, office } = seed.locks
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

describe('the records of a lock', () => {
  it.each<[string, HarnessOptions, readonly string[]]>([
    ['mini-program actions', overMiniProgram, [...frontDoorLog, pairing]],
    ['panel APIs', overPanel, frontDoorLog],
    ['both', overBoth, [...frontDoorLog, pairing]],
    [
      'a Bluetooth lock',
      { lock: gardenGate, families: ['mini-program'] },
      ['1750300000000 alarm pry'],
    ],
  ])('come once each, newest first, over %s', async (_, stage, expected) => {
    for (const shape of ['documented', 'sampled'] as const)
      expect((await recordStage({ ...stage, shape }).all()).map(short)).toEqual(expected)
  })

  it('name everybody who told them, the richest first', async () => {
    const [latest] = await recordStage(overBoth).all()
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

  it('contain the method and the user of an unlock, and whether it can be assigned', async () => {
    const [card, finger] = await recordStage(overMiniProgram).all({ kinds: ['opening'] })
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
    'say by which finger somebody was forced: $families',
    async (stage) => {
      const alarms = await recordStage(stage).all({ kinds: ['alarm'] })
      expect(alarms[2]).toMatchObject({
        alarm: 'duress',
        code: 'hijack',
        method: 'fingerprint',
        unlockSn: 2,
        userName: 'Olivia',
      })
    },
  )

  it('say who unlocked together, and which door', async () => {
    const [record] = await recordStage({ lock: porch, families: ['mini-program'] }).all()
    expect(record).toMatchObject({
      channelId: '1',
      together: [
        { userName: 'Olivia', methodName: 'Right thumb', method: 'fingerprint' },
        { userName: 'Olivia', methodName: 'Family code', method: 'password' },
      ],
    })
  })

  it('tell a doorbell from an alarm', async () => {
    const stage = recordStage(overMiniProgram)
    stage.log({ category: 'alarm_record', type: 'doorbell', value: 'true' })
    const rings = await stage.all({ kinds: ['doorbell'] })
    expect(rings.map(({ atMs, kind, sources }) => ({ atMs, kind, sources }))).toEqual([
      {
        atMs: START_MS,
        kind: 'doorbell',
        sources: ['doorLock.listRecords', 'doorLock.operateRecords', 'doorLock.alarmLogs'],
      },
    ])
  })

  it('come of a Zigbee lock from its two logs, in whole seconds', async () => {
    const stage = recordStage({ lock: garage, families: ['mini-program', 'panel'] })
    stage.log({ timeMs: START_MS - 60_000 + 700, type: 'unlock_password', value: '2' })
    stage.log({
      timeMs: START_MS + 200,
      category: 'alarm_record',
      type: 'alarm_lock',
      value: 'pry',
    })
    expect((await stage.all()).map(short)).toEqual([
      `${START_MS} alarm pry`,
      `${START_MS - 60_000} opening password Chloe`,
    ])
    expect(new Set(stage.steps)).toEqual(new Set(['doorLock.openingLogs', 'doorLock.alarmLogs']))
  })
})

describe('a query', () => {
  it.each([
    ['openings', {}],
    ['alarms', { category: 'alarm_record', type: 'alarm_lock', value: 'pry' }],
  ] as const)('leaves out what is older or newer, to the millisecond: %s', async (_, entry) => {
    const stage = recordStage(overBoth)
    for (const ms of [0, 300, 600, 900]) stage.log({ timeMs: START_MS + ms, ...entry })
    const read = await stage.all({ fromMs: START_MS + 300, toMs: START_MS + 600 })
    expect(read.map(({ atMs }) => atMs - START_MS)).toEqual([600, 300])
  })

  it('asks only those who tell what is wanted', async () => {
    const stage = recordStage(overBoth)
    expect((await stage.all({ kinds: ['operation'] })).map(short)).toEqual([pairing])
    expect(stage.steps).toEqual(['doorLock.operateRecords'])
  })

  it('asks only those who are named', async () => {
    const stage = recordStage(overBoth)
    const sources: readonly RecordSource[] = ['doorLock.openingLogs', 'doorLock.alarmLogs']
    expect((await stage.all({ sources })).map(short)).toEqual(frontDoorLog)
    expect(new Set(stage.steps)).toEqual(new Set(sources))
  })

  it('is refused before anything leaves where it is wrong', async () => {
    const { read, steps } = recordStage(overMiniProgram)
    const wrong = [
      { fromMs: -1 },
      { toMs: 1.5 },
      { fromMs: 2, toMs: 1 },
      { kinds: [] },
      { sources: ['doorLock.loglatest'] as never },
      { pageSize: 101 },
    ]
    for (const query of wrong)
      expect(() => read(query)).toThrow(expect.objectContaining({ kind: 'params' }))
    await expect(read().take(0)).rejects.toMatchObject({ kind: 'params', action: 'records.take' })
    expect(steps).toEqual([])
  })

  it('is refused where the lock has nothing that could answer it', () => {
    const refused = expect.objectContaining({ kind: 'unsupported' })
    expect(() => recordStage({ ...overMiniProgram, lock: office }).read()).toThrow(refused)
    const zigbee = recordStage({ ...overMiniProgram, lock: garage })
    expect(() => zigbee.read({ kinds: ['operation'] })).toThrow(refused)
    expect(() => zigbee.read({ sources: ['doorLock.listRecords'] })).toThrow(refused)
    expect(zigbee.steps).toEqual([])
  })

  it('takes the ids of the lock from the cloud where the host does not tell them', async () => {
    const stage = recordStage(overBoth)
    const named = await stage.all({ sources: ['tuya.m.scale.history.list'] })
    expect(named.map(short)).toEqual([
      '1750150000000 opening card',
      '1750050000000 opening fingerprint Adam',
    ])
    expect(stage.steps).toEqual(['doorLock.getAvailableInstructions', 'tuya.m.scale.history.list'])
  })

  it('that names a list by ids fails where the lock has none of them', async () => {
    const { clock, read, steps } = recordStage(overPanel)
    const stream = read({ kinds: ['doorbell'], sources: ['tuya.m.device.lock.alarm.list'] })
    expect(await failureOf(clock, stream.next())).toMatchObject({ kind: 'unsupported' })
    expect(steps).toEqual([])
  })
})

describe('pages', () => {
  it('are asked for as they are needed', async () => {
    const stage = recordStage(overMiniProgram)
    for (let hour = 1; hour <= 9; hour++) stage.log({ timeMs: START_MS - hour * 3_600_000 })
    const stream = stage.read({ pageSize: 3 })
    expect(stage.steps).toEqual([])
    expect(await settle(stage.clock, stream.take(2))).toHaveLength(2)
    // Each once; the alarms are all older, and stay unread beyond their first page.
    expect([...stage.steps].sort()).toEqual([
      'doorLock.alarmLogs',
      'doorLock.listRecords',
      'doorLock.openingLogs',
      'doorLock.operateRecords',
    ])
    expect(await settle(stage.clock, stream.take(7))).toHaveLength(7)
    expect(stage.steps.filter((step) => step === 'doorLock.alarmLogs')).toHaveLength(1)
    expect(await settle(stage.clock, stream.take(100))).toHaveLength(6)
    expect(await settle(stage.clock, stream.take(100))).toEqual([])
  })

  it.each([
    ['without ids', ['doorLock.openingLogs']],
    ['with ids', ['doorLock.listRecords']],
    ['all', undefined],
  ] as const)('lose and repeat nothing where somebody opens meanwhile: %s', async (_, sources) => {
    const stage = recordStage(overMiniProgram)
    for (let minute = 1; minute <= 7; minute++)
      stage.log({ timeMs: START_MS - minute * 60_000, value: '2' })
    const stream = stage.read({ kinds: ['opening'], pageSize: 3, ...(sources && { sources }) })
    const first = await settle(stage.clock, stream.take(3))
    stage.log({ timeMs: START_MS })
    stage.log({ timeMs: START_MS })
    const rest = await settle(stage.clock, stream.take(100))
    const minutesAgo = [...first, ...rest].map(({ atMs }) => (START_MS - atMs) / 60_000)
    expect(minutesAgo.slice(0, 7)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(rest).toHaveLength(6)
  })

  it('end where nothing older is wanted', async () => {
    const stage = recordStage({ ...overPanel })
    for (let minute = 1; minute <= 9; minute++) stage.log({ timeMs: START_MS - minute * 60_000 })
    const read = await stage.all({ fromMs: START_MS - 120_000, pageSize: 2, kinds: ['opening'] })
    expect(read).toHaveLength(2)
    expect(stage.steps).toHaveLength(2)
  })
})
