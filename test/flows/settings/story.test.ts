import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { Setting } from '../../../src/flows/settings/setting'
import type { HarnessOptions } from '../support/flow-harness'
import { failureOf, outcomeOf, pass, settle } from '../support/settle'
import { commandsOf, inMiniProgram, rowOf, settingsOver } from './support'

const { frontDoor, garage, gardenGate, loft } = seed.locks

const hosts: readonly (readonly [string, HarnessOptions])[] = [
  ['mini-program with a schema', { lock: frontDoor, families: ['mini-program'] }],
  ['open-api, Wi-Fi', { lock: frontDoor, families: ['open-api'] }],
  ['open-api, gateway Bluetooth', { lock: loft, families: ['open-api'] }],
  ['ty, Zigbee', { lock: garage, families: ['panel'], host: 'ty' }],
  ['TYSdk, Bluetooth', { lock: gardenGate, families: ['panel'], host: 'TYSdk' }],
]

const doorOf = (input: HarnessOptions) =>
  input.families[0] === 'mini-program' ? inMiniProgram(input) : settingsOver(input)

describe.each(hosts)('the settings over %s', (_, input) => {
  it('list one row for each data point that is a setting, and no operation of the lock', async () => {
    const { door, clock } = doorOf(input)
    const rows = await settle(clock, door.list())
    expect(rows.map(({ code }) => code)).toEqual([
      'language',
      'beep_volume',
      'automatic_lock',
      'auto_lock_time',
    ])
    expect(rowOf(rows, 'beep_volume')).toMatchObject({
      name: 'volume',
      kind: 'enum',
      value: 'normal',
      range: ['mute', 'low', 'normal', 'high'],
      isWritable: true,
      id: '31',
    })
    expect(rowOf(rows, 'auto_lock_time')).toMatchObject({
      name: 'automaticLockTime',
      ...{ kind: 'value', min: 10, max: 300, step: 5, unit: 's' },
    })
    expect(rowOf(rows, 'auto_lock_time')).not.toHaveProperty('value')
  })

  it('set a value once, resolve with the report, and leave nothing open', async () => {
    const harness = doorOf(input)
    const { door, clock, lock, listeners, timers } = harness
    expect(await settle(clock, door.set('automaticLockTime', 60))).toBe(60)
    expect(await settle(clock, door.set('automatic_lock', true))).toBe(true)
    expect((await settle(clock, door.get('automaticLockTime'))).value).toBe(60)
    expect(lock.status).toContainEqual({ code: 'automatic_lock', value: true })
    expect(commandsOf(harness)).toHaveLength(2)
    expect([listeners.now, timers.now]).toEqual([0, 0])
  })

  it('refuse what the lock does not accept before anything is sent', async () => {
    const harness = doorOf(input)
    const { door, clock, steps } = harness
    await settle(clock, door.list())
    const sent = steps.length
    for (const [code, value] of [
      ['volume', 'loud'],
      ['volume', 1],
      ['automaticLock', 'true'],
      ['automaticLockTime', 9],
      ['automaticLockTime', 305],
      ['automaticLockTime', 12],
      ['automaticLockTime', Number.NaN],
    ] as const)
      expect(await failureOf(clock, door.set(code, value))).toMatchObject({ kind: 'params' })
    for (const code of ['lock_motor_state', 'unlock_fingerprint', 'toString', 'child_lock'])
      expect(await failureOf(clock, door.set(code, true))).toMatchObject({ kind: 'unsupported' })
    expect(steps.length).toBe(sent)
    expect(commandsOf(harness)).toEqual([])
  })

  it('fail with an unknown outcome while the lock sleeps, which executes the command later, once', async () => {
    const harness = doorOf(input)
    const { door, clock, lock, timers, listeners } = harness
    lock.asleepUntilMs = clock.now() + 60_000
    const error = await failureOf(clock, door.set('volume', 'mute'))
    expect(error).toMatchObject({ kind: 'outcome-unknown', causeKind: 'unconfirmed' })
    expect([listeners.now, timers.now]).toEqual([0, 0])
    await pass(clock, 61_000)
    expect((await settle(clock, door.get('volume'))).value).toBe('mute')
    expect(commandsOf(harness)).toHaveLength(1)
  })

  it('send one value at a time', async () => {
    const harness = doorOf(input)
    const { door, clock } = harness
    const both = Promise.all([door.set('volume', 'low'), door.set('volume', 'high')])
    expect(await settle(clock, both)).toEqual(['low', 'high'])
    expect(commandsOf(harness)).toHaveLength(2)
    expect((await settle(clock, door.get('volume'))).value).toBe('high')
  })
})

describe.each(['ty', 'TYSdk'] as const)('changes$ over %s', (host) => {
  it('emits a row for each report of a setting, and completes with the panel', async () => {
    const harness = settingsOver({ lock: gardenGate, families: ['panel'], host })
    const { door, clock, simulator, deviceId, panel, listeners } = harness
    const changes: Setting[] = []
    let isComplete = false
    door.changes$.subscribe({
      next: (change) => changes.push(change),
      complete: () => (isComplete = true),
    })
    const link = simulator.asDataPoints({ deviceId })
    link.send({ beep_volume: 'high' }).subscribe()
    link.send({ lock_motor_state: true }).subscribe()
    await pass(clock, 1_000)
    expect(changes).toMatchObject([{ name: 'volume', value: 'high', kind: 'enum' }])
    panel.close()
    expect([isComplete, listeners.now]).toEqual([true, 0])
  })
})

describe('settings that no panel can read', () => {
  it('fail with an UnsupportedError that names what is missing', async () => {
    const { door, clock } = settingsOver({ lock: frontDoor, families: ['mini-program'] })
    const error = await failureOf(clock, door.list())
    expect(error).toMatchObject({ kind: 'unsupported' })
    expect(String(error)).toContain('option schema')
    expect(await outcomeOf(clock, door.set('volume', 'low'))).toMatchObject({
      error: { kind: 'unsupported' },
    })
  })

  it('come from the standard instruction set if the project has no access to the newer interface', async () => {
    const { door, clock, simulator, steps } = settingsOver({
      lock: frontDoor,
      families: ['open-api'],
    })
    simulator.faults.always('GET /v2.0/cloud/thing/{device_id}/model', { vendorCode: 1106 })
    expect(await settle(clock, door.set('volume', 'low'))).toBe('low')
    expect(steps).toContain('POST /v1.0/devices/{device_id}/commands')
    expect(await settle(clock, door.get('volume'))).not.toHaveProperty('id')
  })
})
