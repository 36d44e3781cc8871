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

describe.each(rawCodecs)('the raw codec $codec.name', ({ codec, values, start }) => {
  it('decodes every value that it encoded to the same value', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(codec.decode(codec.encode(value))).toEqual({ _tag: 'Right', right: value })
        expect(codec.is(value)).toBe(true)
      }),
    )
  })

  it('round-trips accepted bytes, and rejects other bytes without throwing', () => {
    fc.assert(
      fc.property(hex, (tail) => {
        const text = start + tail
        const decoded = codec.decode(text)
        if (decoded._tag === 'Right') expect(codec.encode(decoded.right)).toBe(text)
        else expect(issuesOf(decoded.left)).toHaveLength(1)
      }),
      { numRuns: 300 },
    )
  })

  it('rejects every value that is not text of whole hexadecimal bytes', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        fc.pre(typeof value !== 'string' || !/^(?:[\da-f]{2})*$/i.test(value))
        expect(codec.decode(value)._tag).toBe('Left')
      }),
    )
  })

  it('rejects its own encoding when it is cut or extended', () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = codec.encode(value)
        expect(codec.decode(`${text}0`)._tag).toBe('Left')
        const cut = codec.decode(text.slice(0, -2))
        // Only the codecs of a list accept one byte less.
        if (cut._tag === 'Right') expect(codec.name).toMatch(/^synch_method/)
      }),
    )
  })
})

describe('the secrets of a raw data point', () => {
  const pin = '918273'
  const value = { validity: permanent, times: 0, pin }

  it('are listed by its codec, so that a log can omit them', () => {
    expect(temporaryPasswordCreate.secrets).toEqual(['pin'])
    expect(unlockMethodCreate.secrets).toEqual(['pin'])
    expect(withoutSecretFields(temporaryPasswordCreate, value)).toEqual({
      validity: permanent,
      times: 0,
    })
  })

  it.each(['00', '0', 'zz'])('do not appear in a decoding failure: %s appended', (more) => {
    const text = temporaryPasswordCreate.encode(value) + more
    const decoded = temporaryPasswordCreate.decode(text)
    const printed = inspect(decoded, { depth: 20, showHidden: true })
    expect(decoded._tag).toBe('Left')
    expect(printed).not.toContain('090108020703')
    expect(printed).not.toContain(pin)
  })

  it('do not appear in the RangeError of an encoding failure', () => {
    const encode = () => temporaryPasswordCreate.encode({ ...value, pin: `${pin}x` })
    expect(encode).toThrow(/^pin: expected digits$/)
  })
})
