import { describe, expect, it } from 'vitest'
import { getIssuedConfig } from '../../../actions/mini-program/door-lock/get-issued-config'
import { unlockInstruction } from '../../../actions/mini-program/door-lock/unlock-instruction'
import { seed } from '../../../simulator'
import { createPanel } from '../../../src/core/panel/create-panel'
import { bluetooth } from '../../../src/flows/bluetooth/bluetooth'
import { failureOf, settle } from '../support/settle'
import { CONFIG, collectSteps, createBleHarness, INSTRUCTION } from './ble-harness'
import { createPhoneLink } from './phone-link'

const { loft } = seed.locks

describe('a Bluetooth unlock', () => {
  it('sends a random number and an instruction, and moves the bolt once', async () => {
    const { harness, ble, clock, commands, isUnlocked, steps } = createBleHarness()
    const link = createPhoneLink(harness)
    const attempt = ble.open(link)
    const states = collectSteps(attempt)
    expect(await settle(clock, attempt.done)).toEqual({
      operation: 'unlock',
      confirmedBy: 'report',
      recordsWaiting: true,
    })
    expect(states).toEqual(['config', 'random', 'instruction', 'sending', 'waiting', 'done'])
    expect(steps).toEqual([CONFIG, 'send check_code_set', INSTRUCTION, 'send instruction'])
    expect(commands()).toEqual(['make-instruction', 'unlock'])
    expect(isUnlocked()).toBe(true)
    expect(harness.listeners.now + harness.timers.now).toBe(0)
  })

  it('sends no random number if the cloud knows that the lock has it', async () => {
    const { harness, ble, clock, commands, steps } = createBleHarness({ lock: loft })
    const attempt = ble.open(createPhoneLink(harness))
    const states = collectSteps(attempt)
    expect(await settle(clock, attempt.done)).toMatchObject({ recordsWaiting: false })
    expect(states).not.toContain('random')
    expect(steps).toEqual([CONFIG, INSTRUCTION, 'send instruction'])
    expect(commands()).toEqual(['make-instruction', 'unlock'])
  })

  it('can be followed by a lock over the same link, which continues from the next_sn of the cloud', async () => {
    const { harness, ble, clock, commands, isUnlocked, paramsOf, lock } = createBleHarness()
    const link = createPhoneLink(harness)
    const first = link.sn
    await settle(clock, ble.open(link).done)
    // The random number used a serial number before the instruction was requested.
    expect(paramsOf(INSTRUCTION)).toMatchObject([{ bluetooth_sn: first + 1, open: true }])
    const next = lock.ble?.made?.nextSn ?? 0
    expect(link.sn).toBe(next)

    await settle(clock, ble.close(link).done)
    expect(paramsOf(INSTRUCTION)[1]).toMatchObject({ bluetooth_sn: next + 1, open: false })
    expect(commands()).toEqual(['make-instruction', 'unlock', 'make-instruction', 'lock'])
    expect(isUnlocked()).toBe(false)
  })

  it.each([3, 4] as const)('supports version %i of the protocol', async (majorVersion) => {
    const { harness, ble, clock, commands, paramsOf } = createBleHarness()
    const link = createPhoneLink(harness, { majorVersion })
    await settle(clock, ble.open(link).done)
    expect(paramsOf(INSTRUCTION)).toMatchObject([{ bluetooth_major_version: majorVersion }])
    expect(link.sent[0]?.slice(0, 2)).toBe(`0${majorVersion}`)
    expect(commands()).toContain('unlock')
  })

  it('accepts answers in the shape of the vendor samples', async () => {
    const { harness, ble, clock, commands } = createBleHarness({ shape: 'sampled' })
    await settle(clock, ble.open(createPhoneLink(harness)).done)
    expect(commands()).toEqual(['make-instruction', 'unlock'])
  })

  it('emits its final state to a late subscriber', async () => {
    const { harness, ble, clock } = createBleHarness()
    const attempt = ble.open(createPhoneLink(harness))
    await settle(clock, attempt.done)
    expect(collectSteps(attempt)).toEqual(['done'])
  })
})

describe('a panel with only the older Bluetooth operation', () => {
  const older = () => {
    const harness = createBleHarness()
    const panel = createPanel({
      actions: { getIssuedConfig, unlockInstruction },
      transport: harness.simulator.asTransport(),
      clock: harness.clock,
    })
    return { ...harness, ble: bluetooth(panel, harness.deviceId, harness.options) }
  }

  it('unlocks with it', async () => {
    const { ble, harness, clock, commands, paramsOf } = older()
    const link = createPhoneLink(harness)
    await settle(clock, ble.open(link).done)
    expect(paramsOf('doorLock.unlockInstruction')).toHaveLength(1)
    expect(commands()).toEqual(['make-instruction', 'unlock'])
    expect(link.sn).toBe(harness.lock.ble?.made?.nextSn)
  })

  it.each([
    ['locking', 'close', 3],
    ['version 4 of the protocol', 'open', 4],
  ] as const)('does not support %s', async (_, method, majorVersion) => {
    const { ble, harness, clock, simulator } = older()
    const error = await failureOf(
      clock,
      ble[method](createPhoneLink(harness, { majorVersion })).done,
    )
    expect(error).toMatchObject({ kind: 'unsupported', action: `ble.${method}` })
    expect(simulator.requests).toEqual([])
  })
})

describe('a Bluetooth attempt', () => {
  it.each([
    ['an sn that is NaN', { sn: Number.NaN }, 'link.sn'],
    ['a missing sn', { sn: undefined }, 'link.sn'],
    ['a missing send', { send: undefined }, 'link.send'],
    ['missing data points', { dataPoints: null }, 'link.dataPoints'],
    ['data points without reports', { dataPoints: { send: () => {} } }, 'link.dataPoints'],
    ['a `broken$` that is not a stream', { broken$: () => {} }, 'link.broken$'],
  ])('rejects %s and sends nothing', async (_, invalid, path) => {
    const { harness, ble, clock, simulator } = createBleHarness()
    const link = { ...createPhoneLink(harness), ...invalid } as never
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({
      kind: 'params',
      issues: [{ path }],
    })
    expect(simulator.requests).toEqual([])
  })

  it.each([null, 7])('rejects the link %s', async (link) => {
    const { ble, clock } = createBleHarness()
    expect(await failureOf(clock, ble.close(link as never).done)).toMatchObject({
      kind: 'params',
      action: 'ble.close',
    })
  })

  it('rejects a lock type without Bluetooth', async () => {
    const { harness, panel, deviceId, options, clock, simulator } = createBleHarness()
    const ble = bluetooth(panel, deviceId, { ...options, type: 'wifi' })
    expect(await failureOf(clock, ble.open(createPhoneLink(harness)).done)).toMatchObject({
      kind: 'unsupported',
    })
    expect(simulator.requests).toEqual([])
  })
})
