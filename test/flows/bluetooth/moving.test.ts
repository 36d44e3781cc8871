import { describe, expect, it } from 'vitest'
import { getIssuedConfig } from '../../../actions/mini-program/door-lock/get-issued-config'
import { unlockInstruction } from '../../../actions/mini-program/door-lock/unlock-instruction'
import { seed } from '../../../simulator'
import { createPanel } from '../../../src/core/panel/create-panel'
import { bluetooth } from '../../../src/flows/bluetooth/bluetooth'
import { failureOf, settle } from '../support/settle'
import { atTheGate, CONFIG, MAKE, stepsOf } from './at-the-gate'
import { phoneLink } from './phone-link'

const { loft } = seed.locks

describe('a lock that is opened from a phone beside it', () => {
  it('is given a random, an instruction, and opens once', async () => {
    const { stage, ble, clock, orders, isUnlocked, steps } = atTheGate()
    const link = phoneLink(stage)
    const attempt = ble.open(link)
    const told = stepsOf(attempt)
    expect(await settle(clock, attempt.done)).toEqual({
      operation: 'unlock',
      confirmedBy: 'report',
      recordsWaiting: true,
    })
    expect(told).toEqual(['config', 'random', 'instruction', 'sending', 'waiting', 'done'])
    expect(steps).toEqual([CONFIG, 'send check_code_set', MAKE, 'send instruction'])
    expect(orders()).toEqual(['make-instruction', 'unlock'])
    expect(isUnlocked()).toBe(true)
    expect(stage.listeners.now + stage.timers.now).toBe(0)
  })

  it('needs no random where the cloud knows that the lock has it', async () => {
    const { stage, ble, clock, orders, steps } = atTheGate({ lock: loft })
    const attempt = ble.open(phoneLink(stage))
    const told = stepsOf(attempt)
    expect(await settle(clock, attempt.done)).toMatchObject({ recordsWaiting: false })
    expect(told).not.toContain('random')
    expect(steps).toEqual([CONFIG, MAKE, 'send instruction'])
    expect(orders()).toEqual(['make-instruction', 'unlock'])
  })

  it('is locked again over the same link, whose number goes on from the next_sn of the cloud', async () => {
    const { stage, ble, clock, orders, isUnlocked, asked, lock } = atTheGate()
    const link = phoneLink(stage)
    const first = link.sn
    await settle(clock, ble.open(link).done)
    // The random took a number before the instruction was made.
    expect(asked(MAKE)).toMatchObject([{ bluetooth_sn: first + 1, open: true }])
    const next = lock.ble?.made?.nextSn ?? 0
    expect(link.sn).toBe(next)

    await settle(clock, ble.close(link).done)
    expect(asked(MAKE)[1]).toMatchObject({ bluetooth_sn: next + 1, open: false })
    expect(orders()).toEqual(['make-instruction', 'unlock', 'make-instruction', 'lock'])
    expect(isUnlocked()).toBe(false)
  })

  it.each([3, 4] as const)('speaks version %i of the protocol', async (majorVersion) => {
    const { stage, ble, clock, orders, asked } = atTheGate()
    const link = phoneLink(stage, { majorVersion })
    await settle(clock, ble.open(link).done)
    expect(asked(MAKE)).toMatchObject([{ bluetooth_major_version: majorVersion }])
    expect(link.sent[0]?.slice(0, 2)).toBe(`0${majorVersion}`)
    expect(orders()).toContain('unlock')
  })

  it('opens too where the cloud writes its answers as the samples do', async () => {
    const { stage, ble, clock, orders } = atTheGate({ shape: 'sampled' })
    await settle(clock, ble.open(phoneLink(stage)).done)
    expect(orders()).toEqual(['make-instruction', 'unlock'])
  })

  it('tells its state to whoever listens later', async () => {
    const { stage, ble, clock } = atTheGate()
    const attempt = ble.open(phoneLink(stage))
    await settle(clock, attempt.done)
    expect(stepsOf(attempt)).toEqual(['done'])
  })
})

describe('a panel that has only the older operation', () => {
  const older = () => {
    const gate = atTheGate()
    const panel = createPanel({
      actions: { getIssuedConfig, unlockInstruction },
      transport: gate.simulator.asTransport(),
      scheduler: gate.clock.scheduler,
    })
    return { ...gate, ble: bluetooth(panel, gate.deviceId, gate.options) }
  }

  it('opens with it', async () => {
    const { ble, stage, clock, orders, asked } = older()
    const link = phoneLink(stage)
    await settle(clock, ble.open(link).done)
    expect(asked('doorLock.unlockInstruction')).toHaveLength(1)
    expect(orders()).toEqual(['make-instruction', 'unlock'])
    expect(link.sn).toBe(stage.lock.ble?.made?.nextSn)
  })

  it.each([
    ['lock', 'close', 3],
    ['speak version 4', 'open', 4],
  ] as const)('cannot %s', async (_, wish, majorVersion) => {
    const { ble, stage, clock, simulator } = older()
    const error = await failureOf(clock, ble[wish](phoneLink(stage, { majorVersion })).done)
    expect(error).toMatchObject({ kind: 'unsupported', action: `ble.${wish}` })
    expect(simulator.requests).toEqual([])
  })
})

describe('what is refused before anything leaves', () => {
  it.each([
    ['a number that is none', { sn: Number.NaN }, 'link.sn'],
    ['no number', { sn: undefined }, 'link.sn'],
    ['no way to send', { send: undefined }, 'link.send'],
    ['no data points', { dataPoints: null }, 'link.dataPoints'],
    ['data points without reports', { dataPoints: { send: () => {} } }, 'link.dataPoints'],
    ['a stream that is none', { broken$: () => {} }, 'link.broken$'],
  ])('%s', async (_, wrong, path) => {
    const { stage, ble, clock, simulator } = atTheGate()
    const link = { ...phoneLink(stage), ...wrong } as never
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({
      kind: 'params',
      issues: [{ path }],
    })
    expect(simulator.requests).toEqual([])
  })

  it.each([undefined, null, 7])('no link at all: %s', async (link) => {
    const { ble, clock } = atTheGate()
    expect(await failureOf(clock, ble.close(link as never).done)).toMatchObject({
      kind: 'params',
      action: 'ble.close',
    })
  })

  it('a lock without Bluetooth', async () => {
    const { stage, panel, deviceId, options, clock, simulator } = atTheGate()
    const ble = bluetooth(panel, deviceId, { ...options, type: 'wifi' })
    expect(await failureOf(clock, ble.open(phoneLink(stage)).done)).toMatchObject({
      kind: 'unsupported',
    })
    expect(simulator.requests).toEqual([])
  })
})
