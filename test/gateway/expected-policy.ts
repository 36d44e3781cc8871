import type { Decision } from '../../gateway'
import type { MemberRole } from '../../src/flows/members/member'

/** Whose data a call names: one's own, or that of a user with a role. */
export const owners = [
  'own',
  'owner',
  'administrator',
  'member',
  'anonymous',
  'shared',
  'unknown',
] as const
export type Owner = (typeof owners)[number]

/** The vendor's section on roles, written out again: the roles whose data a role manages, and one's own. */
const managed: Readonly<Record<MemberRole, readonly Owner[]>> = {
  owner: ['own', 'administrator', 'member', 'anonymous', 'shared', 'unknown'],
  administrator: ['own', 'member'],
  member: ['own'],
  anonymous: [],
  shared: [],
  unknown: [],
}

/** For members of the lock, whosever data it is. */
const forMembers = [
  'device.status',
  'device.getListByIds',
  'doorLock.getAvailableInstructions',
  'doorLock.remoteUnlocks',
  'doorLock.passwordTicket',
  'doorLock.passwordFreeOpen',
  'doorLock.cancelPasswordFreeOpen',
  'doorLock.openDoor',
  'POST /v1.0/devices/{device_id}/door-lock/password-ticket',
  'POST /v1.0/smart-lock/devices/{device_id}/password-ticket',
  'GET /v1.0/devices/{device_id}/door-lock/remote-unlocks',
  'POST /v1.0/devices/{device_id}/door-lock/open-door',
  'POST /v1.0/devices/{device_id}/door-lock/password-free/open-door',
  'PUT /v1.0/devices/{device_id}/door-lock/password-free/open-door/cancel',
  'POST /v1.0/smart-lock/devices/{device_id}/password-free/door-operate',
  'GET /v1.0/devices',
  'GET /v1.0/devices/{device_id}',
  'GET /v1.0/devices/{device_id}/specifications',
  'GET /v1.0/devices/{device_id}/functions',
  'GET /v1.0/devices/{device_id}/status',
  'GET /v1.0/iot-03/devices/{device_id}',
  'GET /v1.0/iot-03/devices/{device_id}/specification',
  'GET /v1.0/iot-03/devices/{device_id}/functions',
  'GET /v1.0/iot-03/devices/{device_id}/status',
  'GET /v2.0/cloud/thing/{device_id}',
  'GET /v2.0/cloud/thing/{device_id}/model',
  'GET /v2.0/cloud/thing/{device_id}/shadow/properties',
]

const forManagers = [
  'device.control',
  'doorLock.remoteUnlockConfig',
  'doorLock.getSyncableOpmodeTypes',
  'doorLock.listUnallocatedOpmodes',
  'doorLock.getDynamicPassword',
  'doorLock.getTemporaryPassword',
  'doorLock.getTemporaryPasswordList',
  'doorLock.createTemporaryPassword',
  'doorLock.createTemporaryPasswordWithoutName',
  'doorLock.modifyTemporaryPassword',
  'doorLock.deleteTemporaryPassword',
  'doorLock.deleteOfflinePassword',
  'doorLock.getMediaUrl',
  'POST /v1.0/devices/{device_id}/user',
  'GET /v1.0/devices/{device_id}/door-lock/unassigned-keys',
  'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/actions/cancel',
  'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/sync',
  'POST /v1.0/devices/{device_id}/door-lock/remote-unlock/config',
  'GET /v1.0/devices/{device_id}/door-lock/temp-passwords',
  'GET /v1.0/devices/{device_id}/door-lock/temp-password/{password_id}',
  'GET /v1.0/devices/{device_id}/door-lock/template/temp-password/{password_id}',
  'GET /v1.0/smart-lock/devices/{device_id}/stand-by-lock-temp-passwords',
  'POST /v1.0/devices/{device_id}/door-lock/temp-password',
  'POST /v2.0/devices/{device_id}/door-lock/temp-password',
  'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/modify-password',
  'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/freeze-password',
  'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/unfreeze-password',
  'DELETE /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}',
  'DELETE /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/record',
  'POST /v1.0/devices/{device_id}/door-lock/temp-passwords/rest-password',
  'GET /v1.0/devices/{device_id}/door-lock/offline-temp-password',
  'POST /v1.1/devices/{device_id}/door-lock/offline-temp-password',
  'PUT /v1.0/devices/{device_id}/door-lock/offline-temp-password/{password_id}',
  'GET /v1.0/devices/{device_id}/door-lock/dynamic-password',
  'GET /v1.0/devices/{device_id}/door-lock/latest/media/url',
  'GET /v1.0/smart-lock/devices/{device_id}/albums-media',
  'GET /v1.0/smart-lock/devices/{device_id}/media-view-times',
  'POST /v1.0/smart-lock/devices/{device_id}/media-view-times',
  'GET /v1.0/devices/{device_id}/logs',
  'GET /v1.0/iot-03/devices/{device_id}/logs',
  'GET /v1.0/iot-03/devices/{device_id}/report-logs',
  'GET /v2.0/cloud/thing/{device_id}/logs',
  'GET /v2.0/cloud/thing/{device_id}/report-logs',
  'POST /v1.0/devices/{device_id}/commands',
  'POST /v1.0/iot-03/devices/{device_id}/commands',
  'POST /v2.0/cloud/thing/{device_id}/shadow/properties/issue',
]

