import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../../src/core/errors/issue'
import { isParamsError } from '../../../src/core/errors/params-error'
import { withoutSecretFields } from '../../../src/data-points/raw/hex-codec'
import { synchMethod } from '../../../src/data-points/raw/synch-method'
import { temporaryPasswordCreate } from '../../../src/data-points/raw/temporary-password-create'
import { timeBlock } from '../../../src/data-points/raw/time-block'
import { unlockMethodCreate } from '../../../src/data-points/raw/unlock-method-create'
import { permanent } from '../../../src/data-points/raw/validity'
import { rawCodecs } from './raw-codecs'

const hex = fc
  .uint8Array({ maxLength: 60 })
  .map((bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''))

const fieldNames = [
  ...['type', 'stage', 'isAdmin', 'memberId', 'hardId', 'validity', 'times', 'pin', 'sn', 'kind'],
  ...['methods', 'result', 'random', 'atMs', 'fromMs', 'toMs', 'weekly', 'days', 'detail'],
  ...['failure', 'number', 'packets', 'masterId', 'operation'],
]

describe.each(rawCodecs)('the raw codec $codec.name', ({ codec, values, start }) => {
  it('decodes every value that it encoded to the same value', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(codec.decode(codec.encode(value))).toEqual({ _tag: 'Right', right: value })
        expect(codec.is(value)).toBe(true)
      }),
    )
  })

  it('encodes every other value to bytes that it can decode, or fails with a ParamsError', () => {
    const partial = fc.tuple(values, fc.dictionary(fc.constantFrom(...fieldNames), fc.anything()))
    const broken = fc.oneof(
      fc.anything(),
      fc.array(fc.anything(), { minLength: 1, maxLength: 3 }),
      partial.map(([value, other]) => ({ ...(value as object), ...other })),
      partial.map(([value, other]) => ({
        ...(value as object),
        validity: { ...(value as { validity?: object }).validity, ...other },
      })),
      values.map((value) =>
        Object.defineProperty({ ...(value as object) }, 'pin', {
          enumerable: true,
          get: () => {
            throw new TypeError('getter')
          },
        }),
      ),
    )
    fc.assert(
      fc.property(broken, (value) => {
        let text: string
        try {
          text = codec.encode(value)
        } catch (error) {
          expect(isParamsError(error)).toBe(true)
          expect(error).toMatchObject({ action: codec.name, issues: [{}] })
          return
        }
        expect(codec.decode(text)._tag).toBe('Right')
      }),
      { numRuns: 300 },
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

describe('a list that is longer than a data point', () => {
  it('is rejected, because the lock would cut it', () => {
    expect(() => synchMethod.encode(Array(256).fill('card'))).toThrow(/expected at most 255 bytes$/)
    expect(synchMethod.encode(Array(255).fill('card'))).toHaveLength(510)
  })
})

describe('a time of a raw data point', () => {
  it('is in milliseconds, without the fraction of its second', () => {
    const { fromMs, toMs } = { fromMs: 1_800_000_000_999, toMs: 1_900_000_000_001 }
    expect(timeBlock.decode(timeBlock.encode({ fromMs, toMs }))).toMatchObject({
      right: { fromMs: 1_800_000_000_000, toMs: 1_900_000_000_000 },
    })
    expect(permanent.fromMs).toBe(Date.parse('1999-12-31T16:00:00Z'))
    expect(permanent.toMs).toBe(Date.parse('2030-12-31T15:59:59Z'))
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

  it('do not appear in the ParamsError of an encoding failure', () => {
    const encode = () => temporaryPasswordCreate.encode({ ...value, pin: `${pin}x` })
    expect(encode).toThrow(
      /^temporary_password_creat: invalid parameters, nothing was sent. pin: expected digits$/,
    )
  })
})
