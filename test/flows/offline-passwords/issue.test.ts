import { describe, expect, it } from 'vitest'
import type { OfflineRequest } from '../../../src/flows/offline-passwords/offline-request'
import { START_MS } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { createOfflineHarness, HOUR_MS, MINUTE_MS } from './offline-harness'

const GET = 'tuya.m.device.lock.offlinepwd.get'

describe.each(['documented', 'sampled'] as const)('an offline password (%s answers)', (shape) => {
  it('of the kind once opens once, within six hours from the full hour', async () => {
    const { clock, flow, type, lock } = createOfflineHarness({ shape })
    lock.online = false
    const issued = await settle(clock, flow.offline({ kind: 'once', name: 'Parcel' }))
    expect(issued).toEqual({
      id: expect.stringMatching(/^\d+$/),
      password: expect.stringMatching(/^\d{10}$/),
      kind: 'once',
      fromMs: START_MS,
      toMs: START_MS + 6 * HOUR_MS,
      useFirstBeforeMs: START_MS + 6 * HOUR_MS,
    })
    expect(type(issued.password)).toBe('opened')
    expect(type(issued.password)).toBe('wrong')
  })

  it('of the kind once is rejected at the end of its window', async () => {
    const { clock, flow, type } = createOfflineHarness({ shape })
    const { password, toMs } = await settle(clock, flow.offline({ kind: 'once' }))
    clock.advance(toMs - clock.now())
    expect(type(password)).toBe('wrong')
  })

  it('of the kind multiple is valid between full hours', async () => {
    const { clock, flow, type, simulator } = createOfflineHarness({ shape })
    const fromMs = START_MS + 2 * HOUR_MS + 40 * MINUTE_MS
    const toMs = START_MS + 50 * HOUR_MS + 59 * MINUTE_MS
    const issued = await settle(clock, flow.offline({ kind: 'multiple', fromMs, toMs }))
    expect(issued).toMatchObject({
      fromMs: START_MS + 2 * HOUR_MS,
      toMs: START_MS + 50 * HOUR_MS,
      useFirstBeforeMs: START_MS + 26 * HOUR_MS,
    })
    expect(simulator.requests.at(-1)?.params).toMatchObject({
      pwdType: '0',
      gmtStart: issued.fromMs / 1000,
      gmtExpired: issued.toMs / 1000,
    })
    expect(type(issued.password)).toBe('wrong')
    clock.advance(issued.useFirstBeforeMs - 1 - clock.now())
    expect(type(issued.password)).toBe('opened')
    clock.advance(issued.toMs - 1 - clock.now())
    expect(type(issued.password)).toBe('opened')
    clock.advance(1)
    expect(type(issued.password)).toBe('wrong')
  })

  it('of the kind multiple is rejected without a first use within a day of its start', async () => {
    const { clock, flow, type } = createOfflineHarness({ shape })
    const toMs = START_MS + 90 * HOUR_MS
    const issued = await settle(clock, flow.offline({ kind: 'multiple', fromMs: START_MS, toMs }))
    clock.advance(issued.useFirstBeforeMs - clock.now())
    expect(type(issued.password)).toBe('wrong')
  })

  it('of the kind clear-all revokes the others, and does not open the door', async () => {
    const { clock, flow, type } = createOfflineHarness({ shape })
    const toMs = START_MS + 9 * HOUR_MS
    const once = await settle(clock, flow.offline({ kind: 'once' }))
    const multiple = await settle(clock, flow.offline({ kind: 'multiple', fromMs: START_MS, toMs }))
    expect(type(multiple.password)).toBe('opened')
    const clearing = await settle(clock, flow.offline({ kind: 'clear-all' }))
    expect(clearing).toMatchObject({ fromMs: START_MS, toMs: START_MS + 24 * HOUR_MS })
    expect(type(clearing.password)).toBe('cleared')
    expect([once, multiple, clearing].map(({ password }) => type(password))).toEqual([
      'wrong',
      'wrong',
      'wrong',
    ])
  })
})

