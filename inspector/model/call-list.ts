import type { PanelEvent } from '../../src/core/pipeline/events'
import { callOf, type InspectedCall } from './call'

/** Enough for some minutes of a panel that polls. */
export const DEFAULT_LIMIT = 200

/**
 * Adds an event to the calls, oldest first, and drops the oldest calls above the limit. A call whose first event was
 * missed is added only if it fails: an invalid call emits nothing else. An event that a replay repeats is ignored.
 */
export const addEvent = (
  calls: readonly InspectedCall[],
  event: PanelEvent,
  limit: number = DEFAULT_LIMIT,
): readonly InspectedCall[] => {
  const known = calls.find(({ requestId }) => requestId === event.requestId)
  if (known !== undefined) {
    if (known.events.includes(event)) return calls
    const changed = callOf([...known.events, event])
    return calls.map((call) => (call === known ? changed : call))
  }
  return event.type === 'started' || event.type === 'failed'
    ? [...calls, callOf([event])].slice(-limit)
    : calls
}

/**
 * The calls of a panel, oldest first, from its events: how long each waited for the window, the queue, its requests and
 * retries, and how it ended. For a log or a test; the inspector draws the same.
 *
 * @example
 * ```ts
 * const events: PanelEvent[] = []
 * panel.events$.subscribe((event) => events.push(event))
 * await panel.apiRequest('device.status', { device_id: frontDoor.deviceId })
 * const [call] = inspectCalls(events)
 * const spans = call?.spans.map(({ kind }) => kind) // ['request']
 * ```
 */
export const inspectCalls = (events: Iterable<PanelEvent>): readonly InspectedCall[] => {
  let calls: readonly InspectedCall[] = []
  for (const event of events) calls = addEvent(calls, event, Number.POSITIVE_INFINITY)
  return calls
}
