import { Observable } from 'rxjs'
import type { Transport } from '../src/core/transport/transport'

/** Answers each request at once with the same envelope. */
export const answering = (body: unknown): Transport => ({
  name: 'memory',
  families: ['mini-program'],
  send: () =>
    new Observable((subscriber) => {
      subscriber.next({ body: { value: body } })
      subscriber.complete()
    }),
})

/** Answers all open requests when `release` is called. */
export const holding = (body: unknown): Transport & { readonly release: () => void } => {
  let held: (() => void)[] = []
  return {
    name: 'memory',
    families: ['mini-program'],
    send: () =>
      new Observable((subscriber) => {
        held.push(() => {
          subscriber.next({ body: { value: body } })
          subscriber.complete()
        })
      }),
    release: () => {
      const open = held
      held = []
      for (const answer of open) answer()
    },
  }
}
