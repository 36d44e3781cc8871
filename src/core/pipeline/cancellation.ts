import { CancelledError } from '../errors/cancelled-error'
import { type Call, deliveryOf, originOf, type Stage } from './call'

/**
 * Ends a call when its signal aborts or its panel closes, which calls each of `onClose`. On close, a command that was
 * already sent may finish.
 */
export const cancellation =
  (onClose: Set<() => void>, isClosed: () => boolean): Stage =>
  (next) =>
  (call, subscriber) => {
    const { signal } = call.options
    const cancel = () =>
      subscriber.fail(new CancelledError(originOf(call), deliveryOf(call.progress), isClosed()))
    if (isClosed() || signal?.aborted === true) return cancel()

    const close = () => {
      if (!isCommandInFlight(call)) cancel()
    }
    onClose.add(close)
    subscriber.add(() => onClose.delete(close))
    if (signal !== undefined) {
      signal.addEventListener('abort', cancel)
      subscriber.add(() => signal.removeEventListener('abort', cancel))
    }
    next(call, subscriber)
  }

const isCommandInFlight = ({ action, progress }: Call): boolean =>
  action.safety === 'once' && deliveryOf(progress) === 'unknown'
