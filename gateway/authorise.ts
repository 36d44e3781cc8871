import { isVendorError } from '../src/core/errors/vendor-error'
import type { MemberRole } from '../src/flows/members/member'
import { roleOf } from '../src/flows/members/roles'
import type { GatewayUser, Membership } from './gateway-user'
import { getUserPair } from './pairs/get-user'
import type { RouteAccess } from './pairs/pair'
import type { Access, Decision, Policy } from './policy/policy'
import { usersIn } from './policy/users-in'
import type { GatewayCall } from './read-call'
import { GatewayRefusal } from './refusal'

/** A call that may be sent. */
export interface AuthorisedCall extends GatewayCall {
  readonly decision: Decision
  /** On the device of the call; that of the first one for several. */
  readonly membership: Membership
}

const decisions: readonly unknown[] = [
  'allowed',
  'managed-rows',
  'own-rows',
] satisfies readonly Decision[]

const noMembership: Membership = { role: 'unknown' }
/** Names the current user in a parameter `user_id` (document 001). The project of the gateway has another one. */
const CURRENT_USER = '0'

/** The same sentence for a missing role and a missing device, so that it does not show which devices exist. */
const forbidden = (action: string): GatewayRefusal =>
  new GatewayRefusal(
    'GATEWAY_FORBIDDEN',
    `The user may not call ${action} with these parameters on this device. Ask its owner for the permission.`,
  )

/** Asks the policy for each device of a call; what is not allowed on one of them is refused. */
export const authorise = async (
  call: GatewayCall,
  user: GatewayUser,
  policy: Policy,
  accessFor: (membership: Membership) => RouteAccess,
): Promise<AuthorisedCall> => {
  const { action } = call.pair
  const decide = async (membership: Membership, deviceId?: string): Promise<AuthorisedCall> => {
    const params = withOwnUser(call.params, membership)
    // Sent to the cloud, it would name the user of the project.
    if (usersIn(params).includes(CURRENT_USER)) throw forbidden(action.name)
    const access: Access = {
      action: action.name,
      params,
      ...(deviceId !== undefined && { deviceId }),
      role: membership.role,
      userId: membership.userId,
      roleOf: (userId) => roleOnDevice(accessFor(membership), deviceId, userId),
    }
    const decision: unknown = await policy(access)
    if (!decisions.includes(decision)) throw forbidden(action.name)
    return { ...call, params, decision: decision as Decision, membership }
  }

  if (call.deviceIds.length === 0) return decide(noMembership)
  const authorised: AuthorisedCall[] = []
  for (const deviceId of call.deviceIds) {
    const membership = await user.membershipOf(deviceId)
    if (membership === undefined) throw forbidden(action.name)
    authorised.push(await decide(membership, deviceId))
  }
  return authorised[0] as AuthorisedCall
}

const withOwnUser = (
  params: GatewayCall['params'],
  { userId }: Membership,
): GatewayCall['params'] =>
  params.user_id === CURRENT_USER && userId !== undefined ? { ...params, user_id: userId } : params

/** The cloud refuses to read some users, such as administrators of a lock with version 1.0 of the route. */
const roleOnDevice = async (
  access: RouteAccess,
  device_id: string | undefined,
  user_id: string,
): Promise<MemberRole> => {
  if (device_id === undefined) return 'unknown'
  try {
    const { user_type } = await getUserPair.carry({ device_id, user_id }, access)
    return roleOf(user_type)
  } catch (error) {
    if (isVendorError(error)) return 'unknown'
    throw error
  }
}
