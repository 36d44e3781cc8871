import { Observable } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { handle } from '../../src/core/panel/handle'
import { createSignal } from '../support/abort-signal'
import { answeringPanel, quietly } from '../support/answering-panel'
import { actionOf } from '../support/calls'
import { ok } from '../support/panels'

const params = { device_id: 'door' }
const names = Object.values(actionOf).map(({ name }) => name)
const { once, sync } = actionOf

describe('a call that ends while it is being subscribed', () => {
  const handlers = [handle(once, (input, { send }) => send(input))]

  it.each([...names.map((name) => ({ name, handlers: [] })), { name: once.name, handlers }])(
    'sends nothing if a listener of its first event unsubscribes: $name',
    ({ name, handlers }) => {
      const { panel, requests, events } = answeringPanel(() => ok('answer'), handlers)
      panel.events$.subscribe(({ type }) => {
        if (type === 'started') stop()
      })
      const ended = new Observable((subscriber) => {
        stop = () => subscriber.unsubscribe()
        subscriber.add(panel.request$(name, params).subscribe(subscriber))
      })
      let stop = () => {}
      quietly(ended)
      expect(requests).toEqual([])
      expect(events.map(({ type }) => type)).toEqual(['started', 'unsubscribed'])
    },
  )

  it('has one ending event, and its result, if a listener of that event aborts it', () => {
    const { panel, events } = answeringPanel(() => ok('answer'))
    const { signal, abort } = createSignal()
    panel.events$.subscribe(({ type }) => {
      if (type === 'succeeded') abort()
    })
    const seen: unknown[] = []
    panel.request$(once.name, params, { signal }).subscribe({
      next: (value) => seen.push(value),
      error: (error) => seen.push(error),
      complete: () => seen.push('complete'),
    })
    expect(seen).toEqual(['answer', 'complete'])
    expect(events.map(({ type }) => type)).toEqual(['started', 'sent', 'succeeded'])
  })
})

describe('a sync request', () => {
  it('gives its command to the next caller if the first one unsubscribes while it is sent', async () => {
    const answer = { success: true, result: 'answer' }
    let stop = () => {}
    const { panel, requests, clock } = answeringPanel(() => {
      stop()
      return answer
    })
    const first = new Observable((subscriber) => {
      stop = () => subscriber.unsubscribe()
      subscriber.add(panel.request$(sync.name, params).subscribe(subscriber))
    })
    quietly(first)
    const seen: unknown[] = []
    panel.request$(sync.name, params).subscribe((value) => seen.push(value))
    expect(seen).toEqual([])
    await clock.advance(5_000, async () => {})
    expect(seen).toEqual(['answer'])
    expect(requests).toHaveLength(2)
  })
})
