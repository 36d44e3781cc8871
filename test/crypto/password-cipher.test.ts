import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { isParamsError } from '../../src/core/errors/params-error'
import { isTransportError } from '../../src/core/errors/transport-error'
import { passwordCipher } from '../../src/crypto/password-cipher'
import { accessKey, passwords, sessionKey, ticketKey } from './vectors'

const ticket = { ticket_key: ticketKey }
const anotherKey = accessKey.split('').reverse().join('')

const failureOf = (work: () => unknown): Promise<unknown> =>
  Promise.resolve()
    .then(work)
    .then(
      () => expect.fail('expected a failure'),
      (error: unknown) => error,
    )

/** Everything that a logger could print of an error. */
const printed = (error: unknown) =>
  [String(error), JSON.stringify(error), inspect(error, { showHidden: true, depth: 9 })].join('\n')

describe('the password cipher', () => {
  it.each(passwords)(
    'encrypts the password $digits for a ticket, in the case that is asked for',
    async ({ digits, encrypted }) => {
      const hex = encrypted.toLowerCase()
      expect(await passwordCipher({ accessKey }).encrypt(ticket, digits)).toBe(hex)
      for (const [hexCase, expected] of [
        ['lower', hex],
        ['upper', encrypted],
      ] as const)
        expect(await passwordCipher({ accessKey, hexCase }).encrypt(ticket, digits)).toBe(expected)
    },
  )

  it('works when encrypt is called without its object', async () => {
    const { encrypt } = passwordCipher({ accessKey })
    expect(await encrypt(ticket, '1234567')).toBe(passwords[0]?.encrypted.toLowerCase())
  })

  it.each([
    ['an invalid access key', 'accessKey', () => passwordCipher({ accessKey: 'short' })],
    [
      'an unknown hex case',
      'hexCase',
      () => passwordCipher({ accessKey, hexCase: 'LOWER' as 'lower' }),
    ],
    [
      'another access key',
      'ticket.ticket_key',
      () => passwordCipher({ accessKey: anotherKey }).encrypt(ticket, '7654321'),
    ],
    [
      'a truncated ticket key',
      'ticket.ticket_key',
      () => passwordCipher({ accessKey }).encrypt({ ticket_key: ticketKey.slice(9) }, '7654321'),
    ],
    [
      'letters in the password',
      'password',
      () => passwordCipher({ accessKey }).encrypt(ticket, '76543ab'),
    ],
    [
      'a long password',
      'password',
      () => passwordCipher({ accessKey }).encrypt(ticket, '7654321076543'),
    ],
  ])('rejects %s, and reveals no secret', async (_, path, work) => {
    const error = await failureOf(work)
    if (!isParamsError(error)) throw error
    expect(error.issues.map((issue) => issue.path)).toEqual([path])
    expect(error.action).toBe('passwordCipher')
    for (const secret of [accessKey, anotherKey, sessionKey, ticketKey.slice(9), '76543'])
      expect(printed(error)).not.toContain(secret)
  })

  it.each([
    ['null', null],
    ['a list of 32 characters', [...accessKey]],
  ])('rejects %s in place of the text of an access key', async (_, given) => {
    const error = await failureOf(() => passwordCipher({ accessKey: given as never }))
    expect(error).toSatisfy(isParamsError)
  })

  it('says what it expects', async () => {
    const messageOf = async (work: () => unknown) => String(await failureOf(work))
    expect(await messageOf(() => passwordCipher({ accessKey: 'short' }))).toContain(
      'expected the access secret, 32 characters',
    )
    expect(
      await messageOf(() => passwordCipher({ accessKey, hexCase: 'LOWER' as 'lower' })),
    ).toContain("expected 'lower' or 'upper'")
    expect(
      await messageOf(() => passwordCipher({ accessKey: anotherKey }).encrypt(ticket, '7654321')),
    ).toContain('the access key does not decrypt it')
  })

  it('fails with delivery not-sent when crypto-js cannot be loaded', async () => {
    vi.resetModules()
    vi.doMock('../../src/crypto/ticket-crypto', () => {
      throw new Error(`cannot load https://cdn.example/?token=${sessionKey}`)
    })
    try {
      const fresh = await import('../../src/crypto/password-cipher')
      const error = await failureOf(() =>
        fresh.passwordCipher({ accessKey }).encrypt(ticket, '123456'),
      )
      if (!isTransportError(error)) throw error
      expect(error.delivery).toBe('not-sent')
      expect(error.message).toContain('crypto-js was not loaded')
      expect(printed(error)).not.toContain(sessionKey)
    } finally {
      vi.doUnmock('../../src/crypto/ticket-crypto')
    }
  })

  it('loads crypto-js at the first encryption, not at import or creation', () => {
    const script = fileURLToPath(new URL('./loaded-modules.ts', import.meta.url))
    const output = execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' })
    expect(JSON.parse(output)).toEqual({ imported: 0, created: 0, used: true })
  })
})
