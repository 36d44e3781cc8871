import { ParamsError } from '../../core/errors/params-error'
import { checkAtCloudTime } from '../shared/cloud-now'
import type { LockContext } from '../shared/lock-context'
import { writesOf } from '../shared/read-back'
import { issuesOf } from './check-input'
import { type Invitation, invitationOf } from './invitation'
import { detailOf, type PermissionInput } from './permission'
import { invitationKey } from './verify'

/** The input of `sharing.create`. */
export interface InvitationInput extends PermissionInput {
  /** The account of the inviting person: the uid of the current user. */
  readonly sharer: string
  /** The account of the invited person. @default any person who has the ticket can accept */
  readonly receiver?: string
  /** The app of the accounts, as the vendor names it. @default 'cloud' */
  readonly appSchema?: string
}

/** The only value in document 001 (lines 1481 and 1571). */
export const APP_SCHEMA = 'cloud'

export const create = async (context: LockContext, input: InvitationInput): Promise<Invitation> => {
  const checking = checkAtCloudTime(context, (nowMs) => {
    const issues = issuesOf(input, nowMs)
    if (issues.length > 0) throw new ParamsError({ action: 'sharing.create' }, issues)
  })
  if (checking !== undefined) await checking
  const { sharer, receiver, appSchema = APP_SCHEMA } = input
  const answer = await context.call('doorLock.createPermissionSharing', {
    device_id: context.deviceId,
    app_schema: appSchema,
    sharer,
    permission_detail: detailOf(input),
    ...(receiver !== undefined && { receiver }),
  })
  writesOf(context).remember(invitationKey(answer.sharing_ticket))
  return invitationOf(answer, context)
}
