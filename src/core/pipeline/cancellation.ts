import { Observable } from 'rxjs'
import { CancelledError } from '../errors/cancelled-error'
import { type Call, deliveryOf, originOf, type Stage } from './call'

/** Ends a call when its signal aborts or its panel closes. On close, a command that was already sent may finish. */
export const cancellation =
  (closing$: Observable<unknown>, isClosed: () => boolean): Stage =>
  (next) =>
  (call) =>
    new Observable((subscriber) => {
      const { signal } = call.options
      const cancel = () =>
        subscriber.error(new CancelledError(originOf(call), deliveryOf(call.progress), isClosed()))
      if (isClosed() || signal?.aborted === true) return cancel()

      subscriber.add(closing$.subscribe(() => isCommandInFlight(call) || cancel()))
      signal?.addEventListener('abort', cancel)
      subscriber.add(() => signal?.removeEventListener('abort', cancel))
      subscriber.add(next(call).subscribe(subscriber))
    })

const isCommandInFlight = ({ action, progress }: Call): boolean =>
  action.safety === 'once' && deliveryOf(progress) === 'unknown'
