import { describe, expect, it } from 'vitest'
import { createSimulator, seed } from '../../simulator'
import { dpSchema } from '../../src/data-points/dp-schema'

describe('dpSchema', () => {
  it('keeps id, mode and type of each row of TYSdk', () => {
    const { devInfo } = createSimulator().asTYSdk({ deviceId: seed.locks.gardenGate.id })
    const { definitions, drift } = dpSchema(Object.values(devInfo?.schema ?? {}))
    expect(drift).toEqual([])
    expect(definitions).toContainEqual({
      code: 'beep_volume',
      id: '31',
      mode: 'rw',
      kind: 'enum',
      range: ['mute', 'low', 'normal', 'high'],
    })
    expect(definitions).toContainEqual({
      code: 'residual_electricity',
      id: '8',
      mode: 'ro',
      kind: 'value',
      min: 0,
      max: 100,
      step: 1,
      scale: 0,
      unit: '%',
    })
  })

  it('reads the type in `property`, as an object or as JSON text', () => {
    const property = { type: 'value', min: '10', max: 600, step: 5, scale: 1, unit: 's' }
    const row = { code: 'auto_lock_time', id: 36, mode: 'rw', type: 'obj' }
    const expected = [
      {
        ...property,
        type: undefined,
        min: 10,
        kind: 'value',
        code: row.code,
        id: '36',
        mode: 'rw',
      },
    ]
    expect(dpSchema([{ ...row, property }]).definitions).toEqual(expected)
    expect(dpSchema([{ ...row, property: JSON.stringify(property) }]).definitions).toEqual(expected)
  })

  it('loses only the rows that it cannot read, and names them in `drift`', () => {
    const rows = [
      null,
      { code: 'language', id: 28, mode: 'rw', type: 'enum', range: ['en', 'zh'] },
      { code: 'a', id: 1, mode: 'rw', type: 'enum' },
      { code: 'b', id: 2, mode: 'rw', type: 'toString' },
      { code: 'c', id: 3, mode: 'constructor', type: 'bool' },
      { code: 'd', id: 4, mode: 'rw', type: 'value', min: 5, max: 1 },
      { code: 'e', id: 5, mode: 'rw', type: 'value', min: 0, max: 1, step: 0 },
      { code: 'f', id: 6, mode: 'rw', type: 'value', min: 0, max: 1, scale: -1 },
      { code: 'ids_only', id: 7 },
    ]
    const schema = dpSchema(rows as never)
    expect(schema.definitions.map(({ code }) => code)).toEqual(['language'])
    expect(schema.drift.map(({ path }) => path)).toEqual(['[0]', 'a', 'b', 'c', 'd', 'e', 'f'])
    expect([schema.idOf('a'), schema.idOf('ids_only'), schema.codeOf('28')]).toEqual([
      '1',
      '7',
      'language',
    ])
  })

  it('has no definition of a code with two rows, whose bounds may differ', () => {
    const row = { code: 'language', id: 28, mode: 'rw', type: 'enum', range: ['en'] }
    const { definitions, drift } = dpSchema([row, { ...row, range: ['zh'] }, row])
    expect(definitions).toEqual([])
    expect(drift).toHaveLength(2)
  })
})
