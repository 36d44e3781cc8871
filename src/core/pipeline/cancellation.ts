import { Observable } from 'rxjs'
import { CancelledError } from '../errors/cancelled-error'
import { type Call, deliveryOf, originOf, type Stage } from './call'

/** Ends a call by its signal or with its panel. An order that left is let finish: its outcome matters more. */
export const cancellation =
  (closed$: Observable<unknown>): Stage =>
  (next) =>
  (call) =>
    new Observable((subscriber) => {
      const { signal } = call.options
      const cancel = () =>
        subscriber.error(new CancelledError(originOf(call), deliveryOf(call.progress)))
      if (signal?.aborted === true) return cancel()

      const calls = next(call)
      subscriber.add(closed$.subscribe(() => isUnderWay(call) || cancel()))
      signal?.addEventListener('abort', cancel)
      subscriber.add(() => signal?.removeEventListener('abort', cancel))
      if (!subscriber.closed) subscriber.add(calls.subscribe(subscriber))
    })

const isUnderWay = ({ action, progress }: Call): boolean =>
  action.safety === 'once' && deliveryOf(progress) === 'unknown'
