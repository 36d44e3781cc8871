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
} as const
