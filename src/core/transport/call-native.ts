import { type NativeFailure, readNativeFailure } from '../errors/native-failure'
import { isSdkError } from '../errors/sdk-error'
import { describeThrown } from '../errors/thrown'
import { isPromise } from './host-calls'
import type { NativeCallbacks } from './native-like'

export type NativeOutcome = { readonly kind: 'answer'; readonly value: unknown } | NativeFailure

/**
 * Calls a native host. Only its first answer counts; it may never answer.
 *
 * A host that throws may have sent the call before, so the outcome is unknown.
 */
export const callNative = (
  call: (callbacks: NativeCallbacks) => unknown,
  done: (outcome: NativeOutcome) => void,
): void => {
  let isEnded = false
  const end = (outcome: NativeOutcome) => {
    if (isEnded) return
    isEnded = true
    done(outcome)
  }
  const fail = (failure: unknown) => end(readNativeFailure(failure))
  try {
    const returned = call({ success: (value) => end({ kind: 'answer', value }), fail })
    // A host with callbacks may also return a promise: its value is not the answer, but it may reject.
    if (isPromise(returned)) returned.then(undefined, fail)
  } catch (error) {
    // An error of this package means that the call did not reach the host.
    if (isSdkError(error)) throw error
    end({ kind: 'lost', reason: `the app failed with ${describeThrown(error)}` })
  }
}
