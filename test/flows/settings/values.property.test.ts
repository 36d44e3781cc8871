import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dpSchema } from '../../../src/data-points/dp-schema'
import { toSetting } from '../../../src/flows/settings/to-setting'
import { reportedValue, transmittedValue } from '../../../src/flows/settings/values'

const number = fc
  .record({
    min: fc.integer({ min: -1_000, max: 1_000 }),
    steps: fc.integer({ min: 0, max: 500 }),
    step: fc.integer({ min: 1, max: 50 }),
    scale: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ min, steps, step, scale }) => {
    const bounds = { min, max: min + steps * step, step, scale }
    const [definition] = dpSchema([
      { code: 'auto_lock_time', id: 36, mode: 'rw', type: 'value', ...bounds },
    ]).definitions
    if (definition === undefined) throw new Error('the definition could not be read')
    return { definition, steps, ...bounds }
  })

describe('the values of a number setting', () => {
  it('are sent as what they were read from, for every step within the bounds', () => {
    fc.assert(
      fc.property(number, fc.nat(), ({ definition, steps, min, step }, at) => {
        const wire = min + (at % (steps + 1)) * step
        const value = reportedValue(definition, wire)
        expect(transmittedValue(definition, value)).toEqual({ wire })
        const row = toSetting(definition, wire)
        expect(row.kind === 'value' && row.min <= Number(value) && Number(value) <= row.max).toBe(
          true,
        )
      }),
    )
  })

  it('are refused outside of the bounds and off the step', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: -200_000, max: 200_000 }), (one, wire) => {
        const { definition, min, max, step, scale } = one
        const isValid = wire >= min && wire <= max && (wire - min) % step === 0
        const sent = transmittedValue(definition, wire / 10 ** scale)
        expect('wire' in sent).toBe(isValid)
        expect('wire' in transmittedValue(definition, (wire + 0.5) / 10 ** scale)).toBe(false)
      }),
    )
  })

  it('are refused for everything that is no number', () => {
    fc.assert(
      fc.property(number, fc.anything(), ({ definition }, value) => {
        fc.pre(typeof value !== 'number' || !Number.isFinite(value))
        expect('expected' in transmittedValue(definition, value)).toBe(true)
      }),
    )
  })
})