const forOwners = [
  'doorLock.setHijack',
  'doorLock.removeHijack',
  'GET /v1.0/devices/{device_id}/users',
  'PUT /v1.0/devices/{device_id}/door-lock/opmodes/{unlock_sn}',
  'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/keys/{unlock_no}/hijack',
  'DELETE /v1.0/smart-lock/devices/{device_id}/unlock-types/{unlock_type}/keys/{unlock_sn}/hijack',
  'POST /v1.0/smart-lock/devices/{device_id}/opmodes/{opmode_id}/attribute/{attribute}/opmode-attr',
]

/** They read or change the data of a user. */
export const ofUsers = [
  'doorLock.getUser',
  'doorLock.listUserOpmodes',
  'doorLock.deallocateOpmode',
  'GET /v1.0/devices/{device_id}/users/{user_id}',
  'GET /v1.1/devices/{device_id}/users/{user_id}',
  'PUT /v1.0/devices/{device_id}/users/{user_id}',
  'GET /v1.0/smart-lock/devices/{device_id}/opmodes/{user_id}',
  'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys',
  'DELETE /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/unlock-types/{unlock_type}/keys/{unlock_no}',
  'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/cancel-allocate',
]

/** They give a user a method or a record, which no common member may take. */
const givingToUsers = [
  'doorLock.allocateOpmode',
  'PUT /v1.0/devices/{device_id}/door-lock/actions/entry',
  'POST /v1.0/devices/{device_id}/device-lock/users/{user_id}/allocate',
  'POST /v1.0/devices/{device_id}/door-lock/opmodes/actions/allocate',
  'POST /v1.0/devices/{device_id}/door-lock/records/{record_id}/actions/allocate',
]

/** They delete a user or limit when the user may come: not for oneself. */
const limitingUsers = [
  'DELETE /v1.0/devices/{device_id}/users/{user_id}',
  'POST /v1.0/smart-lock/devices/{device_id}/users/{user_ids}/actions/delete-users-issue',
  'PUT /v1.0/smart-lock/devices/{device_id}/users/{user_id}/schedule',
]

/** Only the owner changes roles, and not the own one. */
const changingRoles = ['PUT /v1.0/smart-lock/devices/{device_id}/users/{user_id}/actions/role']

const listsOfUsers = [
  'doorLock.listUsers',
  'GET /v1.1/devices/{device_id}/users',
  'GET /v1.0/smart-lock/devices/{device_id}/users',
  'GET /v1.0/devices/{device_id}/door-lock/absent-users',
]

const listsOfRecords = [
  'doorLock.listRecords',
  'doorLock.openingLogs',
  'doorLock.alarmLogs',
  'GET /v1.0/devices/{device_id}/door-lock/records',
  'GET /v1.0/devices/{device_id}/door-lock/open-logs',
  'GET /v1.1/devices/{device_id}/door-lock/open-logs',
  'GET /v1.0/devices/{device_id}/door-lock/alarm-logs',
  'GET /v1.1/devices/{device_id}/door-lock/alarm-logs',
]

type Decide = (role: MemberRole, of: Owner) => Decision

const allowedIf = (isAllowed: boolean): Decision => (isAllowed ? 'allowed' : 'refused')
const forRoles =
  (...roles: readonly MemberRole[]): Decide =>
  (role) =>
    allowedIf(roles.includes(role))
const each = (actions: readonly string[], decide: Decide) =>
  actions.map((action) => [action, decide] as const)

/** What each action gives to each role. */
export const expectedPolicy: ReadonlyMap<string, Decide> = new Map([
  ...each(['timer.currentTime'], () => 'allowed'),
  ...each(forMembers, forRoles('owner', 'administrator', 'member')),
  ...each(forManagers, forRoles('owner', 'administrator')),
  ...each(forOwners, forRoles('owner')),
  ...each(ofUsers, (role, of) => allowedIf(managed[role].includes(of))),
  ...each(givingToUsers, (role, of) => allowedIf(managed[role].includes(of) && role !== 'member')),
  ...each(limitingUsers, (role, of) => allowedIf(managed[role].includes(of) && of !== 'own')),
  ...each(changingRoles, (role, of) =>
    allowedIf(role === 'owner' && managed.owner.includes(of) && of !== 'own'),
  ),
  ...each(listsOfUsers, (role) => {
    if (role === 'owner') return 'allowed'
    return role === 'administrator' || role === 'member' ? 'managed-rows' : 'refused'
  }),
  ...each(listsOfRecords, (role) => {
    if (role === 'member') return 'own-rows'
    return allowedIf(role === 'owner' || role === 'administrator')
  }),
])