describe('an offline password', () => {
  it('is issued with its name and phone number', async () => {
    const { clock, flow, simulator } = createOfflineHarness()
    const phone = { countryCode: '44', number: '7700900000' }
    await settle(clock, flow.offline({ kind: 'once', name: 'Parcel', phone }))
    expect(simulator.world.offlinePasswords.at(-1)).toMatchObject({
      name: 'Parcel',
      mobile: '7700900000',
    })
    expect(simulator.requests.at(-1)?.params).toMatchObject({ countryCode: '44' })
  })

  it.each<readonly [string, unknown, readonly string[]]>([
    ['undefined as the input', undefined, ['kind']],
    ['the kind clear-one', { kind: 'clear-one' }, ['kind']],
    [
      'times for the kind once',
      { kind: 'once', fromMs: START_MS, toMs: START_MS },
      ['fromMs', 'toMs'],
    ],
    ['no times for the kind multiple', { kind: 'multiple' }, ['fromMs', 'toMs']],
    ['a string as the start', { kind: 'multiple', fromMs: '2026', toMs: START_MS }, ['fromMs']],
    [
      'a window without a full hour',
      { kind: 'multiple', fromMs: START_MS, toMs: START_MS + 1 },
      ['toMs'],
    ],
    [
      'an end that has passed when rounded down to the hour',
      { kind: 'multiple', fromMs: START_MS - HOUR_MS, toMs: START_MS + 30 * MINUTE_MS },
      ['toMs'],
    ],
    [
      'a start one day ago, after which the first use is too late',
      { kind: 'multiple', fromMs: START_MS - 24 * HOUR_MS, toMs: START_MS + 24 * HOUR_MS },
      ['fromMs'],
    ],
  ])('is not requested with %s', async (_, request, paths) => {
    const { clock, flow, steps } = createOfflineHarness()
    const error = await failureOf(clock, flow.offline(request as OfflineRequest))
    expect(error).toMatchObject({
      kind: 'params',
      action: 'offlinePasswords.offline',
      issues: paths.map((path) => ({ path })),
    })
    expect(String(error)).not.toMatch(/\d{5}/)
    expect(steps).toEqual([])
  })

  it('may start almost a day ago', async () => {
    const { clock, flow } = createOfflineHarness()
    const fromMs = START_MS - 23 * HOUR_MS
    const request = { kind: 'multiple', fromMs, toMs: START_MS + 24 * HOUR_MS } as const
    const { useFirstBeforeMs } = await settle(clock, flow.offline(request))
    expect(useFirstBeforeMs).toBe(START_MS + HOUR_MS)
  })

  it('is issued from a limited supply', async () => {
    const { clock, flow, lock, steps } = createOfflineHarness()
    lock.offlineSupply.once = 1
    expect(await settle(clock, flow.available('once'))).toBe(true)
    await settle(clock, flow.offline({ kind: 'once' }))
    expect(await settle(clock, flow.available('once'))).toBe(false)
    expect(await settle(clock, flow.available('multiple'))).toBe(true)
    expect(await failureOf(clock, flow.offline({ kind: 'once' }))).toMatchObject({
      kind: 'vendor',
      code: 2307,
    })
    expect(steps.filter((step) => step === GET)).toHaveLength(2)
  })

  it('is not requested again after a lost answer, because no list shows its PIN', async () => {
    const { clock, flow, simulator, steps, events } = createOfflineHarness()
    simulator.faults.next(GET, 'drop-after')
    const error = await failureOf(clock, flow.offline({ kind: 'once', name: 'Parcel' }))
    expect(error).toMatchObject({
      kind: 'outcome-unknown',
      check: 'tuya.m.device.lock.offlinepwd.list',
    })
    expect(steps).toEqual([GET])
    const rows = await settle(clock, flow.list('once'))
    expect(rows.map(({ name }) => name)).toEqual(['Parcel', 'Parcel'])
    const { pin = '' } = simulator.world.offlinePasswords.at(-1) ?? {}
    expect(JSON.stringify([rows, events, String(error)])).not.toContain(pin)
  })

  it('is requested again after HTTP 429, and issued once', async () => {
    const { clock, flow, simulator, steps } = createOfflineHarness()
    simulator.faults.next(GET, 'throttle')
    await settle(clock, flow.offline({ kind: 'once' }))
    expect(steps).toEqual([GET, GET])
    expect(simulator.journal.map(({ command }) => command)).toEqual(['issue-offline-password'])
  })

  it('is not supported over the mini-program, or over the panel APIs on a Bluetooth lock', async () => {
    const { clock, flow, steps } = createOfflineHarness({ families: ['mini-program'] })
    expect(await failureOf(clock, flow.offline({ kind: 'once' }))).toMatchObject({
      kind: 'unsupported',
    })
    expect(steps).toEqual([])
    const gate = createOfflineHarness({ lock: { id: 'vdevo-garden-gate' } })
    expect(await failureOf(gate.clock, gate.flow.offline({ kind: 'once' }))).toMatchObject({
      kind: 'unsupported',
      action: 'offlinePasswords.offline',
    })
    expect(gate.steps).toEqual([])
  })
})
