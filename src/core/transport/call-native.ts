import { type NativeFailure, readNativeFailure } from '../errors/native-failure'
import { isSdkError } from '../errors/sdk-error'
import type { NativeCallbacks } from './native-like'

export type NativeOutcome = { readonly kind: 'answer'; readonly value: unknown } | NativeFailure

/**
 * Calls a native host. The first thing that it says counts, and nothing it says after; it may say nothing at all.
 *
 * A host that throws may have sent before it did, so what became of the call is not known.
 */
export const callNative = (
  call: (callbacks: NativeCallbacks) => unknown,
  done: (outcome: NativeOutcome) => void,
): void => {
  let isOver = false
  const end = (outcome: NativeOutcome) => {
    if (isOver) return
    isOver = true
    done(outcome)
  }
  const fail = (failure: unknown) => end(readNativeFailure(failure))
  try {
    const returned = call({ success: (value) => end({ kind: 'answer', value }), fail })
    // A host with callbacks may hand back a promise too: what that resolves with says nothing, but it may reject.
    if (isPromise(returned)) returned.then(undefined, fail)
  } catch (error) {
    // What this package refused by itself never reached the host.
    if (isSdkError(error)) throw error
    end({ kind: 'lost', reason: 'the app threw while it was called' })
  }
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as Partial<PromiseLike<unknown>> | undefined)?.then === 'function'
