import {
  ACCESS_CONTROL_LIST,
  HOME_LIST,
  LIST as MEMBERS,
  PANEL_LIST as PANEL_MEMBERS,
} from '../members/channels'
import { over, overPoint } from '../shared/channel'

export { ACCESS_CONTROL_LIST, HOME_LIST, MEMBERS, PANEL_MEMBERS }

export const METHODS = 'doorLock.listUserOpmodes'
export const PANEL_METHODS = 'tuya.m.device.member.detail'
export const USER_METHODS = 'GET /v1.0/smart-lock/devices/{device_id}/opmodes/{user_id}'
export const ASSIGNED_KEYS =
  'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys'
/** The members of the home with their methods, in one answer. */
export const PANEL_ALL = 'tuya.m.device.member.detail.list'

export const UNASSIGNED = 'doorLock.listUnallocatedOpmodes'
export const PANEL_UNASSIGNED = 'tuya.m.device.unlock.assignlist'
export const UNASSIGNED_KEYS = 'GET /v1.0/devices/{device_id}/door-lock/unassigned-keys'

export const ASSIGN = 'doorLock.allocateOpmode'
export const PANEL_ASSIGN = 'tuya.m.device.user.unlock.allocate'
export const ASSIGN_LIST = 'POST /v1.0/devices/{device_id}/door-lock/opmodes/actions/allocate'
export const ASSIGN_EACH = 'POST /v1.0/devices/{device_id}/device-lock/users/{user_id}/allocate'

export const UNASSIGN = 'doorLock.deallocateOpmode'
export const PANEL_UNASSIGN = 'm.smart.scale.user.unlock.remove'
export const UNASSIGN_LIST =
  'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/cancel-allocate'

export const PANEL_RENAME = 'tuya.m.device.member.opmode.update'
export const RENAME = 'PUT /v1.0/devices/{device_id}/door-lock/opmodes/{unlock_sn}'

export const DELETE =
  'DELETE /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/unlock-types/{unlock_type}/keys/{unlock_no}'
/** Data point 2 of Bluetooth locks. */
export const DELETE_POINT = 'unlock_method_delete'

export const SET_DURESS = 'doorLock.setHijack'
export const REMOVE_DURESS = 'doorLock.removeHijack'
export const PANEL_SET_DURESS = 'tuya.m.scale.hijacking.add.config'
export const PANEL_REMOVE_DURESS = 'tuya.m.scale.hijacking.remove.config'
export const SET_DURESS_KEY =
  'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/keys/{unlock_no}/hijack'
export const REMOVE_DURESS_KEY =
  'DELETE /v1.0/smart-lock/devices/{device_id}/unlock-types/{unlock_type}/keys/{unlock_sn}/hijack'

export const methodChannels = {
  /** All methods: the members, then the methods of each. */
  methods: [
    /*#__PURE__*/ over(MEMBERS, METHODS),
    /*#__PURE__*/ over(PANEL_MEMBERS, PANEL_METHODS),
    /*#__PURE__*/ over(ACCESS_CONTROL_LIST, USER_METHODS),
    /*#__PURE__*/ over(HOME_LIST, USER_METHODS),
    /*#__PURE__*/ over(HOME_LIST, ASSIGNED_KEYS),
    // The last one, because it has the members of the home only.
    /*#__PURE__*/ over(PANEL_ALL),
  ],
  memberMethods: [
    /*#__PURE__*/ over(METHODS),
    /*#__PURE__*/ over(PANEL_METHODS),
    /*#__PURE__*/ over(USER_METHODS),
    /*#__PURE__*/ over(ASSIGNED_KEYS),
    /*#__PURE__*/ over(PANEL_ALL),
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
  renamedMethods: [/*#__PURE__*/ over(PANEL_RENAME), /*#__PURE__*/ over(RENAME)],
  deletedMethods: [/*#__PURE__*/ over(DELETE), /*#__PURE__*/ overPoint(DELETE_POINT)],
  duressAlarms: [
    /*#__PURE__*/ over(SET_DURESS, REMOVE_DURESS),
    /*#__PURE__*/ over(PANEL_SET_DURESS, PANEL_REMOVE_DURESS),
    /*#__PURE__*/ over(SET_DURESS_KEY, REMOVE_DURESS_KEY),
  ],
} as const
