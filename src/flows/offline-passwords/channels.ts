import { over } from '../shared/channel'

export const PANEL_ISSUE = 'tuya.m.device.lock.offlinepwd.get'
export const ROUTE_ISSUE = 'POST /v1.1/devices/{device_id}/door-lock/offline-temp-password'
export const DYNAMIC = 'doorLock.getDynamicPassword'

export const offlineChannels = {
  offlinePasswords: [/*#__PURE__*/ over(PANEL_ISSUE), /*#__PURE__*/ over(ROUTE_ISSUE)],
  dynamicPasswords: [/*#__PURE__*/ over(DYNAMIC)],
} as const
