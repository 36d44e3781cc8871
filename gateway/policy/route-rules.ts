import type { DeviceRoute } from '../routes'
import type { Rule } from './rule'

/**
 * One rule for each route; a route with the same effect as a mini-program action has the same rule.
 *
 * A common member cannot enrol a method: it would open the door to any person with the finger or the card. The route that lists
 * users without their ids is for the owner, because its rows do not show whom a role manages.
 */
export const routeRules: Readonly<Record<DeviceRoute, Rule>> = {
  // Users.
  'GET /v1.0/devices/{device_id}/users': 'owner',
  'GET /v1.1/devices/{device_id}/users': 'users',
  'GET /v1.0/smart-lock/devices/{device_id}/users': 'users',
  'GET /v1.0/devices/{device_id}/door-lock/absent-users': 'users',
  'GET /v1.0/devices/{device_id}/users/{user_id}': 'own-or-managed',
  'GET /v1.1/devices/{device_id}/users/{user_id}': 'own-or-managed',
  'POST /v1.0/devices/{device_id}/user': 'managers',
  'PUT /v1.0/devices/{device_id}/users/{user_id}': 'own-or-managed',
  'DELETE /v1.0/devices/{device_id}/users/{user_id}': 'subordinates',
  'POST /v1.0/smart-lock/devices/{device_id}/users/{user_ids}/actions/delete-users-issue':
    'subordinates',
  'PUT /v1.0/smart-lock/devices/{device_id}/users/{user_id}/schedule': 'subordinates',
  'PUT /v1.0/smart-lock/devices/{device_id}/users/{user_id}/actions/role': 'roles',

  // Unlocking methods.
  'GET /v1.0/smart-lock/devices/{device_id}/opmodes/{user_id}': 'own-or-managed',
  'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys':
    'own-or-managed',
  'GET /v1.0/devices/{device_id}/door-lock/unassigned-keys': 'managers',
  'PUT /v1.0/devices/{device_id}/door-lock/actions/entry': 'managed',
  'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/actions/cancel': 'managers',
  'DELETE /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/unlock-types/{unlock_type}/keys/{unlock_no}':
    'own-or-managed',
  'POST /v1.0/devices/{device_id}/device-lock/users/{user_id}/allocate': 'managed',
  'POST /v1.0/devices/{device_id}/door-lock/opmodes/actions/allocate': 'managed',
  'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/cancel-allocate': 'own-or-managed',
  'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/sync': 'managers',
  // These do not show whose method it is.
  'PUT /v1.0/devices/{device_id}/door-lock/opmodes/{unlock_sn}': 'owner',
  'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/keys/{unlock_no}/hijack':
    'owner',
  'DELETE /v1.0/smart-lock/devices/{device_id}/unlock-types/{unlock_type}/keys/{unlock_sn}/hijack':
    'owner',
  'POST /v1.0/smart-lock/devices/{device_id}/opmodes/{opmode_id}/attribute/{attribute}/opmode-attr':
    'owner',

  // Unlocking.
  'POST /v1.0/devices/{device_id}/door-lock/password-ticket': 'members',
  'POST /v1.0/smart-lock/devices/{device_id}/password-ticket': 'members',
  'GET /v1.0/devices/{device_id}/door-lock/remote-unlocks': 'members',
  'POST /v1.0/devices/{device_id}/door-lock/open-door': 'members',
  'POST /v1.0/devices/{device_id}/door-lock/password-free/open-door': 'members',
  'PUT /v1.0/devices/{device_id}/door-lock/password-free/open-door/cancel': 'members',
  'POST /v1.0/smart-lock/devices/{device_id}/password-free/door-operate': 'members',
  'POST /v1.0/devices/{device_id}/door-lock/remote-unlock/config': 'managers',

  // Temporary, offline and dynamic passwords.
  'GET /v1.0/devices/{device_id}/door-lock/temp-passwords': 'managers',
  'GET /v1.0/devices/{device_id}/door-lock/temp-password/{password_id}': 'managers',
  'GET /v1.0/devices/{device_id}/door-lock/template/temp-password/{password_id}': 'managers',
  'GET /v1.0/smart-lock/devices/{device_id}/stand-by-lock-temp-passwords': 'managers',
  'POST /v1.0/devices/{device_id}/door-lock/temp-password': 'managers',
  'POST /v2.0/devices/{device_id}/door-lock/temp-password': 'managers',
  'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/modify-password':
    'managers',
  'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/freeze-password':
    'managers',
  'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/unfreeze-password':
    'managers',
  'DELETE /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}': 'managers',
  'DELETE /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/record': 'managers',
  'POST /v1.0/devices/{device_id}/door-lock/temp-passwords/rest-password': 'managers',
  'GET /v1.0/devices/{device_id}/door-lock/offline-temp-password': 'managers',
  'POST /v1.1/devices/{device_id}/door-lock/offline-temp-password': 'managers',
  'PUT /v1.0/devices/{device_id}/door-lock/offline-temp-password/{password_id}': 'managers',
  'GET /v1.0/devices/{device_id}/door-lock/dynamic-password': 'managers',

  // Records and media.
  'GET /v1.0/devices/{device_id}/door-lock/records': 'records',
  'GET /v1.0/devices/{device_id}/door-lock/open-logs': 'records',
  'GET /v1.1/devices/{device_id}/door-lock/open-logs': 'records',
  'GET /v1.0/devices/{device_id}/door-lock/alarm-logs': 'records',
  'GET /v1.1/devices/{device_id}/door-lock/alarm-logs': 'records',
  'POST /v1.0/devices/{device_id}/door-lock/records/{record_id}/actions/allocate': 'managed',
  'GET /v1.0/devices/{device_id}/door-lock/latest/media/url': 'managers',
  'GET /v1.0/smart-lock/devices/{device_id}/albums-media': 'managers',
  'GET /v1.0/smart-lock/devices/{device_id}/media-view-times': 'managers',
  'POST /v1.0/smart-lock/devices/{device_id}/media-view-times': 'managers',

  // The device: a log does not show whose unlock it contains.
  'GET /v1.0/devices': 'members',
  'GET /v1.0/devices/{device_id}': 'members',
  'GET /v1.0/devices/{device_id}/specifications': 'members',
  'GET /v1.0/devices/{device_id}/functions': 'members',
  'GET /v1.0/devices/{device_id}/status': 'members',
  'GET /v1.0/iot-03/devices/{device_id}': 'members',
  'GET /v1.0/iot-03/devices/{device_id}/specification': 'members',
  'GET /v1.0/iot-03/devices/{device_id}/functions': 'members',
  'GET /v1.0/iot-03/devices/{device_id}/status': 'members',
  'GET /v2.0/cloud/thing/{device_id}': 'members',
  'GET /v2.0/cloud/thing/{device_id}/model': 'members',
  'GET /v2.0/cloud/thing/{device_id}/shadow/properties': 'members',
  'GET /v1.0/devices/{device_id}/logs': 'managers',
  'GET /v1.0/iot-03/devices/{device_id}/logs': 'managers',
  'GET /v1.0/iot-03/devices/{device_id}/report-logs': 'managers',
  'GET /v2.0/cloud/thing/{device_id}/logs': 'managers',
  'GET /v2.0/cloud/thing/{device_id}/report-logs': 'managers',
  'POST /v1.0/devices/{device_id}/commands': 'managers',
  'POST /v1.0/iot-03/devices/{device_id}/commands': 'managers',
  'POST /v2.0/cloud/thing/{device_id}/shadow/properties/issue': 'managers',
}
