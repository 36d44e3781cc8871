import { describe, expect, it } from 'vitest'
import { CancelledError } from '../../src/core/errors/cancelled-error'
import {
  containerCode,
  containerCodes,
  containerRefusal,
} from '../../src/core/errors/container-codes'
import { LockError } from '../../src/core/errors/lock-error'
import { OutcomeUnknownError } from '../../src/core/errors/outcome-unknown-error'
import { ParamsError } from '../../src/core/errors/params-error'
import { ResponseError } from '../../src/core/errors/response-error'
import { TimeoutError } from '../../src/core/errors/timeout-error'
import { TransportError } from '../../src/core/errors/transport-error'
import { UnsupportedError } from '../../src/core/errors/unsupported-error'
import { vendorCode, vendorCodes } from '../../src/core/errors/vendor-codes'
import { VendorError } from '../../src/core/errors/vendor-error'
import { wordsFor } from '../../src/entries/words'
import { en } from '../../src/entries/words/en'
import { bleError } from '../../src/flows/bluetooth/ble-error'
import { lockError as enrolmentError } from '../../src/flows/enrolment/enrolment-error'
import { offlineError } from '../../src/flows/offline-passwords/offline-error'
import { sharingError } from '../../src/flows/sharing/sharing-error'
import { locales } from './locales'

const origin = { action: 'device.status' }
const english = wordsFor(en)
const families = ['mini-program', 'open-api', 'panel'] as const

const refusedWith = (code: number | string, family?: (typeof families)[number]) =>
  new VendorError({ ...origin, family }, { code, message: '' })

describe.each(locales)('the words of errors (%s)', (_, locale) => {
  const { error } = wordsFor(locale)
  const general = locale.problems['unknown-code']

  it.each(families)('name what each vendor code means in the family %s', (family) => {
    const wordless = vendorCodes.filter((code) => {
      const isKnown = vendorCode(family, code).meaning !== 'unknown code'
      const { title, advice } = error(refusedWith(code, family))
      return advice === '' || title.includes(general) === isKnown
    })
    expect(wordless).toEqual([])
  })

  it('name what each refusal by the container of the app means', () => {
    const refused = containerCodes.filter((code) => containerCode(code)?.class === 'permanent')
    const wordless = refused.filter((code) => {
      const meaning = containerRefusal({ code, containerCode: code })
      const failure = { code, message: '', containerCode: code, meaning }
      return error(new VendorError(origin, failure)).title.includes(general)
    })
    expect(refused.length).toBeGreaterThan(10)
    expect(wordless).toEqual([])
  })

  it('have the number of an unknown vendor code', () => {
    expect(error(refusedWith(987_654)).title).toContain('987654')
    expect(error(refusedWith(987_654)).title).toContain(general)
  })

  it('do not repeat a code that is a text, a message or a reason', () => {
    const thrown = [
      refusedWith('SECRET_WORD'),
      new VendorError(origin, { code: 42, message: 'the password is hunter' }),
      new LockError({ action: 'remoteUnlock.unlock' }, 'hunter', 'hunter'),
      new TransportError(origin, { delivery: 'unknown', reason: 'hunter' }),
    ]
    for (const one of thrown) expect(JSON.stringify(error(one))).not.toMatch(/SECRET|hunter/)
  })

  it.each([
    undefined,
    null,
    'text',
    new Error('hunter'),
    { kind: 'newer' },
    { kind: 'constructor' },
    { kind: 'lock' },
    { kind: 'vendor', meaning: 'toString' },
  ])('are general for any other value: %j', (thrown) => {
    expect(error(thrown)).toEqual({ title: locale.problems.failed, advice: locale.advice.retry })
  })
})

describe('the words of an error', () => {
  it('differ between a request that was not sent and one that may have executed', () => {
    const titleOf = (delivery: 'not-sent' | 'unknown') => [
      english.error(new TransportError(origin, { delivery, reason: 'reset' })).title,
      english.error(new TimeoutError(origin, 10, delivery)).title,
      english.error(new CancelledError(origin, delivery)).title,
    ]
    expect(titleOf('not-sent')).toEqual([
      'No connection',
      'It could not be sent in time',
      'Cancelled',
    ])
    expect(titleOf('unknown')).toEqual([
      'The connection broke; it may have worked',
      'No answer in time; it may have worked',
      'Cancelled, but the lock may still do it',
    ])
  })

  it('always advise to check the lock if the outcome is unknown', () => {
    const failures = ['unconfirmed', new TimeoutError(origin, 10, 'unknown')] as const
    for (const failure of failures) {
      const { advice } = english.error(new OutcomeUnknownError(origin, failure, undefined))
      expect(advice).toBe('Check the lock before you try again.')
    }
    const notShown = new OutcomeUnknownError(origin, 'not-seen-yet', undefined)
    expect(english.error(notShown).title).toBe('Accepted, but not shown yet')
  })

  it.each([
    [new ParamsError(origin, []), 'Something entered is not valid'],
    [new UnsupportedError(origin, 'No.'), 'This lock or this app cannot do this'],
    [new ResponseError(origin, []), 'The answer of the cloud is not readable'],
    [
      new TransportError(origin, { delivery: 'unknown', reason: 'status', statusCode: 403 }),
      'The server refused this (403)',
    ],
    [
      new TransportError(origin, { delivery: 'unknown', reason: 'status', statusCode: 429 }),
      'Too many requests',
    ],
    [
      new TransportError(origin, { delivery: 'unknown', reason: 'status', statusCode: 408 }),
      'The connection broke; it may have worked',
    ],
    [
      new TransportError(origin, { delivery: 'not-sent', reason: 'no domain', isPermanent: true }),
      'The app is not set up for this',
    ],
  ])('follow from its kind: %s', (error, title) => {
    expect(english.error(error).title).toBe(title)
  })

  it('follow from the family of a vendor code', () => {
    expect(english.error(refusedWith(1010, 'open-api')).title).toBe('Your sign-in has expired')
    expect(english.error(refusedWith(1010, 'panel')).title).toBe('The cloud refused this (1010)')
  })

  it('follow from the flow of a reason, because one name has two meanings', () => {
    expect(english.error(bleError({ action: 'ble.open' }, 'full')).title).toBe(
      'The lock cannot store another phone',
    )
    expect(english.error(enrolmentError('full')).title).toBe(
      'The lock cannot store more of this kind',
    )
    expect(english.error(sharingError('confirm', 'not-open', '')).title).toBe(
      'The invitation is no longer open',
    )
    expect(english.error(offlineError('revoke', 'not-revoked', '')).title).toBe(
      'The command was not executed',
    )
  })
})
