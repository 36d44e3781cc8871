import { NEVER, Observable, type Subscription } from 'rxjs'
import type { AnyCalls } from '../../src/core/calls'
import { createPanel } from '../../src/core/panel/create-panel'
import type { BoundHandler } from '../../src/core/panel/handle'
import type { Panel } from '../../src/core/panel/panel'
import type { PanelEvent } from '../../src/core/pipeline/events'
import type { TransportRequest } from '../../src/core/transport/transport'
import { actionOf } from './calls'
import { createVirtualClock } from './virtual-clock'

type Reply = (request: TransportRequest, number: number) => unknown

/** A panel with one place in its queue, whose transport answers during the subscribe; a reply of `NEVER` is silence. */
export const answeringPanel = (reply: Reply, handlers: readonly BoundHandler[] = []) => {
  const requests: TransportRequest[] = []
  const clock = createVirtualClock()
  const panel = createPanel({
    actions: actionOf,
    handlers,
    clock,
    random: () => 0,
    maxOpen: 1,
    transport: {
      name: 'memory',
      families: ['mini-program'],
      send: (request) =>
        new Observable((subscriber) => {
          requests.push(request)
          const value = reply(request, requests.length)
          if (value === NEVER) return
          if (value instanceof Error) return subscriber.error(value)
          subscriber.next({ body: { value } })
          subscriber.complete()
        }),
    },
  }) as unknown as Panel<AnyCalls>
  const events: PanelEvent[] = []
  panel.events$.subscribe((event) => events.push(event))
  return { panel, requests, events, clock }
}

export const quietly = (request$: Observable<unknown>): Subscription =>
  request$.subscribe({ error: () => {} })
