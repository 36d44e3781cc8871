import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hmacSha256Hex, sha256Hex } from '../../src/crypto/digest'
import { sign } from '../../src/open-api/sign'
import { stringToSign } from '../../src/open-api/string-to-sign'
import { credentials, vectors } from './vectors'

describe('the signature', () => {
  it.each(vectors)(
    'matches the test vector: $what',
    ({ request, headers, accessToken, ...expected }) => {
      const text = stringToSign(request, headers)
      expect(text).toBe(expected.stringToSign)
      expect(sign({ ...credentials, accessToken }, text)).toBe(expected.sign)
    },
  )
})

describe('the digests', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 })

  it('hash the UTF-8 of any text like Node', () => {
    fc.assert(
      fc.property(text, (body) => {
        expect(sha256Hex(body)).toBe(createHash('sha256').update(body).digest('hex'))
      }),
    )
  })

  it('compute the HMAC of any text with any key like Node', () => {
    fc.assert(
      fc.property(text, text, (body, key) => {
        expect(hmacSha256Hex(body, key)).toBe(createHmac('sha256', key).update(body).digest('hex'))
      }),
    )
  })
})
