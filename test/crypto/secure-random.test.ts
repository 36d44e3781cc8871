import { webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type WxRandomLike, webSecureRandom, wxSecureRandom } from '../../src/crypto/secure-random'

const isByte = (value: number) => Number.isInteger(value) && value >= 0 && value < 256

describe('a secure random source', () => {
  it('of a webview returns the requested number of bytes', async () => {
    const bytes = Array.from(await webSecureRandom(webcrypto)(64))
    expect(bytes).toHaveLength(64)
    expect(bytes.every(isByte)).toBe(true)
    expect(new Set(bytes).size).toBeGreaterThan(8)
  })

  it('of WeChat returns the bytes of the asynchronous callback', async () => {
    const random = wxSecureRandom({
      getRandomValues: ({ length, success }) => {
        setImmediate(() =>
          success({ randomValues: Uint8Array.from({ length }, (_, at) => at).buffer }),
        )
      },
    })
    expect(Array.from(await random(4))).toEqual([0, 1, 2, 3])
  })

  it('of WeChat fails when the host fails', async () => {
    const random = wxSecureRandom({ getRandomValues: ({ fail }) => fail({ errMsg: 'no' }) })
    await expect(random(4)).rejects.toThrow('getRandomValues failed')
  })

  it.each<[string, WxRandomLike['getRandomValues']]>([
    ['passes no answer', ({ success }) => success(undefined as never)],
    ['passes no bytes', ({ success }) => success({} as never)],
    ['passes too few bytes', ({ success }) => success({ randomValues: new ArrayBuffer(2) })],
    ['returns a rejected promise', () => Promise.reject(new Error('no'))],
    [
      'throws',
      () => {
        throw new Error('getRandomValues failed')
      },
    ],
  ])('of WeChat fails when the host %s', async (_, getRandomValues) => {
    await expect(wxSecureRandom({ getRandomValues })(4)).rejects.toThrow('getRandomValues failed')
  })
})
