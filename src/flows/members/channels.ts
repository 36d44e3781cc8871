import { over } from '../shared/channel'

export const LIST = 'doorLock.listUsers'
export const PANEL_LIST = 'tuya.m.device.member.list'
export const ACCESS_CONTROL_LIST = 'GET /v1.1/devices/{device_id}/users'
export const HOME_LIST = 'GET /v1.0/smart-lock/devices/{device_id}/users'
export const OLD_LIST = 'GET /v1.0/devices/{device_id}/users'

export const memberChannels = {
  members: [
    /*#__PURE__*/ over(LIST),
    /*#__PURE__*/ over(PANEL_LIST),
    /*#__PURE__*/ over(ACCESS_CONTROL_LIST),
    /*#__PURE__*/ over(HOME_LIST),
    /*#__PURE__*/ over(OLD_LIST),
  ],
} as const
