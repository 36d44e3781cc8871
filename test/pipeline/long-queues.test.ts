import { Observable, type Subscriber, VirtualTimeScheduler } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { createPanel } from '../../src/core/panel/create-panel'
import type { TransportAnswer } from '../../src/core/transport/transport'
import { ok } from '../support/panels'

const setUp = (maxOpen: number) => {
  const scheduler = new VirtualTimeScheduler(undefined, 0)
  const open = new Set<Subscriber<TransportAnswer>>()
  const sent: string[] = []
  let most = 0
  const state = { isSynchronous: false }
  const emit = (subscriber: Subscriber<TransportAnswer>) => {
    subscriber.next({ body: { value: ok([]) } })
    subscriber.complete()
  }
  const panel = createPanel({
    actions: allActions,
    clock: scheduler,
    random: () => 0,
    maxOpen,
    transport: {
      name: 'memory',
      families: ['mini-program'],
      send: ({ params }) =>
        new Observable((subscriber) => {
          sent.push(String(params.device_id))
          open.add(subscriber)
          most = Math.max(most, open.size)
          subscriber.add(() => open.delete(subscriber))
          if (state.isSynchronous) emit(subscriber)
        }),
    },
  })
  const answerOne = () => {
    const [subscriber] = open
    if (subscriber !== undefined) emit(subscriber)
  }
  const pass = (ms: number) => {
    scheduler.maxFrames += ms
    scheduler.flush()
  }
  return { panel, open, sent, state, answerOne, pass, most: () => most }
}

describe('a queue of 5000 calls', () => {
  it('is sent completely, in order and within maxOpen, if the transport answers synchronously', () => {
    const { panel, sent, state, answerOne, most } = setUp(2)
    let answered = 0
    const ids = Array.from({ length: 5_000 }, (_, index) => String(index))
    for (const device_id of ids)
      panel.request$('device.status', { device_id }).subscribe(() => answered++)
    state.isSynchronous = true
    answerOne()
    answerOne()
    expect([answered, most()]).toEqual([5_000, 2])
    expect(sent).toEqual(ids)
    panel.request$('device.status', { device_id: 'later' }).subscribe(() => answered++)
    expect(answered).toBe(5_001)
  })
})

describe('a sync request that waits in the queue', () => {
  const SYNC = 'doorLock.getSyncableOpmodeTypes'
  const params = { device_id: 'door', target_standard_dp_codes: '' }

  it.each([
    ['before', 500],
    ['after', 1_500],
  ])('is sent for a later caller %s the deadline of the first one', (_when, freeMs) => {
    const { panel, sent, answerOne, pass } = setUp(1)
    const outcomes: unknown[] = []
    const collect = (name: string) => ({
      next: () => outcomes.push(name),
      error: ({ kind }: { readonly kind: string }) => outcomes.push(`${name} ${kind}`),
    })
    panel.request$('device.status', { device_id: 'first' }).subscribe({ error: () => {} })
    panel.request$(SYNC, params, { deadlineMs: 1_000 }).subscribe(collect('A'))
    panel.request$(SYNC, params, { deadlineMs: 30_000 }).subscribe(collect('B'))
    pass(freeMs)
    answerOne()
    pass(1)
    expect(sent).toEqual(['first', 'door'])
    answerOne()
    pass(2_000)
    expect(outcomes.at(-1)).toMatch(/^B/)
    expect(outcomes).toHaveLength(2)
  })
})
