import { webcrypto } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LockType } from '../../../src/core/action'
import { isParamsError } from '../../../src/core/errors/params-error'
import { isTransportError } from '../../../src/core/errors/transport-error'
import { type SecureRandom, webSecureRandom } from '../../../src/crypto/secure-random'
import { lockContext } from '../../../src/flows/shared/lock-context'
import { generatePin, isTooSimple } from '../../../src/flows/temporary-passwords/generate-pin'
import { createHarness } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { overMiniProgram } from './password-harness'

const startGenerating = (secureRandom: SecureRandom | undefined, type: LockType = 'wifi') => {
  const { panel, deviceId, options, clock, timers } = createHarness(overMiniProgram())
  const { secureRandom: _, ...others } = options
  const context = lockContext(panel, deviceId, {
    ...others,
    type,
    ...(secureRandom !== undefined && { secureRandom }),
  })
  return { clock, timers, pin: generatePin(context, { action: 'test' }) }
}

const generated = async (secureRandom: SecureRandom, type?: LockType): Promise<string> => {
  const { clock, pin, timers } = startGenerating(secureRandom, type)
  const password = await settle(clock, pin)
  expect(timers.now).toBe(0)
  return password
}

/** Returns the bytes in sequence, and starts again at the end. */
const bytesOf = (bytes: readonly number[]): SecureRandom => {
  let at = 0
  return (count) => Array.from({ length: count }, () => bytes[at++ % bytes.length] ?? 0)
}

describe('generating a PIN', () => {
  it.each([
    ['wifi', 7],
    ['wifi-video', 7],
    ['zigbee', 6],
    ['ble', 6],
    ['ble-gateway', 6],
  ] as const)('for a %s lock returns %i digits', async (type, length) => {
    expect(await generated(webSecureRandom(webcrypto), type)).toMatch(
      new RegExp(`^\\d{${length}}$`),
    )
  })

  it('derives the digits only from the bytes of the source', async () => {
    const usable = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 30, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(usable, async (bytes) => {
        const kept = bytes.filter((byte) => byte < 250).map((byte) => byte % 10)
        fc.pre(kept.length >= 14 && !isTooSimple(kept.slice(0, 7).join('')))
        expect(await generated(bytesOf(bytes))).toBe(kept.slice(0, 7).join(''))
      }),
      { numRuns: 50 },
    )
  })

  it('discards bytes of 250 or more, which would make 0 to 5 more frequent', async () => {
    expect(await generated(bytesOf([250, 255, 251, 7, 254, 1, 9, 253, 4, 252, 0, 2, 8]))).toBe(
      '7194028',
    )
  })

  it('returns all digits equally often', async () => {
    const counts: number[] = Array(10).fill(0)
    const random = webSecureRandom(webcrypto)
    for (let times = 0; times < 1_000; times++)
      for (const digit of await generated(random))
        counts[Number(digit)] = (counts[Number(digit)] ?? 0) + 1
    // 700 of each are expected; six standard deviations are 151.
    for (const count of counts) expect(Math.abs(count - 700)).toBeLessThan(151)
  })

  it('returns neither a repeated digit nor a sequence', async () => {
    const simple = [1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 8, 7, 6, 5, 4, 3]
    expect(await generated(bytesOf([...simple, 4, 0, 9, 1, 7, 7, 2]))).toBe('4091772')
  })

  it.each([
    ['0000000', true],
    ['1234567', true],
    ['7654321', true],
    ['8901234', true],
    ['2109876', true],
    ['1357913', false],
    ['1234568', false],
    ['0012345', false],
    ['1111112', false],
  ])('classifies %s as too simple: %s', (digits, expected) => {
    expect(isTooSimple(digits)).toBe(expected)
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('seed 4711')
      },
    ],
    ['rejects', () => Promise.reject(new Error('seed 4711'))],
    ['always returns the same byte', () => Array(7).fill(0)],
    ['returns only bytes of 250 or more', () => Array(7).fill(255)],
    ['returns fractions', () => Array(7).fill(0.4711)],
    ['returns an empty array', () => []],
    ['returns undefined', () => undefined as never],
    ['never answers', () => new Promise<never>(() => {})],
  ] as const)('fails with a TransportError if the source %s', async (_, source) => {
    const { clock, pin, timers } = startGenerating(source)
    const error = await failureOf(clock, pin)
    expect(isTransportError(error) && error.delivery).toBe('not-sent')
    expect(String(error)).not.toContain('4711')
    expect(timers.now).toBe(0)
  })

  it.each([
    ['without a source', undefined, 'wifi'],
    ['for an unknown lock type', webSecureRandom(webcrypto), 'any'],
    [
      'for access control, whose PIN length is not documented',
      webSecureRandom(webcrypto),
      'access-control',
    ],
  ] as const)('fails with a ParamsError %s', async (_, source, type) => {
    const { clock, pin } = startGenerating(source, type)
    const error = await failureOf(clock, pin)
    expect(isParamsError(error) && error.issues.map(({ path }) => path)).toEqual(['password'])
  })
})
