import { readEnvelope } from '../core/envelope/read-envelope'
import { LOWEST_CLOUD_CODE } from '../core/errors/native-failure'
import { TransportError } from '../core/errors/transport-error'
import { assertValid } from '../core/options/check'
import { isFunction } from '../core/options/checks'
import type { Transport, TransportAnswer, TransportRequest } from '../core/transport/transport'
import { fromPromise } from './from-promise'
import { actionBody } from './http-request'
import { wxFailure } from './wx-failure'

/** `fetch` of the vendor's own mini-program package. */
export type RayFetch = (call: RayCall) => PromiseLike<unknown>

/** The argument of the vendor's `fetch`. */
export interface RayCall {
  /** The vendor's name of the operation. */
  readonly action: string
  /** The encoded parameters: plain JSON. */
  readonly params: Readonly<Record<string, unknown>>
  /** Only if the call has one. */
  readonly version?: string
}

/**
 * The mini-program family over the vendor's own `fetch({ action, params })`, which has the session.
 *
 * It returns parsed values, so the digits of a Long beyond 2^53 are lost; `wxRequest` keeps them. It cannot be aborted:
 * unsubscribing only ignores the answer.
 *
 * @example
 * ```ts
 * const transportOfVendor = rayFetch(async ({ action }) => ({ success: true, result: action.length }))
 * ```
 */
export const rayFetch = (fetch: RayFetch): Transport => {
  assertValid('rayFetch', fetch, isFunction, 'fetch')
  return {
    name: 'ray fetch',
    families: ['mini-program'],
    send: (request) => fromPromise(() => answerOf(fetch, request)),
  }
}

const answerOf = async (fetch: RayFetch, request: TransportRequest): Promise<TransportAnswer> => {
  try {
    return { body: { value: await fetch(actionBody(request)) } }
  } catch (rejection) {
    if (isRefusal(rejection)) return { body: { value: rejection } }
    throw new TransportError(request, wxFailure(rejection))
  }
}

/**
 * Its rejections are not documented. A code of the cloud is an answer; everything else, also an HTTP status or a code of the
 * package itself, is a lost answer.
 */
const isRefusal = (rejection: unknown): boolean => {
  const envelope = readEnvelope(rejection)
  return !envelope.ok && typeof envelope.code === 'number' && envelope.code >= LOWEST_CLOUD_CODE
}
