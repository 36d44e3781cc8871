import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hmacSha256Hex, sha256Hex } from '../../src/crypto/digest'
import { md5Hex } from '../../src/crypto/md5-hex'

const hashOf = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex')

describe.each(['', 'abc', 'Łukasz 的锁 🔑', 'a'.repeat(1_000)])('the text %j', (text) => {
  it('has the digests that Node computes', () => {
    expect(sha256Hex(text)).toBe(hashOf('sha256', text))
    expect(md5Hex(text)).toBe(hashOf('md5', text))
    expect(hmacSha256Hex(text, 'key')).toBe(createHmac('sha256', 'key').update(text).digest('hex'))
  })
})
