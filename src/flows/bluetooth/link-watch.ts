import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { createCancellation } from '../shared/cancellation'
import type { BleLink } from './ble-link'

/** Ends what waits when somebody cancels, and as soon as the link breaks. */
export interface LinkWatch {
  readonly signal: AbortSignalLike
  readonly isBroken: () => boolean
  readonly close: () => void
}

export const watchLink = ({ broken$ }: BleLink, cancelled: AbortSignalLike): LinkWatch => {
  const { signal, cancel } = createCancellation()
  let isBroken = false
  const breakOff = () => {
    isBroken = true
    cancel()
  }
  cancelled.addEventListener('abort', cancel)
  const listening = broken$?.subscribe({ next: breakOff, error: breakOff })
  return {
    signal,
    isBroken: () => isBroken,
    close: () => {
      cancelled.removeEventListener('abort', cancel)
      listening?.unsubscribe()
    },
  }
}
