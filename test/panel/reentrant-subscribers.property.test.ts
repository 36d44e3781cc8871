import fc from 'fast-check'
import { Observable, retry, type Subscription } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { passwordFreeOpen } from '../../actions/mini-program/door-lock/password-free-open'
import { TransportError } from '../../src/core/errors/transport-error'
import { createPanel } from '../../src/core/panel/create-panel'
import { handle } from '../../src/core/panel/handle'
import type { Transport } from '../../src/core/transport/transport'
import { ok, openParams } from '../support/panels'

/** Where a program may subscribe an observable again, or run a task again, while its first subscribe still runs. */
type Place = 'events$' | 'transport' | 'first value'

const NAME = 'doorLock.passwordFreeOpen'

const setUp = (onSend: () => void, answer: 'at once' | 'later') => {
  let sent = 0
  let answerLater = () => {}
  const transport: Transport = {
    name: 'memory',
    families: ['mini-program'],
    send: () =>
      new Observable((subscriber) => {
        sent++
        onSend()
        const emit = () => {
          subscriber.next({ body: { value: ok(true) } })
          subscriber.complete()
        }
        if (answer === 'at once') emit()
        else answerLater = emit
      }),
  }
  const panel = createPanel({ actions: { passwordFreeOpen }, transport })
  return { panel, sentCount: () => sent, answerLater: () => answerLater() }
}

describe('a once action', () => {
  it('sends one command for all subscribers of its observable, wherever they subscribe', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Place>('events$', 'transport', 'first value'),
        fc.constantFrom<'at once' | 'later'>('at once', 'later'),
        fc.integer({ min: 1, max: 4 }),
        (place, answer, count) => {
          const values: unknown[] = []
          let remaining = count
          const again = (at: Place) => {
            if (at !== place || remaining === 0) return
            remaining--
            request$.subscribe((value) => values.push(value))
          }
          const { panel, sentCount, answerLater } = setUp(() => again('transport'), answer)
          const request$ = panel.request$(NAME, openParams)
          panel.events$.subscribe(() => again('events$'))
          request$.subscribe((value) => {
            values.push(value)
            again('first value')
          })
          if (answer === 'later') answerLater()
          expect(sentCount()).toBe(1)
          expect(values).toEqual(Array(1 + count - remaining).fill(true))
        },
      ),
    )
  })

  it('sends one command for all runs of its task', async () => {
    const runs: Promise<unknown>[] = []
    const { panel, sentCount } = setUp(() => {}, 'at once')
    const task = panel.taskEither(NAME, openParams)
    panel.events$.subscribe(() => {
      if (runs.length < 5) runs.push(task())
    })
    const first = await task()
    expect(sentCount()).toBe(1)
    expect(runs.length).toBeGreaterThan(1)
    for (const outcome of await Promise.all(runs)) expect(outcome).toEqual(first)
  })

  it('aborts its request once if a subscriber unsubscribes during the subscribe', () => {
    let aborted = 0
    const subscriptions: Subscription[] = []
    const panel = createPanel({
      actions: { passwordFreeOpen },
      transport: {
        name: 'memory',
        families: ['mini-program'],
        send: () =>
          new Observable(() => {
            for (const subscription of subscriptions) subscription.unsubscribe()
            return () => aborted++
          }),
      },
    })
    const request$ = panel.request$(NAME, openParams)
    panel.events$.subscribe(({ type }) => {
      if (type === 'started') subscriptions.push(request$.subscribe({ error: () => {} }))
    })
    const first = request$.subscribe({ error: () => {} })
    first.unsubscribe()
    expect(aborted).toBe(1)
  })

  it.each([1, 2, 5])(
    'is not resent by a handler with retry(%i) after a lost answer',
    async (count) => {
      let sent = 0
      const panel = createPanel({
        actions: { passwordFreeOpen },
        handlers: [handle(passwordFreeOpen, (params, { send }) => send(params).pipe(retry(count)))],
        transport: {
          name: 'memory',
          families: ['mini-program'],
          send: (origin) =>
            new Observable((subscriber) => {
              sent++
              subscriber.error(new TransportError(origin, { delivery: 'unknown', reason: 'lost' }))
            }),
        },
      })
      await expect(panel.apiRequest(NAME, openParams)).rejects.toMatchObject({
        kind: 'outcome-unknown',
      })
      expect(sent).toBe(1)
    },
  )

  it('is resent by a handler with retry(2) while it is certainly not sent', async () => {
    let sent = 0
    const panel = createPanel({
      actions: { passwordFreeOpen },
      handlers: [handle(passwordFreeOpen, (params, { send }) => send(params).pipe(retry(2)))],
      transport: {
        name: 'memory',
        families: ['mini-program'],
        send: (origin) =>
          new Observable((subscriber) => {
            if (++sent < 3)
              subscriber.error(new TransportError(origin, { delivery: 'not-sent', reason: 'busy' }))
            else subscriber.next({ body: { value: ok(true) } })
            subscriber.complete()
          }),
      },
    })
    await expect(panel.apiRequest(NAME, openParams)).resolves.toBe(true)
    expect(sent).toBe(3)
  })
})
