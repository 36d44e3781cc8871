import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import type { LockType } from '../../src/core/action'
import { lockSupportOf, radioOf, supportsLockType } from '../../src/core/supports-lock-type'

const wifiLocks = ['wifi', 'wifi-keepalive', 'wifi-video', 'wifi-standard'] as const
const bluetoothLocks = ['ble', 'ble-gateway'] as const
const lockTypes: readonly LockType[] = [
  ...wifiLocks,
  ...bluetoothLocks,
  'zigbee',
  'access-control',
  'any',
]

const supportedTypes = (action: Parameters<typeof supportsLockType>[0]) =>
  lockTypes.filter((type) => type !== 'any' && supportsLockType(action, type))

describe('an operation for', () => {
  it.each([
    ['wifi supports every kind of Wi-Fi lock', ['wifi'], [...wifiLocks]],
    ['ble supports Bluetooth locks behind a gateway too', ['ble'], [...bluetoothLocks]],
    ['wifi-video supports no other Wi-Fi lock', ['wifi-video'], ['wifi-video']],
    ['ble-gateway supports no other Bluetooth lock', ['ble-gateway'], ['ble-gateway']],
    ['zigbee supports only Zigbee locks', ['zigbee'], ['zigbee']],
    ['access-control supports no Wi-Fi lock', ['access-control'], ['access-control']],
    [
      'zigbee and ble supports both kinds of lock',
      ['zigbee', 'ble'],
      [...bluetoothLocks, 'zigbee'],
    ],
    ['no lock type supports no lock', [], []],
  ] as const)('%s', (_, locks, expected) => {
    expect(supportedTypes({ locks })).toEqual(expected)
  })

  it('any lock supports every lock type', () => {
    expect(supportedTypes({ locks: ['any'] })).toEqual(lockTypes.filter((type) => type !== 'any'))
  })

  it('wifi supports another lock type that has a version in the contract', () => {
    expect(supportedTypes({ locks: ['wifi'], versions: { ble: '4.0' } })).toEqual([
      ...wifiLocks,
      ...bluetoothLocks,
    ])
    expect(supportedTypes({ locks: ['wifi'], versions: { zigbee: '3.0' } })).toEqual([
      ...wifiLocks,
      'zigbee',
    ])
  })

  it('reported of a lock type supports it, and the documents take precedence', () => {
    const action = { locks: ['wifi'], reportedLocks: ['wifi', 'zigbee', 'ble'] } as const
    expect(supportedTypes(action)).toEqual([...wifiLocks, ...bluetoothLocks, 'zigbee'])
    const supports = (
      ['wifi-video', 'zigbee', 'ble-gateway', 'access-control', 'any'] as const
    ).map((type) => lockSupportOf(action, type))
    expect(supports).toEqual(['documented', 'reported', 'reported', 'none', 'documented'])
  })

  it('any lock type is supported when the type of the lock is unknown', () => {
    for (const action of Object.values(allActions))
      expect(supportsLockType(action, 'any')).toBe(true)
    expect(supportsLockType({ locks: [] }, 'any')).toBe(true)
  })

  it('the vendor API supports at least one lock type', () => {
    for (const action of Object.values(allActions))
      expect(supportedTypes(action).length, action.name).toBeGreaterThan(0)
  })
})

describe('the radio of a lock', () => {
  it('is shared by the lock types of one radio, except access control', () => {
    expect(wifiLocks.map(radioOf)).toEqual(['wifi', 'wifi', 'wifi', 'wifi'])
    expect(bluetoothLocks.map(radioOf)).toEqual(['ble', 'ble'])
    expect((['zigbee', 'access-control', 'any'] as const).map(radioOf)).toEqual([
      'zigbee',
      'access-control',
      'any',
    ])
  })
})
