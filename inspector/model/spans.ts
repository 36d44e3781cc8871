import type { PanelEvent } from '../../src/core/pipeline/events'

/**
 * What a call waits for: the sync window of its device, a free place in the queue, the answer of its request, the delay
 * before a retry, or the answer of another call's request.
 */
export type SpanKind = 'window' | 'queue' | 'request' | 'retry-delay' | 'shared-answer'

/** A part of a call. */
export interface CallSpan {
  /** What the call waited for. */
  readonly kind: SpanKind
  /** From the start of the call, in milliseconds. */
  readonly fromMs: number
  /** Undefined while it lasts. */
  readonly toMs: number | undefined
  /** The number of the current request, from 1; 0 before the first. */
  readonly attempt: number
}

type SpanChange = SpanKind | 'end' | 'none'

/** Each event that begins a span also ends the one before it. */
const changes: Readonly<Record<PanelEvent['type'], SpanChange>> = {
  started: 'none',
  'undocumented-lock-type': 'none',
  'waiting-for-window': 'window',
  queued: 'queue',
  sent: 'request',
  retrying: 'retry-delay',
  sharing: 'shared-answer',
  drift: 'none',
  'clock-differs': 'none',
  'storage-failed': 'none',
  succeeded: 'end',
  failed: 'end',
  unsubscribed: 'end',
}

/** The spans of a call, in order; they do not overlap. Nothing after the end of the call counts. */
export const spansOf = (events: readonly PanelEvent[], startedAt: number): readonly CallSpan[] => {
  const spans: CallSpan[] = []
  let open: CallSpan | undefined
  for (const event of events) {
    const { attempt } = event
    const change = changes[event.type]
    if (change === 'none') continue
    // The end of a call is measured by the panel; its event is emitted a little later.
    const nowMs = 'tookMs' in event ? event.tookMs : Math.max(0, event.at - startedAt)
    if (open !== undefined) spans.push({ ...open, toMs: Math.max(open.fromMs, nowMs) })
    if (change === 'end') return spans
    open = { kind: change, fromMs: nowMs, toMs: undefined, attempt }
  }
  return open === undefined ? spans : [...spans, open]
}
