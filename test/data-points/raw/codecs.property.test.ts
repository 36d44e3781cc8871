import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../../src/core/errors/issue'
import { withoutSecretFields } from '../../../src/data-points/raw/hex-codec'
import { temporaryPasswordCreate } from '../../../src/data-points/raw/temporary-password-create'
import { unlockMethodCreate } from '../../../src/data-points/raw/unlock-method-create'
import { permanent } from '../../../src/data-points/raw/validity'
import { rawCodecs } from './raw-codecs'

const hex = fc
  .uint8Array({ maxLength: 60 })
  .map((bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''))

describe.each(rawCodecs)('$codec.name', ({ codec, values, start }) => {
  it('reads what it writes', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(codec.decode(codec.encode(value))).toEqual({ _tag: 'Right', right: value })
        expect(codec.is(value)).toBe(true)
      }),
    )
  })

  it('writes what it reads, for any bytes that it takes, and refuses the others without a throw', () => {
    fc.assert(
      fc.property(hex, (tail) => {
        const text = start + tail
        const read = codec.decode(text)
        if (read._tag === 'Right') expect(codec.encode(read.right)).toBe(text)
        else expect(issuesOf(read.left)).toHaveLength(1)
      }),
      { numRuns: 300 },
    )
  })

  it('refuses all that is not whole hexadecimal text', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        fc.pre(typeof value !== 'string' || !/^(?:[\da-f]{2})*$/i.test(value))
        expect(codec.decode(value)._tag).toBe('Left')
      }),
    )
  })

  it('refuses a part of what it writes, and more than it writes', () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = codec.encode(value)
        expect(codec.decode(`${text}0`)._tag).toBe('Left')
        const cut = codec.decode(text.slice(0, -2))
        // Only a list may be shorter and still be one.
        if (cut._tag === 'Right') expect(codec.name).toMatch(/^synch_method/)
      }),
    )
  })
})

describe('the secrets of a raw data point', () => {
  const pin = '918273'
  const value = { validity: permanent, times: 0, pin }

  it('are named by its codec, so that a log can leave them out', () => {
    expect(temporaryPasswordCreate.secrets).toEqual(['pin'])
    expect(unlockMethodCreate.secrets).toEqual(['pin'])
    expect(withoutSecretFields(temporaryPasswordCreate, value)).toEqual({
      validity: permanent,
      times: 0,
    })
  })

  it.each(['00', '0', 'zz'])('stand in no failure: %s too many', (more) => {
    const text = temporaryPasswordCreate.encode(value) + more
    const read = temporaryPasswordCreate.decode(text)
    const printed = inspect(read, { depth: 20, showHidden: true })
    expect(read._tag).toBe('Left')
    expect(printed).not.toContain('090108020703')
    expect(printed).not.toContain(pin)
  })

  it('stand in no RangeError', () => {
    const print = () => temporaryPasswordCreate.encode({ ...value, pin: `${pin}x` })
    expect(print).toThrow(/^pin: expected digits$/)
  })
})
