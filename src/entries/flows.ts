/** What goes on over several steps, as streams and typed events. */
export type { UnlockMethodEvent } from '../../actions/open-api/events/unlock-method-event'
export { decodeUnlockMethodEvent } from '../../actions/open-api/events/unlock-method-event'
export type { UnlockMethodEventsOptions } from '../flows/unlock-method-events'
export { unlockMethodEvents$ } from '../flows/unlock-method-events'
