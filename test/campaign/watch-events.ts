import type { PanelEvent } from '../../src/core/pipeline/events'
import { type CallFacts, type Facts, isSync, secretsIn } from './facts'
import { places, type Reaction } from './story'

const endings = ['succeeded', 'failed', 'unsubscribed']
const placeOf = (type: string): Reaction['place'] | undefined => {
  if (endings.includes(type)) return 'ended event'
  const place = `${type} event`
  return places.find((one) => one === place)
}

/** Keeps the last event of each request id, and runs the code of the app that listens. */
export const watchEvents =
  (facts: Facts, react: (call: CallFacts, place: Reaction['place']) => void) =>
  (event: PanelEvent): void => {
    const { type, requestId } = event
    if (secretsIn(event)) facts.findings.add(`an event (${type}) contains a secret`)
    if (type === 'started') {
      const { note } = event.params as { readonly note?: unknown }
      const started = facts.callOfNote.get(note)
      if (started === undefined) facts.findings.add('an event has the parameters of no call')
      else {
        facts.callOfRequestId.set(requestId, started)
        started.requestIds.add(requestId)
      }
    }
    const last = facts.events.get(requestId) ?? { type, retryAt: 0, endings: 0 }
    last.type = type
    const isEnding = endings.includes(type)
    if (isEnding) last.endings++
    const shared = facts.callOfRequestId.get(requestId)
    // A synchronisation goes on for its other callers, under the id of the first one.
    if (type === 'retrying') last.retryAt = event.at + event.delayMs + 1
    else if (!isEnding || shared === undefined || !isSync(shared)) last.retryAt = 0
    facts.events.set(requestId, last)
    const call = facts.callOfRequestId.get(requestId)
    const place = placeOf(type)
    if (call !== undefined && place !== undefined) react(call, place)
  }
