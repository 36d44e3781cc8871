import { isTransportError } from '../../core/errors/transport-error'
import { isVendorError } from '../../core/errors/vendor-error'
import { delay } from '../../core/rx/first-value'
import type { LockContext } from '../shared/lock-context'
import { writesOf } from '../shared/read-back'
import { APP_SCHEMA } from './create'
import { permissionOf, type SharedPermission } from './permission'
import { isNotOpen, sharingError } from './sharing-error'
import { invitationKey, type Verification, verify } from './verify'

/** The invitation and the receiver. */
export interface Acceptance {
  /** The id of the invitation. */
  readonly id: string
  /** The ticket of the invitation, which is valid for one confirmation. A secret. */
  readonly ticket: string
  /** The uid of the person who accepts. */
  readonly receiver: string
  /** The app of the receiver's account, as the vendor names it. @default 'cloud' */
  readonly appSchema?: string
}

const origin = { action: 'sharing.confirm' }
const MAX_REQUESTS = 3
const MIN_DELAY_MS = 1_000
/** The user is waiting; with a longer delay the error is shown instead. */
const MAX_DELAY_MS = 30_000

/**
 * Accepts once. A command that may have executed is not resent. It is resent if the cloud refused for too many requests
 * and reports the ticket as unspent.
 */
export const confirm = async (
  context: LockContext,
  acceptance: Acceptance,
): Promise<SharedPermission> => {
  const { clock } = context
  const { id, ticket, receiver, appSchema = APP_SCHEMA } = acceptance
  for (let requests = 1; ; requests++) {
    try {
      const answer = await context.call('doorLock.confirmPermissionSharing', {
        sharing_id: id,
        sharing_ticket: ticket,
        app_schema: appSchema,
        receiver,
      })
      writesOf(context).forget(invitationKey(ticket))
      return permissionOf(answer)
    } catch (error) {
      const delayMs = delayAfter(error)
      if (delayMs > MAX_DELAY_MS || requests >= MAX_REQUESTS)
        throw isNotOpen(error) ? notOpen() : error
      await delay(delayMs, clock, origin)
      const state = await stateOf(context, ticket)
      if (state !== 'open') throw state === undefined ? error : notOpen()
    }
  }
}

/** The wait before the ticket may be sent again; infinite for a final error. */
const delayAfter = (error: unknown): number => {
  const isThrottled =
    (isTransportError(error) && error.statusCode === 429) ||
    (isVendorError(error) && (error.class === 'refused' || error.statusCode === 429))
  return isThrottled ? Math.max(MIN_DELAY_MS, error.retryAfterMs ?? 0) : Number.POSITIVE_INFINITY
}

/** Undefined if the state cannot be read. */
const stateOf = async (
  context: LockContext,
  ticket: string,
): Promise<Verification['state'] | undefined> => {
  try {
    return (await verify(context, ticket)).state
  } catch {
    return undefined
  }
}

const notOpen = () => sharingError('confirm', 'not-open', 'Request another invitation.')
