import { defer, forkJoin, map, NEVER, Observable, retry } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { TransportError } from '../../src/core/errors/transport-error'
import { handle } from '../../src/core/panel/handle'
import type { TransportRequest } from '../../src/core/transport/transport'
import { answeringPanel, quietly } from '../support/answering-panel'
import { actionOf } from '../support/calls'
import { ok } from '../support/panels'

const params = { device_id: 'door' }
const { once, read } = actionOf
const settle = async () => {}

describe('a handler of a once action', () => {
  const notSent = (request: TransportRequest) =>
    new TransportError(request, { delivery: 'not-sent', reason: 'no host' })

  it.each([
    [
      'two requests at once',
      (send: () => Observable<string>) => forkJoin([send(), send()]).pipe(map(([value]) => value)),
    ],
    [
      'one more without regard to the first',
      (send: () => Observable<string>) =>
        new Observable<string>((subscriber) => {
          subscriber.add(send().subscribe(subscriber))
          subscriber.add(quietly(send()))
        }),
    ],
  ])('sends one command with %s, of which the first is not sent', async (_what, run) => {
    const handler = handle(once, (input, { send }) => run(() => send(input)))
    const { panel, requests, clock } = answeringPanel(
      (request, number) => (number === 1 ? notSent(request) : ok('answer')),
      [handler],
    )
    const seen: unknown[] = []
    panel.request$(once.name, params).subscribe((value) => seen.push(value))
    await clock.advance(30_000, settle)
    expect(seen).toEqual(['answer'])
    expect(requests).toHaveLength(2)
  })

  it('sends nothing at the moment of its deadline', async () => {
    const { panel, requests, clock } = answeringPanel(
      ({ action }) => (action === once.name ? ok('answer') : NEVER),
      [
        handle(
          once,
          (input, { send }) =>
            new Observable((subscriber) => {
              subscriber.add(
                clock.schedule(() => subscriber.add(send(input).subscribe(subscriber)), 300),
              )
            }),
        ),
      ],
    )
    const errors: unknown[] = []
    // Its end at 200 ms starts the handler, and then sets the timer of the panel again, which is due after the handler's.
    quietly(panel.request$(read.name, params, { deadlineMs: 200 }))
    panel
      .request$(once.name, params, { deadlineMs: 500 })
      .subscribe({ error: (error) => errors.push(error) })
    await clock.advance(60_000, settle)
    expect(requests.map(({ action }) => action)).toEqual([read.name])
    expect(errors).toMatchObject([{ kind: 'outcome-unknown' }])
  })

  it('sends nothing after its call has timed out', async () => {
    const { panel, requests, clock } = answeringPanel(
      () => ok('answer'),
      [
        handle(once, (input, { send }) =>
          defer(() => {
            clock.schedule(() => quietly(send(input)), 12_000)
            return NEVER
          }),
        ),
      ],
    )
    quietly(panel.request$(once.name, params))
    await clock.advance(60_000, settle)
    expect(requests).toEqual([])
  })

  it('does not resend a ticket that the cloud has refused', async () => {
    const refused = { success: false, code: 1110, msg: '' }
    const handler = handle(once, (input, { send }) => send(input).pipe(retry(1)))
    const { panel, requests, clock } = answeringPanel(() => refused, [handler])
    quietly(panel.request$(once.name, { ...params, ticket_id: 'T1' }))
    await clock.advance(60_000, settle)
    expect(requests).toHaveLength(1)
  })
})
