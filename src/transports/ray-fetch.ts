import { readEnvelope } from '../core/envelope/read-envelope'
import { TransportError } from '../core/errors/transport-error'
import type { Transport, TransportAnswer, TransportRequest } from '../core/transport/transport'
import { fromPromise } from './from-promise'
import { actionBody } from './http-request'
import { wxFailure } from './wx-failure'

/** What the vendor's own mini-program package calls `fetch`. */
export type RayFetch = (call: RayCall) => PromiseLike<unknown>

export interface RayCall {
  readonly action: string
  readonly params: Readonly<Record<string, unknown>>
  /** Only where the call names one. */
  readonly version?: string
}

/**
 * Speaks the mini-program family over the vendor's own `fetch({ action, params })`, which knows the session.
 *
 * It hands over parsed values: the digits of a Long beyond 2^53 are gone by then, where `wxRequest` keeps them. And it
 * cannot be aborted: whoever unsubscribes only stops listening.
 */
export const rayFetch = (fetch: RayFetch): Transport => ({
  name: 'ray fetch',
  families: ['mini-program'],
  send: (request) => fromPromise(() => answerOf(fetch, request)),
})

const answerOf = async (fetch: RayFetch, request: TransportRequest): Promise<TransportAnswer> => {
  try {
    return { body: { value: await fetch(actionBody(request)) } }
  } catch (rejection) {
    if (isRefusal(rejection)) return { body: { value: rejection } }
    throw new TransportError(request, wxFailure(rejection))
  }
}

/** Codes below are HTTP statuses or of the package's own making, and say nothing about what the cloud did. */
const LOWEST_CLOUD_CODE = 1000

/** What it rejects with is not documented. A code of the cloud is its answer; everything else is a lost answer. */
const isRefusal = (rejection: unknown): boolean => {
  const envelope = readEnvelope(rejection)
  return !envelope.ok && typeof envelope.code === 'number' && envelope.code >= LOWEST_CLOUD_CODE
}
