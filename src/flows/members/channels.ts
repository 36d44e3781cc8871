import { over } from '../shared/channel'

export const LIST = 'doorLock.listUsers'
export const PANEL_LIST = 'tuya.m.device.member.list'
export const ACCESS_CONTROL_LIST = 'GET /v1.1/devices/{device_id}/users'
export const HOME_LIST = 'GET /v1.0/smart-lock/devices/{device_id}/users'
/** No document has the ids in its answer, so it is no channel of `members`: `all()` tries it last. */
export const OLD_LIST = 'GET /v1.0/devices/{device_id}/users'

export const PANEL_ADD = 'm.smart.scale.history.user.add'
export const ADD = 'POST /v1.0/devices/{device_id}/user'
/** The change needs the name and the sex, which the second one reads. */
export const CHANGE = 'PUT /v1.0/devices/{device_id}/users/{user_id}'
export const OLD_GET = 'GET /v1.0/devices/{device_id}/users/{user_id}'
export const ROLE = 'PUT /v1.0/smart-lock/devices/{device_id}/users/{user_id}/actions/role'
export const SCHEDULE = 'PUT /v1.0/smart-lock/devices/{device_id}/users/{user_id}/schedule'
export const REMOVE_FROM_LOCK =
  'POST /v1.0/smart-lock/devices/{device_id}/users/{user_ids}/actions/delete-users-issue'
/** Also removes members of the home, unlike the panel's own operation. */
export const REMOVE = 'DELETE /v1.0/devices/{device_id}/users/{user_id}'
export const PANEL_REMOVE = 'm.smart.scale.history.user.delete'

export const METHODS = 'doorLock.listUserOpmodes'
export const PANEL_METHODS = 'tuya.m.device.member.detail'
export const USER_METHODS = 'GET /v1.0/smart-lock/devices/{device_id}/opmodes/{user_id}'
export const ASSIGNED_KEYS =
  'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys'

export const ASSIGN = 'doorLock.allocateOpmode'
export const PANEL_ASSIGN = 'tuya.m.device.user.unlock.allocate'
export const ASSIGN_LIST = 'POST /v1.0/devices/{device_id}/door-lock/opmodes/actions/allocate'
export const ASSIGN_EACH = 'POST /v1.0/devices/{device_id}/device-lock/users/{user_id}/allocate'

export const UNASSIGN = 'doorLock.deallocateOpmode'
export const PANEL_UNASSIGN = 'm.smart.scale.user.unlock.remove'
export const UNASSIGN_LIST =
  'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/cancel-allocate'

export const memberChannels = {
  members: [
    /*#__PURE__*/ over(LIST),
    /*#__PURE__*/ over(PANEL_LIST),
    // This operation filters itself, by the account too.
    /*#__PURE__*/ over(ACCESS_CONTROL_LIST),
    /*#__PURE__*/ over(HOME_LIST),
  ],
  addedMembers: [/*#__PURE__*/ over(PANEL_ADD), /*#__PURE__*/ over(ADD)],
  changedMembers: [/*#__PURE__*/ over(CHANGE, OLD_GET)],
  removedMembers: [
    /*#__PURE__*/ over(REMOVE_FROM_LOCK),
    /*#__PURE__*/ over(REMOVE),
    /*#__PURE__*/ over(PANEL_REMOVE),
  ],
  memberRoles: [/*#__PURE__*/ over(ROLE)],
  memberValidity: [/*#__PURE__*/ over(SCHEDULE)],
  methods: [
    /*#__PURE__*/ over(METHODS),
    /*#__PURE__*/ over(PANEL_METHODS),
    /*#__PURE__*/ over(USER_METHODS),
    /*#__PURE__*/ over(ASSIGNED_KEYS),
  ],
  assignedMethods: [
    /*#__PURE__*/ over(ASSIGN),
    /*#__PURE__*/ over(PANEL_ASSIGN),
    /*#__PURE__*/ over(ASSIGN_LIST),
    /*#__PURE__*/ over(ASSIGN_EACH),
  ],
  unassignedMethods: [
    /*#__PURE__*/ over(UNASSIGN),
    /*#__PURE__*/ over(PANEL_UNASSIGN),
    /*#__PURE__*/ over(UNASSIGN_LIST),
  ],
} as const
