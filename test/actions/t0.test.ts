import { describe, expect, it } from 'vitest'
import { t0Hex } from '../../actions/mini-program/device/t0'

describe('t0Hex', () => {
  it.each([
    [1622000424, '60adc328'],
    [0x386cd300, '386cd300'],
    [1, '00000001'],
    [0, '00000000'],
    [0xffffffff, 'ffffffff'],
  ])('encodes the pairing time %d in four bytes', (activeTimeSeconds, hex) => {
    expect(t0Hex(activeTimeSeconds)).toBe(hex)
    expect(Number.parseInt(hex, 16)).toBe(activeTimeSeconds)
  })

  it.each([-1, 1.5, 2 ** 32, 1622000424000, Number.NaN])('rejects the time %d', (time) => {
    expect(() => t0Hex(time)).toThrow(RangeError)
  })
})
