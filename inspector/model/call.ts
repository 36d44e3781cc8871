import { flatMap } from '../../src/core/contract/flat-map'
import type { PanelEvent } from '../../src/core/pipeline/events'
import { type CallSpan, spansOf } from './spans'

/** How a call ended, or `running`. */
export type CallOutcome = 'running' | 'succeeded' | 'failed' | 'outcome-unknown' | 'cancelled'

type EventOf<Type extends PanelEvent['type']> = Extract<PanelEvent, { readonly type: Type }>
type Ending = EventOf<'succeeded' | 'failed' | 'unsubscribed'>

/** The first is `started`, or `failed` for an invalid call. */
type CallEvents = readonly [PanelEvent, ...PanelEvent[]]

/** One call of a panel, made from its events. It contains no secret, because the events contain none. */
export interface InspectedCall {
  /** Identifies the call; the same in all of its events and in its error. */
  readonly requestId: string
  /** The vendor's name of the operation; `unknown action` if the panel has no such action. */
  readonly action: string
  /** Undefined if the panel has no such action. */
  readonly family: PanelEvent['family']
  /** By the clock of the panel, in milliseconds. */
  readonly startedAt: number
  /** Undefined while the call is running. */
  readonly tookMs: number | undefined
  /** How the call ended, or that it is running. */
  readonly outcome: CallOutcome
  /** What the call waited for, in order. */
  readonly spans: readonly CallSpan[]
  /** How many requests were sent. */
  readonly requests: number
  /** How many retries were scheduled. */
  readonly retries: number
  /** Where the answers deviate from the contract. */
  readonly drift: EventOf<'drift'>['deviations']
  /** Why the call failed. */
  readonly failure: EventOf<'failed'> | undefined
  /** The parameters and the result without secrets. */
  readonly params: unknown
  /** The result without secrets; undefined unless the call succeeded. */
  readonly result: unknown
  /** In order of emission. */
  readonly events: CallEvents
}

const isEnding = (event: PanelEvent): event is Ending =>
  event.type === 'succeeded' || event.type === 'failed' || event.type === 'unsubscribed'

const findEvent = <Type extends PanelEvent['type']>(
  events: readonly PanelEvent[],
  type: Type,
): EventOf<Type> | undefined => events.find((event): event is EventOf<Type> => event.type === type)

const outcomeOf = (ending: Ending | undefined): CallOutcome => {
  switch (ending?.type) {
    case undefined:
      return 'running'
    case 'succeeded':
      return 'succeeded'
    case 'unsubscribed':
      return 'cancelled'
    case 'failed':
      return ending.kind === 'outcome-unknown' || ending.kind === 'cancelled'
        ? ending.kind
        : 'failed'
  }
}

/** Makes a call from its events. */
export const callOf = (events: CallEvents): InspectedCall => {
  const [first] = events
  const { requestId, action, family } = first
  const ending = events.find(isEnding)
  const startedAt = first.at - (isEnding(first) ? first.tookMs : 0)
  const countOf = (type: PanelEvent['type']) => events.filter((event) => event.type === type).length
  return {
    requestId,
    action,
    family,
    startedAt,
    tookMs: ending?.tookMs,
    outcome: outcomeOf(ending),
    spans: spansOf(events, startedAt),
    requests: countOf('sent'),
    retries: countOf('retrying'),
    drift: flatMap(events, (event) => (event.type === 'drift' ? event.deviations : [])),
    failure: findEvent(events, 'failed'),
    params: findEvent(events, 'started')?.params,
    result: findEvent(events, 'succeeded')?.result,
    events,
  }
}
