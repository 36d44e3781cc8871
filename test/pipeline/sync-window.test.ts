import { concat, defer, ignoreElements, type Observable, of, throwError, timer } from 'rxjs'
import type { TestScheduler } from 'rxjs/testing'
import { describe, expect, it } from 'vitest'
import { OutcomeUnknownError } from '../../src/core/errors/outcome-unknown-error'
import { TransportError } from '../../src/core/errors/transport-error'
import { VendorError } from '../../src/core/errors/vendor-error'
import type { Call } from '../../src/core/pipeline/call'
import { createSyncWindow } from '../../src/core/pipeline/sync-window'
import { actionOf, callOf } from '../support/calls'
import { marbles } from '../support/marbles'
import { type ObservableHandler, observed } from '../support/observed'

const WINDOW_MS = 5_000
const origin = { action: 'test.sync', family: 'mini-program' } as const
const lost = new TransportError(origin, { delivery: 'unknown', reason: 'lost' })
const notSent = new TransportError(origin, { delivery: 'not-sent', reason: 'no host' })
const rejected = new VendorError(origin, { code: 1110, message: '' })
const offline = new VendorError(origin, { code: 2001, message: '' })
const yes = { dp_id: 54, distributed: true }
const no = { dp_id: 54, distributed: false }

/** A cloud that answers after 100 ms. `sent` records each request with its time. */
const setUp = (scheduler: TestScheduler, ...answers: readonly unknown[]) => {
  const sent: { readonly at: number; readonly action: string; readonly codes: unknown }[] = []
  const cloud: ObservableHandler = (call) =>
    defer(() => {
      const answer = answers[sent.length] ?? yes
      sent.push({ at: scheduler.now(), action: call.action.name, codes: call.params.codes })
      call.progress.sent = true
      const result = answer instanceof Error ? throwError(() => answer) : of(answer)
      return concat(timer(100, scheduler).pipe(ignoreElements()), result)
    })
  const window = createSyncWindow(WINDOW_MS, scheduler, () => false)
  const send = observed(window.stage)(cloud)
  const sync = (codes?: string, action: Call['action'] = actionOf.sync, device_id = 'door') =>
    send(callOf({ action, params: codes === undefined ? { device_id } : { device_id, codes } }))
  const at = (ms: number, request: Observable<unknown>) =>
    concat(timer(ms, scheduler).pipe(ignoreElements()), request)
  return { sent, window, send, sync, at }
}

