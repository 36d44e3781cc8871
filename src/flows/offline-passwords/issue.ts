import { selectChannel } from '../shared/channel'
import { checkAtCloudTime, startTiming } from '../shared/cloud-now'
import type { LockContext } from '../shared/lock-context'
import { offlineChannels, PANEL_ISSUE, ROUTE_ISSUE } from './channels'
import { type OfflineRequest, windowOf } from './offline-request'
import { issueOverRoutes } from './over-routes'
import { type OfflineWindow, pwdTypes } from './rules'

/** An offline password with its PIN, which no list shows later. */
export interface OfflinePassword extends OfflineWindow {
  /** The id in the cloud. */
  readonly id: string
  /** The PIN. For `clear-all`, typing it at the lock does not open the door but revokes all offline passwords. */
  readonly password: string
  /** How often it opens, or what it clears. */
  readonly kind: OfflineRequest['kind']
}

/**
 * Issues a password from the limited supply, once.
 *
 * If the answer is lost, the PIN is lost too, because no list shows it (document 004, `offlinepwd.list`); the flow fails
 * with an OutcomeUnknownError. A new row in the list proves nothing, because the command can arrive late.
 */
export const issue = async (
  context: LockContext,
  request: OfflineRequest,
): Promise<OfflinePassword> => {
  const checking = checkAtCloudTime(context, (nowMs) => windowOf(request, nowMs))
  if (checking !== undefined) await checking
  const send = selectChannel(
    context,
    'offlinePasswords.offline',
    offlineChannels.offlinePasswords,
    { [PANEL_ISSUE]: issueOverPanel, [ROUTE_ISSUE]: issueOverRoutes },
  )
  // The moment before sending: if the hour changes meanwhile, the lock accepts the password longer than reported.
  const sentAtMs = startTiming(context)
  const chosen = request.kind === 'multiple' ? windowOf(request, sentAtMs()) : undefined
  return send(context, request, chosen, sentAtMs)
}

type Issue = typeof issueOverRoutes

const issueOverPanel: Issue = async ({ call, deviceId }, request, chosen, sentAtMs) => {
  const { kind, name, phone } = request
  const { pwd, pwdId } = await call(PANEL_ISSUE, {
    devId: deviceId,
    pwdType: pwdTypes[kind],
    gmtStart: chosen === undefined ? 0 : chosen.fromMs / 1000,
    gmtExpired: chosen === undefined ? 0 : chosen.toMs / 1000,
    ...(name !== undefined && { pwdName: name }),
    ...(phone !== undefined && { countryCode: phone.countryCode, mobile: phone.number }),
  })
  return { id: pwdId, password: pwd, kind, ...(chosen ?? windowOf(request, sentAtMs())) }
}
