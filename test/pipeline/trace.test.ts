import { describe, expect, it } from 'vitest'
import { TransportError } from '../../src/core/errors/transport-error'
import { trace } from '../../src/core/pipeline/trace'
import { callOf } from '../support/calls'
import { marbles } from '../support/marbles'
import { type ObservableHandler, observed } from '../support/observed'

const lost = new TransportError({ action: 'a' }, { delivery: 'unknown', reason: 'lost' })

describe('the trace', () => {
  it('emits the start of a call, then its success with the duration', () =>
    marbles(({ scheduler, cold, expectObservable, flush }) => {
      const next: ObservableHandler = () => cold('70ms (a|)', { a: 'answer' })
      const call = callOf({ params: { device_id: 'door', ticket_id: 'secret' } })
      expectObservable(observed(trace(() => scheduler.now()))(next)(call)).toBe('70ms (a|)', {
        a: 'answer',
      })
      flush()
      expect(call.steps).toEqual([
        { type: 'started', params: { device_id: 'door' } },
        { type: 'succeeded', tookMs: 70, result: 'answer' },
      ])
    }))

  it('emits a failure without changing it', () =>
    marbles(({ scheduler, cold, expectObservable, flush }) => {
      const call = callOf()
      const traced = observed(trace(() => scheduler.now()))(() => cold('30ms #', {}, lost))
      expectObservable(traced(call)).toBe('30ms #', undefined, lost)
      flush()
      expect(call.steps[1]).toMatchObject({ type: 'failed', tookMs: 30, kind: 'transport' })
    }))

  it('emits the unsubscribe of the caller, with the delivery of the request', () =>
    marbles(({ scheduler, cold, expectObservable, flush }) => {
      const call = callOf()
      call.progress.sent = true
      const traced = observed(trace(() => scheduler.now()))(() => cold('-'))
      expectObservable(traced(call), '20ms !').toBe('')
      flush()
      expect(call.steps[1]).toEqual({ type: 'unsubscribed', tookMs: 20, delivery: 'unknown' })
    }))
})
