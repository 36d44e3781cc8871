import { openApiActions } from '../actions/open-api'
import { openApiDeviceActions } from '../actions/open-api/device'
import { openApiLockActions } from '../actions/open-api/lock'

/** Every route of the open API. */
export const routes = { ...openApiActions, ...openApiLockActions, ...openApiDeviceActions }

type RouteName = (typeof routes)[keyof typeof routes]['name']

/**
 * The routes that name their devices. The others list all devices of an account or of the project, so no membership on a lock
 * permits them.
 */
export type DeviceRoute = Extract<RouteName, `${string}{device_id}${string}` | 'GET /v1.0/devices'>
