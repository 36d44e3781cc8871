import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import type { LockType } from '../../src/core/action'
import { radioOf, supportsLockType } from '../../src/core/supports-lock-type'

const wifiLocks = ['wifi', 'wifi-keepalive', 'wifi-video', 'wifi-standard'] as const
const bluetoothLocks = ['ble', 'ble-gateway'] as const
const lockTypes: readonly LockType[] = [
  ...wifiLocks,
  ...bluetoothLocks,
  'zigbee',
  'access-control',
  'any',
]

const madeFor = (action: Parameters<typeof supportsLockType>[0]) =>
  lockTypes.filter((type) => type !== 'any' && supportsLockType(action, type))

describe('an operation', () => {
  it.each([
    ['of Wi-Fi locks is for every kind of them', ['wifi'], [...wifiLocks]],
    ['of Bluetooth locks is for those behind a gateway too', ['ble'], [...bluetoothLocks]],
    ['of one kind of Wi-Fi lock is for no other', ['wifi-video'], ['wifi-video']],
    ['of Bluetooth behind a gateway is for no other', ['ble-gateway'], ['ble-gateway']],
    ['of Zigbee locks', ['zigbee'], ['zigbee']],
    ['of access control, though it speaks Wi-Fi', ['access-control'], ['access-control']],
    ['of two kinds', ['zigbee', 'ble'], [...bluetoothLocks, 'zigbee']],
    ['of no kind', [], []],
  ] as const)('%s', (_, locks, expected) => {
    expect(madeFor({ locks })).toEqual(expected)
  })

  it('of any lock is for all of them', () => {
    expect(madeFor({ locks: ['any'] })).toEqual(lockTypes.filter((type) => type !== 'any'))
  })

  it('with a version of its own for a type is for that type', () => {
    expect(madeFor({ locks: ['wifi'], versions: { ble: '4.0' } })).toEqual([
      ...wifiLocks,
      ...bluetoothLocks,
    ])
    expect(madeFor({ locks: ['wifi'], versions: { zigbee: '3.0' } })).toEqual([
      ...wifiLocks,
      'zigbee',
    ])
  })

  it('is not refused where the type of the lock is not known', () => {
    for (const action of Object.values(allActions))
      expect(supportsLockType(action, 'any')).toBe(true)
    expect(supportsLockType({ locks: [] }, 'any')).toBe(true)
  })

  it('is for at least one type of lock, all 99 of them', () => {
    for (const action of Object.values(allActions))
      expect(madeFor(action).length, action.name).toBeGreaterThan(0)
  })
})

describe('the radio of a lock', () => {
  it('decides what it can do, but for access control', () => {
    expect(wifiLocks.map(radioOf)).toEqual(['wifi', 'wifi', 'wifi', 'wifi'])
    expect(bluetoothLocks.map(radioOf)).toEqual(['ble', 'ble'])
    expect((['zigbee', 'access-control', 'any'] as const).map(radioOf)).toEqual([
      'zigbee',
      'access-control',
      'any',
    ])
  })
})
