import type { AnnounceSending } from '../transport/transport'
import type { Call } from './call'

/** Whether one request has left. */
export interface Sending {
  /** The request is handed to the transport; from now on it counts as sent, unless the transport announces the moment. */
  readonly begin: () => void
  /** Emits the event of a request whose transport does not announce the moment. */
  readonly assumeSent: () => void
  readonly announceSending: AnnounceSending
}

/** Only a transport knows when a request leaves: a token or the app's headers may come first, late, or never. */
export const trackSending = ({ progress, emit }: Call): Sending => {
  const wasSentBefore = progress.sent
  let hasBegun = false
  let isAnnounced = false
  let hasLeft = false
  let isEmitted = false
  const emitSent = () => {
    if (isEmitted) return
    isEmitted = true
    emit({ type: 'sent' })
  }
  return {
    begin: () => {
      hasBegun = true
      progress.sent = true
    },
    assumeSent: () => {
      if (hasBegun && !isAnnounced) emitSent()
    },
    announceSending: () => {
      isAnnounced = true
      // A wrapper may pass one request on twice; the first may be lost.
      if (!hasLeft) progress.sent = wasSentBefore
      return (isSent) => {
        hasLeft = isSent
        progress.sent = wasSentBefore || isSent
        if (isSent) emitSent()
      }
    },
  }
}
