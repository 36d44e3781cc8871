import { NEVER, Observable } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { createPanel } from '../../src/core/panel/create-panel'
import { answeringPanel, quietly } from '../support/answering-panel'
import { actionOf } from '../support/calls'
import { createVirtualClock } from '../support/virtual-clock'

const params = { device_id: 'door' }
const { once, read } = actionOf

describe('a call that waits in the queue', () => {
  it('is sent after the request before it is torn down, also if that one timed out', async () => {
    let open = 0
    let most = 0
    const clock = createVirtualClock()
    const panel = createPanel({
      actions: actionOf,
      clock,
      maxOpen: 1,
      transport: {
        name: 'memory',
        families: ['mini-program'],
        send: () =>
          new Observable(() => {
            most = Math.max(most, ++open)
            return () => open--
          }),
      },
    })
    for (let count = 0; count < 4; count++)
      quietly(panel.request$(read.name, params, { retry: false }))
    await clock.advance(60_000, async () => {})
    expect([open, most]).toEqual([0, 1])
  })

  it('is not sent after it unsubscribes, if a listener of that event frees a slot', () => {
    const { panel, requests } = answeringPanel(() => NEVER)
    const open = quietly(panel.request$(read.name, { device_id: 'open' }))
    const waiting = quietly(panel.request$(once.name, { device_id: 'waiting' }))
    panel.events$.subscribe(({ type }) => type === 'unsubscribed' && open.unsubscribe())
    waiting.unsubscribe()
    expect(requests.map((request) => request.params.device_id)).toEqual(['open'])
  })

  it('is sent if a listener of its `queued` event ends the open request', () => {
    const { panel, requests } = answeringPanel(() => NEVER)
    const first = quietly(panel.request$(read.name, { device_id: 'first' }))
    panel.events$.subscribe(({ type }) => type === 'queued' && first.unsubscribe())
    quietly(panel.request$(read.name, { device_id: 'second' }))
    expect(requests.map((request) => request.params.device_id)).toEqual(['first', 'second'])
  })
})
