import type { CallOutcome, InspectedCall } from './call'

/** What a call can be selected by, besides its action and its text. */
export type CallTrait = CallOutcome | 'retried' | 'drift'

export interface CallFilter {
  /** Undefined selects every action. */
  readonly action: string | undefined
  /** Undefined selects every call. */
  readonly trait: CallTrait | undefined
  /** Part of the action, the request id, the failure, the parameters or the result; upper and lower case are equal. */
  readonly text: string
}

export const everyCall: CallFilter = { action: undefined, trait: undefined, text: '' }

const hasTrait = (call: InspectedCall, trait: CallTrait): boolean => {
  if (trait === 'retried') return call.retries > 0
  return trait === 'drift' ? call.drift.length > 0 : call.outcome === trait
}

/** Calls do not change, so the text of each is made once. */
const texts = new WeakMap<InspectedCall, string>()

const textOf = (call: InspectedCall): string => {
  const known = texts.get(call)
  if (known !== undefined) return known
  const { action, requestId, failure, params, result } = call
  const text = JSON.stringify([action, requestId, failure?.message, params, result]).toLowerCase()
  texts.set(call, text)
  return text
}

/** The calls that pass the filter, in the same order. */
export const filterCalls = (
  calls: readonly InspectedCall[],
  { action, trait, text }: CallFilter,
): readonly InspectedCall[] => {
  const part = text.trim().toLowerCase()
  return calls.filter(
    (call) =>
      (action === undefined || call.action === action) &&
      (trait === undefined || hasTrait(call, trait)) &&
      (part === '' || textOf(call).includes(part)),
  )
}

/** The actions of the calls, each once, sorted. */
export const actionsOf = (calls: readonly InspectedCall[]): readonly string[] =>
  [...new Set(calls.map(({ action }) => action))].sort()
