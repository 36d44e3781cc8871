import type { Observable } from 'rxjs'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { createCancellation } from '../shared/cancellation'
import type { BleLink } from './ble-link'

/** Ends what waits when somebody cancels, when the panel is closed, and as soon as the link breaks. */
export interface LinkWatch {
  readonly signal: AbortSignalLike
  readonly isBroken: () => boolean
  readonly close: () => void
}

/** `events$` are those of the panel, which complete when it is closed. */
export const watchLink = (
  { broken$ }: BleLink,
  events$: Observable<unknown>,
  cancelled: AbortSignalLike,
): LinkWatch => {
  const { signal, cancel } = createCancellation()
  let isBroken = false
  const breakOff = () => {
    isBroken = true
    cancel()
  }
  const listening = broken$?.subscribe({ next: breakOff, error: breakOff })
  const panel = events$.subscribe({ complete: cancel })
  cancelled.addEventListener('abort', cancel)
  return {
    signal,
    isBroken: () => isBroken,
    close: () => {
      cancelled.removeEventListener('abort', cancel)
      panel.unsubscribe()
      listening?.unsubscribe()
    },
  }
}
