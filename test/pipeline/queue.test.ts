import { concat, defer, ignoreElements, of, timer } from 'rxjs'
import type { TestScheduler } from 'rxjs/testing'
import { describe, expect, it } from 'vitest'
import type { Priority } from '../../src/core/pipeline/call'
import { queue } from '../../src/core/pipeline/queue'
import { callOf } from '../support/calls'
import { marbles } from '../support/marbles'
import { observed } from '../support/observed'

/** Every request takes 10 ms. `sent` records the order of sending. */
const setUp = (scheduler: TestScheduler, maxOpen: number) => {
  const sent: string[] = []
  const send = observed(queue(maxOpen, () => false))((call) =>
    defer(() => {
      sent.push(String(call.params.name))
      return concat(timer(10, scheduler).pipe(ignoreElements()), of('answer'))
    }),
  )
  const request = (name: string, priority: Priority = 'user') =>
    send(callOf({ params: { name }, options: { priority } }))
  return { sent, request }
}
const answer = { a: 'answer' }

describe('the queue', () => {
  it('keeps at most maxOpen requests open, and sends the others in order of arrival', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { sent, request } = setUp(scheduler, 2)
      expectObservable(request('a')).toBe('10ms (a|)', answer)
      expectObservable(request('b')).toBe('10ms (a|)', answer)
      expectObservable(request('c')).toBe('20ms (a|)', answer)
      expectObservable(request('d')).toBe('20ms (a|)', answer)
      expectObservable(request('e')).toBe('30ms (a|)', answer)
      flush()
      expect(sent).toEqual(['a', 'b', 'c', 'd', 'e'])
    }))

  it('sends a call of priority user before the waiting background calls', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { sent, request } = setUp(scheduler, 1)
      expectObservable(request('first', 'background')).toBe('10ms (a|)', answer)
      expectObservable(request('background', 'background')).toBe('30ms (a|)', answer)
      expectObservable(request('user')).toBe('20ms (a|)', answer)
      flush()
      expect(sent).toEqual(['first', 'user', 'background'])
    }))

  it('gives the slot of an aborted request to the next call, and drops a waiting call that unsubscribes', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { sent, request } = setUp(scheduler, 1)
      expectObservable(request('aborted'), '5ms !').toBe('')
      expectObservable(request('unsubscribed'), '2ms !').toBe('')
      expectObservable(request('next')).toBe('15ms (a|)', answer)
      flush()
      expect(sent).toEqual(['aborted', 'next'])
    }))
})
