import { describe, expect, it } from 'vitest'
import type { LockType } from '../../../src/core/action'
import {
  type EndReason,
  isActiveOrPending,
  lifecycleByEffective,
  lifecycleByPhase,
} from '../../../src/flows/temporary-passwords/state'

const stateOf = (type: LockType, phase: number, delivery_status?: number, endReason?: EndReason) =>
  lifecycleByPhase({ phase, delivery_status }, type, endReason)

describe('the state of a temporary password', () => {
  it.each([
    ['zigbee', { 1: 'pending', 2: 'active', 3: 'frozen', 4: 'deleted', 5: 'failed' }],
    ['wifi', { 0: 'deleted', 1: 'pending', 2: 'active', 3: 'deleting' }],
    ['wifi-keepalive', { 0: 'deleted', 1: 'pending', 2: 'active', 3: 'deleting' }],
    ['access-control', { 0: 'deleted', 1: 'pending', 2: 'active', 3: 'deleting' }],
    ['ble', { 0: 'deleted', 1: 'pending', 2: 'active', 3: 'deleting', 7: 'failed' }],
    ['ble-gateway', { 0: 'deleted', 1: 'pending', 2: 'active', 3: 'deleting', 7: 'failed' }],
    ['any', { 0: 'deleted', 2: 'active', 3: 'deleting', 4: 'deleted', 5: 'failed', 7: 'failed' }],
  ] as const)('is decoded from the phases of a %s lock', (type, states) => {
    for (const [phase, state] of Object.entries(states))
      expect([phase, stateOf(type, Number(phase))]).toEqual([phase, { state }])
  })

  it('is decoded from the numbers of the panel API', () => {
    const states = [0, 1, 2, 3, 4, 5].map((effective) => lifecycleByEffective(effective).state)
    expect(states).toEqual(['deleted', 'pending', 'pending', 'active', 'deleting', 'expired'])
  })

  it('is unknown for a number that no table contains, and for a missing one', () => {
    expect(stateOf('wifi', 9)).toEqual({ state: 'unknown' })
    expect(stateOf('zigbee', 7)).toEqual({ state: 'unknown' })
    expect(lifecycleByEffective(9)).toEqual({ state: 'unknown' })
    expect(lifecycleByEffective(undefined)).toEqual({ state: 'unknown' })
    expect(lifecycleByPhase({}, 'wifi')).toEqual({ state: 'unknown' })
    expect(isActiveOrPending({ state: 'unknown' })).toBe(true)
  })

  it.each([17, 19])('is deleted for phase %i, which revoked passwords have', (phase) => {
    for (const type of ['wifi', 'zigbee', 'ble', 'access-control', 'any'] as const)
      expect(lifecycleByPhase({ phase }, type, 'listed')).toEqual({ state: 'deleted' })
  })

  it.each([
    [3, 'not-set'],
    [4, 'taken'],
    [5, 'no-room'],
    [6, 'overlap'],
  ] as const)('is failed for the delivery status %i, %s', (delivery, failure) => {
    for (const phase of [1, 2])
      expect(stateOf('zigbee', phase, delivery)).toEqual({ state: 'failed', failure })
    expect(stateOf('wifi', 1, delivery)).toEqual({ state: 'failed', failure })
    expect(stateOf('ble', 7, delivery)).toEqual({ state: 'failed', failure })
    // A deleted or frozen password was stored before.
    expect(stateOf('wifi', 0, delivery)).toEqual({ state: 'deleted' })
    expect(stateOf('zigbee', 3, delivery)).toEqual({ state: 'frozen' })
  })

  it('is pending on a Zigbee lock while its delivery status is "setting"', () => {
    expect(stateOf('zigbee', 2, 1)).toEqual({ state: 'pending' })
    expect(stateOf('zigbee', 2, 2)).toEqual({ state: 'active' })
    expect(stateOf('zigbee', 3, 1)).toEqual({ state: 'frozen' })
    // Documented for Zigbee locks only.
    expect(stateOf('wifi', 2, 1)).toEqual({ state: 'active' })
  })

  it('is expired after its time has passed, unless it was deleted or failed before', () => {
    const afterEnd = (type: LockType, phase: number) =>
      stateOf(type, phase, undefined, 'time').state
    expect([1, 2, 3, 4, 5].map((phase) => afterEnd('zigbee', phase))).toEqual([
      'expired',
      'expired',
      'expired',
      'deleted',
      'failed',
    ])
    expect(afterEnd('wifi', 3)).toBe('expired')
    expect(stateOf('wifi', 1, 3, 'time')).toEqual({ state: 'failed', failure: 'not-set' })
    expect(
      [0, 1, 2, 3, 4, 5].map((effective) => lifecycleByEffective(effective, 'time').state),
    ).toEqual(['deleted', ...Array(5).fill('expired')])
  })

  it('is expired if the cloud lists it as invalid and its phase is pending or active', () => {
    const listed = (type: LockType, phase: number) =>
      stateOf(type, phase, undefined, 'listed').state
    expect([1, 2, 3, 4, 5].map((phase) => listed('zigbee', phase))).toEqual([
      'expired',
      'expired',
      'frozen',
      'deleted',
      'failed',
    ])
    expect([0, 1, 2, 3].map((phase) => listed('wifi', phase))).toEqual([
      'deleted',
      'expired',
      'expired',
      'deleting',
    ])
  })

  it('counts as active or pending if the password opens now or may open later', () => {
    expect(
      (['pending', 'active', 'frozen', 'deleting'] as const).every((state) =>
        isActiveOrPending({ state }),
      ),
    ).toBe(true)
    expect(
      (['deleted', 'failed', 'expired'] as const).some((state) => isActiveOrPending({ state })),
    ).toBe(false)
  })
})
