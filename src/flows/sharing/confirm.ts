import { isTransportError } from '../../core/errors/transport-error'
import { isVendorError } from '../../core/errors/vendor-error'
import { delay } from '../../core/rx/first-value'
import type { LockContext } from '../shared/lock-context'
import { APP_SCHEMA } from './create'
import { isGoneOrAccepted } from './gone'
import { permissionOf, type SharedPermission } from './permission'
import { sharingError } from './sharing-error'
import { type Verification, verify } from './verify'

/** What the receiver was handed, and who they are. */
export interface Acceptance {
  readonly id: string
  readonly ticket: string
  /** The uid of who accepts. */
  readonly receiver: string
  /** @default 'cloud' */
  readonly appSchema?: string
}

const origin = { action: 'sharing.confirm' }
const MOST_TRIES = 3
const WAIT_MS = 1_000
/** Somebody holds the phone: who shall wait longer hears why. */
const LONGEST_WAIT_MS = 30_000

/**
 * Accepts, once: what may have been carried out is never sent again. Where the cloud refused because there were too many
 * requests it is, while the cloud itself says that the ticket is unspent.
 */
export const confirm = async (
  context: LockContext,
  acceptance: Acceptance,
): Promise<SharedPermission> => {
  const { clock } = context
  const { id, ticket, receiver, appSchema = APP_SCHEMA } = acceptance
  for (let tries = 1; ; tries++) {
    try {
      const answer = await context.call('doorLock.confirmPermissionSharing', {
        sharing_id: id,
        sharing_ticket: ticket,
        app_schema: appSchema,
        receiver,
      })
      return permissionOf(answer)
    } catch (error) {
      const waitMs = waitAfter(error)
      if (waitMs > LONGEST_WAIT_MS || tries >= MOST_TRIES)
        throw isGoneOrAccepted(error) ? notOpen() : error
      await delay(waitMs, clock, origin)
      const state = await stateOf(context, ticket)
      if (state !== 'open') throw state === undefined ? error : notOpen()
    }
  }
}

/** How long to wait before the ticket may be shown again; for ever after what is final. */
const waitAfter = (error: unknown): number => {
  const isTooOften =
    (isTransportError(error) && error.statusCode === 429) ||
    (isVendorError(error) && (error.class === 'refused' || error.statusCode === 429))
  return isTooOften ? Math.max(WAIT_MS, error.retryAfterMs ?? 0) : Number.POSITIVE_INFINITY
}

/** A look that fails shows nothing. */
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

const notOpen = () => sharingError('confirm', 'not-open', 'Ask for another invitation.')
