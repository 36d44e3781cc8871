import type { PanelEvent } from '../../src/core/pipeline/events'
import type { InspectedCall } from '../model/call'
import type { InspectorText } from './text'

/** For example `80 ms` or `5.02 s`. */
export const formatMs = (ms: number): string =>
  Math.abs(ms) < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(2)} s`

/** The local time of day with milliseconds. */
export const formatTime = (atMs: number): string => {
  const date = new Date(atMs)
  const two = (value: number) => String(value).padStart(2, '0')
  const seconds = `${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`
  return `${two(date.getHours())}:${two(date.getMinutes())}:${seconds}`
}

const joined = (...facts: readonly (string | number | undefined)[]): string =>
  facts.filter((fact) => fact !== undefined && fact !== '').join(' · ')

/** What an event says besides its name; empty if nothing. */
export const describeFacts = (event: PanelEvent, { delivery }: InspectorText): string => {
  switch (event.type) {
    case 'sent':
      return `#${event.attempt}`
    case 'retrying':
      return joined(event.causeKind, formatMs(event.delayMs))
    case 'undocumented-lock-type':
      return event.lockType
    case 'clock-differs':
      return formatMs(event.skewMs)
    case 'failed':
      return joined(event.kind, event.code, event.delivery && delivery[event.delivery])
    case 'unsubscribed':
      return delivery[event.delivery]
    default:
      return ''
  }
}

/** The waits of a call in one line, for a person who does not see its bar. */
export const describeCall = (call: InspectedCall, text: InspectorText): string =>
  joined(
    text.requests(call.requests),
    call.retries > 0 ? text.traits.retried : undefined,
    call.drift.length > 0 ? text.traits.drift : undefined,
    call.spans.some(({ kind }) => kind === 'window') ? text.spans.window : undefined,
    call.spans.some(({ kind }) => kind === 'queue') ? text.spans.queue : undefined,
    call.outcome === 'failed' ? joined(call.failure?.kind, call.failure?.code) : undefined,
  )
