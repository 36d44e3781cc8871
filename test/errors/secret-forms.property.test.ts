import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { vendorCode, vendorCodes } from '../../src/core/errors/vendor-codes'
import { withoutSecrets } from '../../src/core/errors/without-secrets'
import { secretsIn } from '../../src/transports/headers'

const digits = '0123456789'.split('')
const alphanumeric = [...digits, ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ']
const textOf = (characters: readonly string[], minLength: number, maxLength: number) =>
  fc
    .array(fc.constantFrom(...characters), { minLength, maxLength })
    .map((letters) => letters.join(''))

/** PINs, ticket ids, keys, and tokens with punctuation. */
const secrets = fc.oneof(
  textOf(digits, 4, 12),
  textOf(alphanumeric, 5, 10).map((id) => `7${id}`),
  textOf([...digits, ...'abcdef'], 15, 31).map((key) => `0${key}`),
  fc
    .tuple(textOf(alphanumeric, 8, 20), textOf(alphanumeric, 8, 20))
    .map(([one, two]) => `${one}1+/${two}==`),
)

const hexOf = (secret: string) => Buffer.from(secret).toString('hex')
const pairsOf = (hex: string) => hex.match(/../g) ?? []
const base64Of = (text: string) => Buffer.from(text).toString('base64')

/** What a cloud, its log or a proxy may make of a secret. */
const forms: Readonly<Record<string, (secret: string) => string>> = {
  itself: (secret) => secret,
  'upper case': (secret) => secret.toUpperCase(),
  'lower case': (secret) => secret.toLowerCase(),
  'spaced letters': (secret) => secret.split('').join(' '),
  'letters with hyphens': (secret) => secret.split('').join('-'),
  'a list of letters': (secret) => JSON.stringify(secret.split('')),
  groups: (secret) => secret.replace(/(...)/g, '$1 '),
  base64: base64Of,
  'base64 for an address': (secret) => Buffer.from(secret).toString('base64url'),
  'base64 of a query': (secret) => base64Of(`pin=${secret}`),
  'base64 of JSON': (secret) => base64Of(`{"pin":"${secret}"}`),
  'base64 of a short object': (secret) => base64Of(`{"p":"${secret}"}`),
  'spaced base64': (secret) => base64Of(secret).split('').join(' '),
  hex: hexOf,
  'upper-case hex': (secret) => hexOf(secret).toUpperCase(),
  'hex bytes': (secret) => pairsOf(hexOf(secret)).join(' '),
  'hex bytes with colons': (secret) => pairsOf(hexOf(secret)).join(':'),
  'hex literals': (secret) =>
    pairsOf(hexOf(secret))
      .map((byte) => `0x${byte}`)
      .join(', '),
  'percent encoding': (secret) =>
    pairsOf(hexOf(secret))
      .map((byte) => `%${byte}`)
      .join(''),
  'a byte for each digit': (secret) =>
    /^\d+$/.test(secret) ? secret.replace(/\d/g, '0$&') : secret,
}
const cuts: Readonly<Record<string, (text: string, size: number) => string>> = {
  'the whole of': (text) => text,
  'the start of': (text, size) => `${text.slice(0, size)}...`,
  'the end of': (text, size) => `***${text.slice(-size)}`,
  'the middle of': (text, size) => text.slice(1, -1).slice(0, size),
}
const onlyLetters = (text: string) =>
  text
    .replace(/0x/gi, '')
    .replace(/[^a-z\d]/gi, '')
    .toLowerCase()

/** With letters that are in no secret, so that no word matches by chance. */
const before = '门锁拒绝了密码'
const after = '因为它无效'

describe('the message of a cloud', () => {
  it.each(
    Object.keys(forms)
      .flatMap((form) => Object.keys(cuts).map((cut) => [cut, form] as const))
      // The start of a longer text has little of the secret.
      .filter(([cut, form]) => !form.startsWith('base64 of') || /whole|end/.test(cut)),
  )('shows nothing of %s a secret as %s', (cut, form) =>
    fc.assert(
      fc.property(secrets, fc.integer({ min: 6, max: 20 }), (secret, size) => {
        // Enough that half of the letters are left, also between separators.
        const whole = forms[form]?.(secret) ?? ''
        const quoted = cuts[cut]?.(whole, Math.max(size, Math.ceil(whole.length * 0.75))) ?? ''
        const shown = withoutSecrets(`${before} ${quoted} ${after}`, [secret])
        expect(shown.startsWith(before)).toBe(true)
        expect(shown.endsWith(after)).toBe(true)
        const rest = onlyLetters(shown.slice(before.length, -after.length))
        // Around the form of a longer text, its other letters are left.
        expect(rest.replace(/secret|hidden/g, '').length).toBeLessThanOrEqual(
          form.startsWith('base64 of') ? 10 : 2,
        )
        expect(onlyLetters(shown)).not.toContain(onlyLetters(secret))
      }),
      { numRuns: 50 },
    ),
  )

  it('keeps every route and name of an operation', () => {
    const names = Object.values(allActions).map(({ name }) => name)
    for (const name of names)
      for (const known of [[], ['618033'], ['ede14e228a7d7c85', 'Bearer tok3n-of-the-app']]) {
        const message = `no permission for ${name}`
        expect(withoutSecrets(message, known)).toBe(message.slice(0, 200))
      }
    expect(names.length).toBeGreaterThan(90)
  })

  it('hides an id in a route, and keeps the route', () => {
    const id = '6c4fbd29ae06a5e2bcflna'
    expect(withoutSecrets(`GET /v1.0/smart-lock/devices/${id}/users is not subscribed`, [])).toBe(
      'GET /v1.0/smart-lock/devices/[hidden]/users is not subscribed',
    )
  })

  it('keeps the documented meaning of every code', () => {
    for (const code of vendorCodes) {
      const { meaning } = vendorCode('mini-program', code)
      expect(withoutSecrets(meaning, ['ede14e228a7d7c85', '618033'])).toBe(meaning)
    }
  })

  it('hides unknown keys in any usual form', () => {
    for (const key of [
      'ede14e228a7d7c85',
      '901CC35A67DA3429C38E9622',
      '123e4567-e89b-12d3-a456-426614174000',
      'abcd-1234-efgh-5678-ijkl',
      'Zm9v/YmFy+MTIzNDU2Nzg5',
      'sk_live_4eC39HqLyjWDarjtT1zdp7dc',
    ])
      expect(withoutSecrets(`key ${key} is invalid`, [])).toBe('key [hidden] is invalid')
  })

  it('keeps the words of headers that are no credentials', () => {
    const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer abc123def456' }
    expect(withoutSecrets('the application sent abc123def456 as json', secretsIn(headers))).toBe(
      'the application sent [secret] as json',
    )
  })

  it('shows no part of a secret at the end of what is read of a long message', () => {
    const message = `${'k9'.repeat(1_990)} ${'k9'.repeat(9)} 618033`
    for (let more = 0; more < 40; more++) {
      const shown = withoutSecrets(`${'x'.repeat(more)}${message}`, ['618033'])
      expect(shown.replace(/\[(?:hidden|secret)\]/g, '').trim()).toBe('')
    }
  })
})