describe('the sync window', () => {
  it('shares the answer, and gives distributed: true only to the first remaining caller', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { sent, sync, at } = setUp(scheduler)
      expectObservable(sync('card'), '50ms !').toBe('')
      expectObservable(at(20, sync('card'))).toBe('100ms (a|)', { a: yes })
      expectObservable(at(30, sync('card'))).toBe('100ms (a|)', { a: no })
      flush()
      expect(sent).toHaveLength(1)
    }))

  it('shares the answer for five seconds, and then sends a new request', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { sent, sync, at } = setUp(scheduler)
      expectObservable(sync('card')).toBe('100ms (a|)', { a: yes })
      expectObservable(at(5_099, sync('card'))).toBe('5099ms (a|)', { a: no })
      expectObservable(at(5_101, sync('card'))).toBe('5201ms (a|)', { a: yes })
      flush()
      expect(sent.map((request) => request.at)).toEqual([0, 5_101])
    }))

  it('compares codes as sets: a subset shares the answer, and no codes mean all codes', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { sent, sync, at } = setUp(scheduler)
      expectObservable(sync()).toBe('100ms (a|)', { a: yes })
      expectObservable(at(1, sync('card,face'))).toBe('100ms (a|)', { a: no })
      expectObservable(at(1, sync(''))).toBe('100ms (a|)', { a: no })
      flush()
      expect(sent).toHaveLength(1)
    }))

  it('merges further codes into one request after the window', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { sent, sync, at } = setUp(scheduler)
      expectObservable(sync('card')).toBe('100ms (a|)', { a: yes })
      expectObservable(at(10, sync('face,card'))).toBe('5200ms (a|)', { a: yes })
      expectObservable(at(20, sync('palm'))).toBe('5200ms (a|)', { a: no })
      flush()
      expect(sent).toEqual([
        { at: 0, action: 'test.sync', codes: 'card' },
        { at: 5_100, action: 'test.sync', codes: 'face,card,palm' },
      ])
    }))

  it('merges into a request for all codes when one waiting caller requests all codes', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { sent, sync, at } = setUp(scheduler)
      expectObservable(sync('card')).toBe('100ms (a|)', { a: yes })
      expectObservable(at(10, sync('face'))).toBe('5200ms (a|)', { a: yes })
      expectObservable(at(20, sync(''))).toBe('5200ms (a|)', { a: no })
      flush()
      expect(sent[1]).toEqual({ at: 5_100, action: 'test.sync', codes: '' })
    }))

  it('sends different actions in order of arrival, each in its own window', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { sent, sync, at } = setUp(scheduler)
      expectObservable(sync('card')).toBe('100ms (a|)', { a: yes })
      expectObservable(at(10, sync('card', actionOf.otherSync))).toBe('5200ms (a|)', { a: yes })
      expectObservable(at(20, sync('face'))).toBe('10300ms (a|)', { a: yes })
      flush()
      expect(sent.map(({ at: ms, action }) => [ms, action])).toEqual([
        [0, 'test.sync'],
        [5_100, 'test.otherSync'],
        [10_200, 'test.sync'],
      ])
    }))

  it('has one window for each device, and does not delay actions of other classes', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { sent, sync, send } = setUp(scheduler)
      expectObservable(sync('card')).toBe('100ms (a|)', { a: yes })
      expectObservable(sync('card', actionOf.sync, 'gate')).toBe('100ms (a|)', { a: yes })
      expectObservable(send(callOf())).toBe('100ms (a|)', { a: yes })
      flush()
      expect(sent).toHaveLength(3)
    }))

  it.each([
    ['was not sent', notSent],
    ['was rejected before execution', rejected],
  ])('closes immediately when the request %s', (_how, error) =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { sent, sync, at } = setUp(scheduler, error)
      expectObservable(sync('card')).toBe('100ms #', undefined, error)
      expectObservable(at(10, sync('face'))).toBe('200ms (a|)', { a: yes })
      flush()
      expect(sent.map((request) => request.at)).toEqual([0, 100])
    }),
  )

  it.each([
    ['was lost', lost],
    ['was answered with a vendor error', offline],
  ])(
    'stays open after a request that %s: sharing callers fail, later callers wait',
    (_how, error) =>
      marbles(({ scheduler, expectObservable, flush }) => {
        const { sent, sync, at } = setUp(scheduler, error)
        expectObservable(sync('card')).toBe('100ms #', undefined, error)
        expectObservable(at(50, sync('card'))).toBe('100ms #', undefined, error)
        expectObservable(at(200, sync('card'))).toBe('5200ms (a|)', { a: yes })
        flush()
        expect(sent.map((request) => request.at)).toEqual([0, 5_100])
      }),
  )

  it('aborts the request when all callers unsubscribe, and counts it as lost', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { sent, sync, at } = setUp(scheduler)
      expectObservable(sync('card'), '50ms !').toBe('')
      expectObservable(at(60, sync('card'))).toBe('5150ms (a|)', { a: yes })
      flush()
      expect(sent.map((request) => request.at)).toEqual([0, 5_050])
    }))

  it('sends nothing for a waiting caller that unsubscribes', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { sent, sync, at } = setUp(scheduler)
      expectObservable(sync('card')).toBe('100ms (a|)', { a: yes })
      expectObservable(at(10, sync('face')), '1s !').toBe('')
      flush()
      expect(sent).toHaveLength(1)
    }))

  it('stays open after an answer with distributed: false too', () =>
    marbles(({ scheduler, expectObservable }) => {
      const { sync, at } = setUp(scheduler, no)
      expectObservable(sync('card')).toBe('100ms (a|)', { a: no })
      expectObservable(at(200, sync('face'))).toBe('5200ms (a|)', { a: yes })
    }))

  it('stays open until the flow that holds it releases it', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { sent, window, sync, at } = setUp(scheduler)
      const release = window.hold('door')
      expectObservable(sync('card')).toBe('7100ms (a|)', { a: yes })
      expectObservable(
        at(
          7_000,
          defer(() => {
            release()
            release()
            return of('released')
          }),
        ),
      ).toBe('7000ms (a|)', { a: 'released' })
      flush()
      expect(sent.map((request) => request.at)).toEqual([7_000])
    }))

  it('passes an OutcomeUnknownError through unchanged', () =>
    marbles(({ scheduler, expectObservable }) => {
      const error = new OutcomeUnknownError(origin, lost, undefined)
      const { sync } = setUp(scheduler, error)
      expectObservable(sync('card')).toBe('100ms #', undefined, error)
    }))

  it('clears its timer when it is closed', () =>
    marbles(({ scheduler, flush }) => {
      const { window, sync } = setUp(scheduler)
      sync('card').subscribe()
      scheduler.schedule(() => {
        window.close()
        expect(scheduler.actions).toEqual([])
      }, 200)
      flush()
    }))
})
