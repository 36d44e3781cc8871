import { describe, expect, it } from 'vitest'
import { inspectCalls } from '../../inspector'
import type { CallOutcome } from '../../inspector/model/call'
import { addEvent } from '../../inspector/model/call-list'
import { exportJson } from '../../inspector/model/export-json'
import { actionsOf, type CallFilter, everyCall, filterCalls } from '../../inspector/model/filter'
import {
  cleared,
  emptyInspection,
  shownCalls,
  withEvent,
  withFilter,
  withPauseToggled,
} from '../../inspector/model/inspection'
import type { PanelEvent } from '../../src/core/pipeline/events'
import { eventsOf } from './events'

const event = eventsOf('a-1')
const started = event(1_000, 'started', { params: { device_id: 'door' } }, 0)
const sent = event(1_000, 'sent', {})
const succeeded = event(1_080, 'succeeded', { tookMs: 80, result: [] })
const failed = (kind: 'vendor' | 'outcome-unknown' | 'cancelled') =>
  event(1_090, 'failed', { tookMs: 90, kind, message: `device.status: ${kind}` })

const onlyCall = (...events: readonly PanelEvent[]) => {
  const [call, ...others] = inspectCalls(events)
  expect(others).toEqual([])
  if (call === undefined) throw new Error('the events make no call')
  return call
}
/** Such as `queue 0-20`. */
const spansOf = (...events: readonly PanelEvent[]) =>
  onlyCall(...events).spans.map(({ kind, fromMs, toMs }) => `${kind} ${fromMs}-${toMs ?? ''}`)

describe('the spans of an inspected call', () => {
  const cases: readonly (readonly [string, readonly PanelEvent[], readonly string[]])[] = [
    ['one request', [started, sent, succeeded], ['request 0-80']],
    [
      'the window, then the queue, then the request',
      [
        started,
        event(1_000, 'waiting-for-window', {}, 0),
        event(1_040, 'queued', {}),
        event(1_050, 'sent', {}),
        succeeded,
      ],
      ['window 0-40', 'queue 40-50', 'request 50-80'],
    ],
    [
      'a retry after a lost answer',
      [
        started,
        sent,
        event(1_010, 'retrying', { delayMs: 30, causeKind: 'timeout' }),
        event(1_040, 'sent', {}, 2),
        succeeded,
      ],
      ['request 0-10', 'retry-delay 10-40', 'request 40-80'],
    ],
    [
      'the answer of another call',
      [started, event(1_000, 'sharing', {}), succeeded],
      ['shared-answer 0-80'],
    ],
    ['a request that is still open', [started, sent], ['request 0-']],
    [
      'a drift without an end of the request',
      [started, sent, event(1_070, 'drift', { deviations: [] }), succeeded],
      ['request 0-80'],
    ],
    [
      'no time before the start when the clock was set back',
      [started, sent, event(400, 'succeeded', { tookMs: 0, result: [] })],
      ['request 0-0'],
    ],
    [
      'nothing after the caller has left a shared request',
      [
        started,
        event(1_020, 'unsubscribed', { tookMs: 20, delivery: 'not-sent' }),
        event(1_030, 'sent', {}),
      ],
      [],
    ],
    ['none for an invalid call', [failed('vendor')], []],
  ]

  it.each(cases)('are %s', (_, events, spans) => {
    expect(spansOf(...events)).toEqual(spans)
  })

  it('have the number of their request', () => {
    const { spans } = onlyCall(
      started,
      sent,
      event(1_010, 'retrying', { delayMs: 30, causeKind: 'timeout' }),
      event(1_040, 'sent', {}, 2),
    )
    expect(spans.map(({ attempt }) => attempt)).toEqual([1, 1, 2])
  })
})

describe('the outcome of an inspected call', () => {
  const cases: readonly (readonly [CallOutcome, PanelEvent | undefined])[] = [
    ['running', undefined],
    ['succeeded', succeeded],
    ['failed', failed('vendor')],
    ['outcome-unknown', failed('outcome-unknown')],
    ['cancelled', failed('cancelled')],
    ['cancelled', event(1_050, 'unsubscribed', { tookMs: 50, delivery: 'unknown' })],
  ]

  it.each(cases)('is %s after its ending event', (outcome, ending) => {
    const call = onlyCall(started, sent, ...(ending === undefined ? [] : [ending]))
    expect(call.outcome).toBe(outcome)
    expect(call.tookMs === undefined).toBe(outcome === 'running')
  })
})

