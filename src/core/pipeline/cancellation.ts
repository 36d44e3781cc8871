import { Observable } from 'rxjs'
import { CancelledError } from '../errors/cancelled-error'
import { type Call, deliveryOf, originOf, type Stage } from './call'

/** Ends a call by its signal or with its panel. An order that left is let finish: its outcome matters more. */
export const cancellation =
  (closing$: Observable<unknown>, isClosed: () => boolean): Stage =>
  (next) =>
  (call) =>
    new Observable((subscriber) => {
      const { signal } = call.options
      const cancel = () =>
        subscriber.error(new CancelledError(originOf(call), deliveryOf(call.progress)))
      if (isClosed() || signal?.aborted === true) return cancel()

      subscriber.add(closing$.subscribe(() => isUnderWay(call) || cancel()))
      signal?.addEventListener('abort', cancel)
      subscriber.add(() => signal?.removeEventListener('abort', cancel))
      subscriber.add(next(call).subscribe(subscriber))
    })

const isUnderWay = ({ action, progress }: Call): boolean =>
  action.safety === 'once' && deliveryOf(progress) === 'unknown'
