import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { CancelledError, isCancelledError } from '../../src/core/errors/cancelled-error'
import {
  isOutcomeUnknownError,
  OutcomeUnknownError,
} from '../../src/core/errors/outcome-unknown-error'
import { isParamsError, ParamsError } from '../../src/core/errors/params-error'
import { isResponseError, ResponseError } from '../../src/core/errors/response-error'
import { isSdkError } from '../../src/core/errors/sdk-error'
import { isTimeoutError, TimeoutError } from '../../src/core/errors/timeout-error'
import { isTransportError, TransportError } from '../../src/core/errors/transport-error'
import { isUnsupportedError, UnsupportedError } from '../../src/core/errors/unsupported-error'
import { isVendorError, VendorError } from '../../src/core/errors/vendor-error'

const origin = { action: 'a', family: 'mini-program', requestId: 'r', attempt: 2 } as const
const transport = new TransportError(origin, {
  delivery: 'unknown',
  reason: 'lost',
  statusCode: 502,
})
const errors = [
  [isParamsError, new ParamsError(origin, [{ path: 'a', message: 'missing' }])],
  [isUnsupportedError, new UnsupportedError(origin, 'no.')],
  [isTransportError, transport],
  [isTimeoutError, new TimeoutError(origin, 10, 'not-sent')],
  [isVendorError, new VendorError(origin, { code: 1, message: '' })],
  [isResponseError, new ResponseError(origin, [])],
  [isOutcomeUnknownError, new OutcomeUnknownError(origin, transport, 'device.status')],
  [isCancelledError, new CancelledError(origin, 'unknown')],
] as const

describe.each(errors.map(([guard, error]) => ({ guard, error })))(
  'the class $error.name',
  ({ guard, error }) => {
    it('matches its own guard, and otherwise only the guard of its parent class', () => {
      const matching = errors.map(([is]) => is).filter((is) => is(error))
      expect(matching).toEqual(
        error instanceof TimeoutError ? [isTransportError, isTimeoutError] : [guard],
      )
      expect(isSdkError(error)).toBe(true)
    })

    it('is an Error that carries the origin of its call', () => {
      expect(error).toBeInstanceOf(Error)
      expect(error).toMatchObject(origin)
      expect(error.name).toBe(error.constructor.name)
      expect(error.message.startsWith('a: ')).toBe(true)
    })

    it('never carries a third-party cause', () => {
      expect(error.cause).toBeUndefined()
    })
  },
)

describe('an error guard', () => {
  it('matches an error of another copy of the package by brand and kind', () => {
    const copy: unknown = runInNewContext(
      `Object.defineProperty(Object.assign(new Error('x'), { kind: 'vendor' }), Symbol.for('lockpanel.SdkError'), { value: true })`,
    )
    expect(copy instanceof Error).toBe(false)
    expect(isSdkError(copy)).toBe(true)
    expect(isVendorError(copy)).toBe(true)
    expect(isParamsError(copy)).toBe(false)
  })

  it.each([undefined, null, 'text', 7, {}, new Error('x'), { kind: 'vendor' }])(
    'does not match %j',
    (value) => {
      expect(isSdkError(value)).toBe(false)
      expect(isVendorError(value)).toBe(false)
    },
  )
})
