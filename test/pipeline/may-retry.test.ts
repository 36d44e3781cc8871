import { describe, expect, it } from 'vitest'
import { CancelledError } from '../../src/core/errors/cancelled-error'
import { ParamsError } from '../../src/core/errors/params-error'
import { ResponseError } from '../../src/core/errors/response-error'
import type { SdkError } from '../../src/core/errors/sdk-error'
import { TimeoutError } from '../../src/core/errors/timeout-error'
import { TransportError } from '../../src/core/errors/transport-error'
import { UnsupportedError } from '../../src/core/errors/unsupported-error'
import { VendorError, type VendorFailure } from '../../src/core/errors/vendor-error'
import {
  isCertainlyNotExecuted,
  isResendable,
  mayRetry,
  type RetryDecision,
} from '../../src/core/pipeline/may-retry'
import { wxFailure } from '../../src/transports/wx-failure'
import { actionOf } from '../support/calls'

const origin = { action: 'test', family: 'mini-program', requestId: 'r', attempt: 1 } as const
const lost = (statusCode?: number) =>
  new TransportError(origin, { delivery: 'unknown', reason: 'lost', statusCode })
const vendor = (code: number, statusCode?: number) =>
  new VendorError(origin, { code, message: '', statusCode })

const columns = ['read', 'idempotent', 'sync', 'once', 'once with a ticket'] as const
type Column = (typeof columns)[number]
const callOf = (column: Column) => {
  if (column === 'once with a ticket')
    return [actionOf.once, { device_id: 'door', ticket_id: 'T' }] as const
  return [actionOf[column], { device_id: 'door' }] as const
}

/** The retry table of the architecture document: one value for each cell. */
const Y = 'yes'
const W = 'after-window'
const N = 'no'
const U = 'outcome-unknown'
const rows: readonly (readonly [string, readonly SdkError[], readonly RetryDecision[]])[] = [
  [
    'a request that was not sent',
    [
      new TransportError(origin, { delivery: 'not-sent', reason: 'no host' }),
      new TimeoutError(origin, 1, 'not-sent'),
    ],
    [Y, Y, Y, Y, Y],
  ],
  [
    'a request that cannot be sent until the app is corrected',
    [
      new TransportError(origin, { delivery: 'not-sent', reason: 'address', isPermanent: true }),
      new TransportError(origin, wxFailure({ errMsg: '', errno: 600002 })),
      new TransportError(origin, wxFailure({ errMsg: 'request:fail url not in domain list' })),
    ],
    [N, N, N, N, N],
  ],
  [
    'a lost request (unknown delivery, time-out, 408, 5xx, not JSON)',
    [lost(), new TimeoutError(origin, 1, 'unknown'), lost(408), lost(500), lost(503), lost(200)],
    [Y, Y, W, U, U],
  ],
  [
    'a 5xx or 408 that carries a vendor code',
    [vendor(2001, 502), vendor(1109, 408)],
    [Y, Y, W, U, U],
  ],
  [
    'a rejection before execution (429, 1110, 1199)',
    [lost(429), vendor(1110), vendor(1199), vendor(12, 429)],
    [Y, Y, W, Y, N],
  ],
  [
    'a busy lock or cloud',
    [500, 1111, 1112, 2311, 2313, 2317, 2328].map((code) => vendor(code)),
    [Y, Y, W, N, N],
  ],
  [
    'an offline lock, another vendor code or another 4xx',
    [
      vendor(2001),
      vendor(2312),
      vendor(1109),
      vendor(424242),
      lost(400),
      lost(404),
      vendor(1106, 403),
    ],
    [N, N, N, N, N],
  ],
  ['an answer that breaks the contract', [new ResponseError(origin, [])], [N, N, N, U, U]],
  [
    'a ParamsError, UnsupportedError or CancelledError',
    [
      new ParamsError(origin, []),
      new UnsupportedError(origin, ''),
      new CancelledError(origin, 'unknown'),
      new CancelledError(origin, 'not-sent'),
    ],
    [N, N, N, N, N],
  ],
]

describe.each(rows)('mayRetry, after %s,', (_row, errors, decisions) => {
  it.each(columns.map((column, index) => [decisions[index], column] as const))(
    'returns %s for the action class: %s',
    (decision, column) => {
      const [action, params] = callOf(column)
      expect(errors.map((error) => mayRetry(action, params, error))).toEqual(
        errors.map(() => decision),
      )
    },
  )
})

it('mayRetry ignores the codes of the native container, and the gateway codes in a panel', () => {
  const decision = (failure: Partial<VendorFailure> & { readonly code: number }) => {
    const error = new VendorError({ ...origin, family: 'panel' }, { message: '', ...failure })
    return mayRetry(actionOf.read, { device_id: 'door' }, error)
  }
  expect(decision({ code: 9001, containerCode: 9001 })).toBe('no')
  expect(decision({ code: 1010, containerCode: 30001 })).toBe('no')
  expect(decision({ code: 1111, containerCode: 30001 })).toBe('yes')
})

it('isCertainlyNotExecuted holds for a request that cannot be sent, and isResendable does not', () => {
  const failed = (isPermanent: boolean) =>
    new TransportError(origin, { delivery: 'not-sent', reason: 'address', isPermanent })
  expect([true, false].map(failed).map(isCertainlyNotExecuted)).toEqual([true, true])
  expect([true, false].map(failed).map(isResendable)).toEqual([false, true])
})
