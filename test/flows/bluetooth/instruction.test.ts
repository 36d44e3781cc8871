import { describe, expect, it } from 'vitest'
import { failureOf, pass, settle } from '../support/settle'
import { atTheGate, CONFIG, MAKE } from './at-the-gate'
import { phoneLink } from './phone-link'

describe('an instruction that does not arrive', () => {
  it('is never sent: with a fresh random there is another one', async () => {
    const { ble, stage, clock, simulator, orders, steps } = atTheGate()
    simulator.faults.next(MAKE, 'drop-after')
    simulator.faults.next(MAKE, 'garbage')
    const link = phoneLink(stage)
    await settle(clock, ble.open(link).done)
    expect(orders()).toEqual(['make-instruction', 'make-instruction', 'make-instruction', 'unlock'])
    expect(link.sent).toHaveLength(1)
    expect(steps.filter((step) => step === CONFIG)).toHaveLength(3)
  })

  it('three times in a row is the end, and the bolt has not moved', async () => {
    const { ble, stage, clock, simulator, orders } = atTheGate()
    simulator.faults.always(MAKE, 'drop-after')
    const link = phoneLink(stage)
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({
      kind: 'lock',
      reason: 'no-instruction',
    })
    expect(orders()).toEqual(['make-instruction', 'make-instruction', 'make-instruction'])
    expect(link.sent).toEqual([])

    simulator.faults.clear()
    await settle(clock, ble.open(link).done)
    expect(orders().filter((order) => order === 'unlock')).toHaveLength(1)
  })

  it('since the cloud is busy is asked for again, a moment later', async () => {
    const { ble, stage, clock, simulator, orders } = atTheGate()
    simulator.faults.next(MAKE, { vendorCode: 500 })
    await settle(clock, ble.open(phoneLink(stage)).done)
    expect(orders()).toEqual(['make-instruction', 'unlock'])

    simulator.faults.always(MAKE, { vendorCode: 1111 })
    expect(await failureOf(clock, ble.open(phoneLink(stage)).done)).toMatchObject({ code: 1111 })
  })

  it('since the cloud refuses it for good is not asked for again', async () => {
    const { ble, stage, clock, simulator, asked } = atTheGate()
    simulator.faults.always(MAKE, { vendorCode: 2009 })
    expect(await failureOf(clock, ble.open(phoneLink(stage)).done)).toMatchObject({ code: 2009 })
    expect(asked(MAKE)).toHaveLength(1)
  })
})

describe('a number that something else took meanwhile', () => {
  it('makes the instruction worthless: another one is made', async () => {
    const { ble, stage, clock, simulator, orders, lock } = atTheGate()
    simulator.faults.next(MAKE, { slowMs: 3_000 })
    const link = phoneLink(stage)
    const { done } = ble.open(link)
    await pass(clock, 1_500)
    link.dataPoints.send({ beep_volume: 'mute' }).subscribe()
    await settle(clock, done)
    expect(orders()).toEqual(['make-instruction', 'control', 'make-instruction', 'unlock'])
    expect(link.sent).toHaveLength(1)
    expect(link.sn).toBe(lock.ble?.made?.nextSn)
  })

  it('every time is the end', async () => {
    const { ble, stage, clock, orders } = atTheGate()
    let number = 1
    const link = phoneLink(stage)
    Object.defineProperty(link, 'sn', { get: () => number++, set: () => {} })
    expect(await failureOf(clock, ble.open(link).done)).toMatchObject({ reason: 'link-in-use' })
    expect(link.sent).toEqual([])
    expect(orders()).not.toContain('unlock')
  })
})
