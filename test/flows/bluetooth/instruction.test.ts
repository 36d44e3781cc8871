import { describe, expect, it } from 'vitest'
import { failureOf, pass, settle } from '../support/settle'
import { CONFIG, createBleHarness, INSTRUCTION } from './ble-harness'
import { createPhoneLink } from './phone-link'

describe('a Bluetooth instruction', () => {
  it('is not sent after a lost answer; the flow fetches another one with a new random number', async () => {
    const { ble, harness, clock, simulator, commands, steps } = createBleHarness()
    simulator.faults.next(INSTRUCTION, 'drop-after')
    simulator.faults.next(INSTRUCTION, 'garbage')
    const link = createPhoneLink(harness)
    await settle(clock, ble.open(link).done)
    expect(commands()).toEqual([
      'make-instruction',
      'make-instruction',
      'make-instruction',
      'unlock',
    ])
    expect(link.sent).toHaveLength(1)
    expect(steps.filter((step) => step === CONFIG)).toHaveLength(3)
  })

  it('fails the attempt after three lost answers, and the bolt has not moved', async () => {
    const { ble, harness, clock, simulator, commands } = createBleHarness()
    simulator.faults.always(INSTRUCTION, 'drop-after')
    const link = createPhoneLink(harness)
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({
      kind: 'lock',
      reason: 'no-instruction',
    })
    expect(commands()).toEqual(['make-instruction', 'make-instruction', 'make-instruction'])
    expect(link.sent).toEqual([])

    simulator.faults.clear()
    await settle(clock, ble.open(link).done)
    expect(commands().filter((command) => command === 'unlock')).toHaveLength(1)
  })

  it('is requested again after the cloud was busy', async () => {
    const { ble, harness, clock, simulator, commands } = createBleHarness()
    simulator.faults.next(INSTRUCTION, { vendorCode: 500 })
    await settle(clock, ble.open(createPhoneLink(harness)).done)
    expect(commands()).toEqual(['make-instruction', 'unlock'])

    simulator.faults.always(INSTRUCTION, { vendorCode: 1111 })
    expect(await failureOf(clock, ble.open(createPhoneLink(harness)).done)).toMatchObject({
      code: 1111,
    })
  })

  it('is not requested again after a final rejection by the cloud', async () => {
    const { ble, harness, clock, simulator, paramsOf } = createBleHarness()
    simulator.faults.always(INSTRUCTION, { vendorCode: 2009 })
    expect(await failureOf(clock, ble.open(createPhoneLink(harness)).done)).toMatchObject({
      code: 2009,
    })
    expect(paramsOf(INSTRUCTION)).toHaveLength(1)
  })
})

describe('a Bluetooth serial number that other code uses meanwhile', () => {
  it('invalidates the instruction, and the flow fetches another one', async () => {
    const { ble, harness, clock, simulator, commands, lock } = createBleHarness()
    simulator.faults.next(INSTRUCTION, { slowMs: 3_000 })
    const link = createPhoneLink(harness)
    const { done } = ble.open(link)
    await pass(clock, 1_500)
    link.dataPoints.send({ beep_volume: 'mute' }).subscribe()
    await settle(clock, done)
    expect(commands()).toEqual(['make-instruction', 'control', 'make-instruction', 'unlock'])
    expect(link.sent).toHaveLength(1)
    expect(link.sn).toBe(lock.ble?.made?.nextSn)
  })

  it('fails the attempt the third time', async () => {
    const { ble, harness, clock, commands } = createBleHarness()
    let number = 1
    const link = createPhoneLink(harness)
    Object.defineProperty(link, 'sn', { get: () => number++, set: () => {} })
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({ reason: 'link-in-use' })
    expect(link.sent).toEqual([])
    expect(commands()).not.toContain('unlock')
  })
})
