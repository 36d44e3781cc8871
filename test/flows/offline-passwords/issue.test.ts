import { describe, expect, it } from 'vitest'
import type { OfflineRequest } from '../../../src/flows/offline-passwords/offline-request'
import { failureOf, settle } from '../support/settle'
import { START_MS } from '../support/stage'
import { HOUR_MS, MINUTE_MS, offlineStage } from './offline-stage'

const GET = 'tuya.m.device.lock.offlinepwd.get'

describe.each(['documented', 'sampled'] as const)('an offline password, %s answers', (shape) => {
  it('for one time is good from the full hour on, for six hours, once', async () => {
    const { clock, flow, type, lock } = offlineStage({ shape })
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

  it('for one time is over at the end of its window', async () => {
    const { clock, flow, type } = offlineStage({ shape })
    const { password, toMs } = await settle(clock, flow.offline({ kind: 'once' }))
    clock.advance(toMs - clock.now())
    expect(type(password)).toBe('wrong')
  })

  it('for many times counts in full hours at both ends', async () => {
    const { clock, flow, type, simulator } = offlineStage({ shape })
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

  it('for many times that nobody types within a day of its start never opens', async () => {
    const { clock, flow, type } = offlineStage({ shape })
    const toMs = START_MS + 90 * HOUR_MS
    const issued = await settle(clock, flow.offline({ kind: 'multiple', fromMs: START_MS, toMs }))
    clock.advance(issued.useFirstBeforeMs - clock.now())
    expect(type(issued.password)).toBe('wrong')
  })

  it('that clears all ends the others, and opens nothing', async () => {
    const { clock, flow, type } = offlineStage({ shape })
    const toMs = START_MS + 9 * HOUR_MS
    const once = await settle(clock, flow.offline({ kind: 'once' }))
    const many = await settle(clock, flow.offline({ kind: 'multiple', fromMs: START_MS, toMs }))
    expect(type(many.password)).toBe('opened')
    const clearing = await settle(clock, flow.offline({ kind: 'clear-all' }))
    expect(clearing).toMatchObject({ fromMs: START_MS, toMs: START_MS + 24 * HOUR_MS })
    expect(type(clearing.password)).toBe('cleared')
    expect([once, many, clearing].map(({ password }) => type(password))).toEqual([
      'wrong',
      'wrong',
      'wrong',
    ])
  })
})

describe('an offline password', () => {
  it('is noted with its name and the phone that it is for', async () => {
    const { clock, flow, simulator } = offlineStage()
    const phone = { countryCode: '44', number: '7700900000' }
    await settle(clock, flow.offline({ kind: 'once', name: 'Parcel', phone }))
    expect(simulator.world.offlinePasswords.at(-1)).toMatchObject({
      name: 'Parcel',
      mobile: '7700900000',
    })
    expect(simulator.requests.at(-1)?.params).toMatchObject({ countryCode: '44' })
  })

  it.each<readonly [string, unknown, readonly string[]]>([
    ['nothing', undefined, ['kind']],
    ['no such kind', { kind: 'clear-one' }, ['kind']],
    ['times for one time', { kind: 'once', fromMs: START_MS, toMs: START_MS }, ['fromMs', 'toMs']],
    ['no times', { kind: 'multiple' }, ['fromMs', 'toMs']],
    ['a date as text', { kind: 'multiple', fromMs: '2026', toMs: START_MS }, ['fromMs']],
    ['no full hour', { kind: 'multiple', fromMs: START_MS, toMs: START_MS + 1 }, ['toMs']],
    [
      'an end that is over once it is cut down to the hour',
      { kind: 'multiple', fromMs: START_MS - HOUR_MS, toMs: START_MS + 30 * MINUTE_MS },
      ['toMs'],
    ],
    [
      'a start that is a day back: nobody could type it in time',
      { kind: 'multiple', fromMs: START_MS - 24 * HOUR_MS, toMs: START_MS + 24 * HOUR_MS },
      ['fromMs'],
    ],
  ])('is not asked for with %s', async (_, order, paths) => {
    const { clock, flow, steps } = offlineStage()
    const error = await failureOf(clock, flow.offline(order as OfflineRequest))
    expect(error).toMatchObject({
      kind: 'params',
      action: 'offlinePasswords.offline',
      issues: paths.map((path) => ({ path })),
    })
    expect(String(error)).not.toMatch(/\d{5}/)
    expect(steps).toEqual([])
  })

  it('may begin almost a day back', async () => {
    const { clock, flow } = offlineStage()
    const fromMs = START_MS - 23 * HOUR_MS
    const order = { kind: 'multiple', fromMs, toMs: START_MS + 24 * HOUR_MS } as const
    const { useFirstBeforeMs } = await settle(clock, flow.offline(order))
    expect(useFirstBeforeMs).toBe(START_MS + HOUR_MS)
  })

  it('comes out of a supply that ends', async () => {
    const { clock, flow, lock, steps } = offlineStage()
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

  it('whose answer is lost is not asked for again: nobody can show its digits', async () => {
    const { clock, flow, simulator, steps, events } = offlineStage()
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

  it('is asked for again where the cloud had too much to do, and issued once', async () => {
    const { clock, flow, simulator, steps } = offlineStage()
    simulator.faults.next(GET, 'throttle')
    await settle(clock, flow.offline({ kind: 'once' }))
    expect(steps).toEqual([GET, GET])
    expect(simulator.journal.map(({ command }) => command)).toEqual(['issue-offline-password'])
  })

  it('is of the panel family, and for Wi-Fi locks', async () => {
    const { clock, flow, steps } = offlineStage({ families: ['mini-program', 'open-api'] })
    expect(await failureOf(clock, flow.offline({ kind: 'once' }))).toMatchObject({
      kind: 'unsupported',
    })
    expect(steps).toEqual([])
    const gate = offlineStage({ lock: { id: 'vdevo-garden-gate' } })
    expect(await failureOf(gate.clock, gate.flow.offline({ kind: 'once' }))).toMatchObject({
      kind: 'unsupported',
      action: GET,
    })
    expect(gate.steps).toEqual([])
  })
})
