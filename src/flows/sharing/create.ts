import { ParamsError } from '../../core/errors/params-error'
import type { LockContext } from '../shared/lock-context'
import { issuesOf } from './check-wanted'
import { type Invitation, invitationOf } from './invitation'
import { detailOf, type PermissionWanted } from './permission'

export interface InvitationWanted extends PermissionWanted {
  /** The account of who invites: the uid of the current user. */
  readonly sharer: string
  /** The account of who is invited: nobody else can accept then. Whoever has the ticket, if left out. */
  readonly receiver?: string
  /** @default 'cloud' */
  readonly appSchema?: string
}

/** The only value that document 001 knows (lines 1481 and 1571). */
export const APP_SCHEMA = 'cloud'

export const create = async (
  { call, clock, deviceId }: LockContext,
  wanted: InvitationWanted,
): Promise<Invitation> => {
  const issues = issuesOf(wanted, clock.now())
  if (issues.length > 0) throw new ParamsError({ action: 'sharing.create' }, issues)
  const { sharer, receiver, appSchema = APP_SCHEMA } = wanted
  const answer = await call('doorLock.createPermissionSharing', {
    device_id: deviceId,
    app_schema: appSchema,
    sharer,
    permission_detail: detailOf(wanted),
    ...(receiver !== undefined && { receiver }),
  })
  return invitationOf(answer, clock)
}
