import { describe, expect, it } from 'vitest'
import { dpSchema } from '../../../src/data-points/dp-schema'
import { possibleTypes } from '../../../src/flows/description/lock-type-of'

const WIFI = 1
const BLUETOOTH = 1024
const wifiKinds = ['wifi', 'wifi-keepalive', 'wifi-video', 'wifi-standard']

describe('the possible types of a lock', () => {
  it('are all without evidence, and with the category of locks of any radio', () => {
    expect(possibleTypes({})).toHaveLength(8)
    for (const category of ['ms', 'jtmspro', '', 'toString'])
      expect(possibleTypes({ category, capability: 0 })).toHaveLength(8)
  })

  it('have a radio of the product', () => {
    expect(possibleTypes({ capability: WIFI })).toEqual([...wifiKinds, 'access-control'])
    expect(possibleTypes({ capability: BLUETOOTH })).toEqual(['ble', 'ble-gateway'])
    expect(possibleTypes({ capability: WIFI + BLUETOOTH })).toEqual([
      ...wifiKinds,
      ...['ble', 'ble-gateway', 'access-control'],
    ])
  })

  it('are told apart by a data point where the product has two radios', () => {
    const schema = dpSchema([{ code: 'unlock_request', id: 9 }])
    expect(possibleTypes({ capability: WIFI + BLUETOOTH, schema })).toEqual([
      ...wifiKinds,
      'access-control',
    ])
  })

  it('are one behind a gateway with a known radio', () => {
    const isBehindGateway = true
    expect(possibleTypes({ capability: BLUETOOTH, isBehindGateway })).toEqual(['ble-gateway'])
    expect(possibleTypes({ isBehindGateway })).toEqual(['zigbee', 'ble-gateway'])
  })

  it('are none if the evidence contradicts itself', () => {
    expect(possibleTypes({ category: 'photolock', capability: BLUETOOTH })).toEqual([])
    expect(possibleTypes({ capability: WIFI, isBehindGateway: true })).toEqual([])
  })
})