describe('the calls of a list of events', () => {
  it('have their requests, retries, drift, parameters, result and failure', () => {
    const deviation = { path: '[].value', message: 'expected a text', count: 3 }
    const call = onlyCall(
      started,
      sent,
      event(1_010, 'retrying', { delayMs: 30, causeKind: 'timeout' }),
      event(1_040, 'sent', {}, 2),
      event(1_070, 'drift', { deviations: [deviation] }),
      succeeded,
    )
    expect(call).toMatchObject({
      requestId: 'a-1',
      action: 'device.status',
      startedAt: 1_000,
      tookMs: 80,
      requests: 2,
      retries: 1,
      drift: [deviation],
      params: { device_id: 'door' },
      result: [],
      failure: undefined,
    })
    expect(onlyCall(started, failed('vendor')).failure).toMatchObject({ kind: 'vendor' })
  })

  it('are told apart by their request id', () => {
    const other = eventsOf('a-2', 'doorLock.listUsers')
    const calls = inspectCalls([started, other(1_010, 'started', { params: {} }), sent, succeeded])
    expect(calls.map(({ requestId, outcome }) => [requestId, outcome])).toEqual([
      ['a-1', 'succeeded'],
      ['a-2', 'running'],
    ])
  })

  it('leave out a call whose start was missed, unless it fails', () => {
    expect(inspectCalls([sent, succeeded])).toEqual([])
    expect(onlyCall(failed('vendor'))).toMatchObject({ startedAt: 1_000, tookMs: 90 })
  })

  it('ignore an event that a replay repeats', () => {
    expect(onlyCall(started, sent, started, sent, succeeded).requests).toBe(1)
  })

  it('drop the oldest call above the limit, and do not bring it back', () => {
    const startOf = (id: string) => eventsOf(id)(0, 'started', { params: {} })
    const events = [startOf('1'), startOf('2'), startOf('3'), eventsOf('1')(9, 'sent', {})]
    const calls = events.reduce<ReturnType<typeof inspectCalls>>(
      (kept, each) => addEvent(kept, each, 2),
      [],
    )
    expect(calls.map(({ requestId }) => requestId)).toEqual(['2', '3'])
  })
})

describe('the filter of the inspector', () => {
  const retried = eventsOf('a-2', 'doorLock.listUsers')
  const calls = inspectCalls([
    started,
    sent,
    succeeded,
    retried(2_000, 'started', { params: { device_id: 'Garage' } }),
    retried(2_000, 'retrying', { delayMs: 1, causeKind: 'timeout' }),
    retried(2_000, 'drift', { deviations: [{ path: '', message: 'x', count: 1 }] }),
    retried(2_000, 'failed', { tookMs: 0, kind: 'vendor', message: 'the lock is offline' }),
  ])
  const cases: readonly (readonly [string, Partial<CallFilter>, readonly string[]])[] = [
    ['every call without a filter', {}, ['a-1', 'a-2']],
    ['the calls of an action', { action: 'doorLock.listUsers' }, ['a-2']],
    ['the calls of an outcome', { trait: 'succeeded' }, ['a-1']],
    ['the retried calls', { trait: 'retried' }, ['a-2']],
    ['the calls with drift', { trait: 'drift' }, ['a-2']],
    ['the calls whose parameters contain a text, in either case', { text: ' gaRAGE ' }, ['a-2']],
    ['the calls whose failure contains a text', { text: 'offline' }, ['a-2']],
    ['the calls that pass every part', { action: 'device.status', text: 'offline' }, []],
  ]

  it.each(cases)('selects %s', (_, filter, selected) => {
    const found = filterCalls(calls, { ...everyCall, ...filter })
    expect(found.map(({ requestId }) => requestId)).toEqual(selected)
  })

  it('lists each action once, sorted', () => {
    expect(actionsOf([...calls, ...calls].reverse())).toEqual([
      'device.status',
      'doorLock.listUsers',
    ])
  })
})

describe('the inspection', () => {
  const filled = withEvent(emptyInspection, started, 10)

  it('shows the calls of the moment of a pause, and later all of them', () => {
    const later = withEvent(
      withPauseToggled(filled),
      eventsOf('a-2')(0, 'started', { params: {} }),
      10,
    )
    expect(shownCalls(later)).toHaveLength(1)
    expect(shownCalls(withPauseToggled(later))).toHaveLength(2)
  })

  it('keeps the pause and the filter when it is cleared', () => {
    const empty = cleared(withFilter(withPauseToggled(filled), { text: 'door' }))
    expect(empty).toEqual({ calls: [], paused: [], filter: { ...everyCall, text: 'door' } })
    expect(cleared(filled).paused).toBeUndefined()
  })
})

describe('the export of the inspector', () => {
  it('is JSON with every call and its events', () => {
    const exported = JSON.parse(exportJson(inspectCalls([started, sent, succeeded])))
    expect(exported).toMatchObject({
      lockpanel: 'calls',
      calls: [{ requestId: 'a-1', outcome: 'succeeded' }],
    })
    expect(exported.calls[0].events).toHaveLength(3)
  })
})
