import { createCipheriv, createDecipheriv } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decryptPassword,
  decryptTicketKey,
  encryptPassword,
  encryptTicketKey,
} from '../../src/crypto/ticket-crypto'
import { accessKey, passwords, sessionKey, ticketKey } from './vectors'

const ascii = (length: number) =>
  fc
    .array(fc.integer({ min: 0x20, max: 0x7e }), { minLength: length, maxLength: length })
    .map((codes) => String.fromCharCode(...codes))
const digits = fc.stringMatching(/^\d{6,7}$/)

const encryptedByNode = (algorithm: string, key: string, text: string): string => {
  const cipher = createCipheriv(algorithm, key, null)
  return cipher.update(text, 'utf8', 'hex') + cipher.final('hex')
}

describe('the ticket crypto vectors', () => {
  it('decrypt the ticket key with all 32 characters of the access key', () => {
    expect(decryptTicketKey(ticketKey, accessKey)).toBe(sessionKey)
    expect(decryptTicketKey(ticketKey.toLowerCase(), accessKey)).toBe(sessionKey)
    expect(encryptTicketKey(sessionKey, accessKey)).toBe(ticketKey)
  })

  it.each(passwords)('encrypt the password $digits, in lower-case hex', ({ digits, encrypted }) => {
    expect(encryptPassword(digits, sessionKey)).toBe(encrypted.toLowerCase())
    for (const hex of [encrypted, encrypted.toLowerCase()])
      expect(decryptPassword(hex, sessionKey)).toBe(digits)
  })
})

describe('ticket keys', () => {
  it('decrypt to the session key for any session key and access key', () => {
    fc.assert(
      fc.property(ascii(16), ascii(32), (session, access) => {
        expect(decryptTicketKey(encryptTicketKey(session, access), access)).toBe(session)
      }),
    )
  })

  it('do not decrypt with another access key', () => {
    fc.assert(
      fc.property(ascii(32), (another) => {
        fc.pre(another !== accessKey)
        expect(decryptTicketKey(ticketKey, another)).toBeUndefined()
      }),
    )
  })

  it.each([
    ['the first half', accessKey.slice(0, 16)],
    ['the middle', accessKey.slice(8, 24)],
    ['an empty part', ''],
    ['a two-byte variant', `${accessKey.slice(0, 31)}é`],
  ])('do not decrypt with %s of the access key', (_, part) => {
    expect(decryptTicketKey(ticketKey, part)).toBeUndefined()
  })

  it('do not decrypt with a key of another length, with which they were encrypted', () => {
    const short = accessKey.slice(0, 16)
    expect(decryptTicketKey(encryptedByNode('aes-128-ecb', short, sessionKey), short)).toBe(
      undefined,
    )
  })

  it.each([
    ['too short', 'short'],
    ['too long', accessKey],
    ['not ASCII', 'é2345678901234'],
  ])('do not decrypt to a session key that is %s', (_, session) => {
    const hex = encryptedByNode('aes-256-ecb', accessKey, session)
    expect(decryptTicketKey(hex, accessKey)).toBeUndefined()
  })

  it('do not decrypt when a single digit was changed', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: ticketKey.length - 1 }),
        fc.integer({ min: 1, max: 15 }),
        (at, by) => {
          const digit = ((Number.parseInt(ticketKey.charAt(at), 16) + by) % 16).toString(16)
          const tampered = ticketKey.slice(0, at) + digit + ticketKey.slice(at + 1)
          expect(decryptTicketKey(tampered, accessKey)).toBeUndefined()
        },
      ),
    )
  })

  it.each([
    ['empty', ''],
    ['truncated within a block', ticketKey.slice(0, 40)],
    ['truncated after a block', ticketKey.slice(0, 32)],
    ['masked', ticketKey.replace(/^.{4}/, '****')],
    ['not hexadecimal', 'z'.repeat(64)],
    ['followed by a line break', `${ticketKey}\n`],
  ])('do not decrypt when they are %s', (_, invalid) => {
    expect(decryptTicketKey(invalid, accessKey)).toBeUndefined()
  })
})

describe('encrypted passwords', () => {
  it('decrypt to the password for any digits and session key', () => {
    fc.assert(
      fc.property(digits, ascii(16), (password, session) => {
        expect(decryptPassword(encryptPassword(password, session), session)).toBe(password)
      }),
    )
  })

  it('are AES-128-ECB with PKCS7 padding, which Node also decrypts', () => {
    fc.assert(
      fc.property(digits, ascii(16), (password, session) => {
        const cipher = createDecipheriv('aes-128-ecb', Buffer.from(session), null)
        const hex = encryptPassword(password, session)
        expect(cipher.update(hex, 'hex', 'utf8') + cipher.final('utf8')).toBe(password)
      }),
    )
  })

  it('do not decrypt with another session key, or when they are not whole blocks of hex', () => {
    expect(decryptPassword(passwords[0]?.encrypted ?? '', '8897a6b5c4d3e2f1')).toBeUndefined()
    expect(decryptPassword(passwords[0]?.encrypted ?? '', 'short')).toBeUndefined()
    expect(decryptPassword('1234567', sessionKey)).toBeUndefined()
    expect(decryptPassword('', sessionKey)).toBeUndefined()
  })

  it('do not decrypt when the padding is invalid', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\da-f]{32}$/), (hex) => {
        const decrypted = decryptPassword(hex, sessionKey)
        expect(decrypted === undefined || encryptPassword(decrypted, sessionKey) === hex).toBe(true)
      }),
    )
  })
})

describe('keys of an invalid length', () => {
  it('are rejected, because crypto-js would use a different cipher with them', () => {
    const noSessionKey = new RangeError('not a session key')
    expect(() => encryptPassword('123456', accessKey)).toThrow(noSessionKey)
    expect(() => encryptTicketKey(accessKey, accessKey)).toThrow(noSessionKey)
    expect(() => encryptTicketKey(sessionKey, sessionKey)).toThrow(
      new RangeError('not an access key'),
    )
  })

  it.each([
    ['the first', `é${sessionKey.slice(1)}`],
    ['the last', `${sessionKey.slice(1)}é`],
  ])('or with %s character outside of ASCII, are rejected', (_, key) => {
    expect(() => encryptPassword('123456', key)).toThrow(RangeError)
  })
})
