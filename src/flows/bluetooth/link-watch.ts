import type { Observable } from 'rxjs'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { createCancellation } from '../shared/cancellation'
import type { BleLink } from './ble-link'

/** Aborts when the attempt is cancelled, the panel is closed, or the link breaks. */
export interface LinkWatch {
  readonly signal: AbortSignalLike
  readonly isBroken: () => boolean
  readonly close: () => void
}

/** `events$` of the panel complete when it is closed. */
export const watchLink = (
  { broken$ }: Pick<BleLink, 'broken$'>,
  events$: Observable<unknown>,
  cancelled: AbortSignalLike,
): LinkWatch => {
  const { signal, cancel } = createCancellation()
  let isBroken = false
  const onBroken = () => {
    isBroken = true
    cancel()
  }
  const linkSubscription = broken$?.subscribe({ next: onBroken, error: onBroken })
  const panelSubscription = events$.subscribe({ complete: cancel })
  cancelled.addEventListener('abort', cancel)
  return {
    signal,
    isBroken: () => isBroken,
    close: () => {
      cancelled.removeEventListener('abort', cancel)
      panelSubscription.unsubscribe()
      linkSubscription?.unsubscribe()
    },
  }
}
