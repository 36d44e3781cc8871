import { seed } from '../../../simulator'
import type { Examples } from './example'

const { frontDoor } = seed.locks
const device_id = frontDoor.id
const device = () => ({ device_id })
/** The time of the seed's records. */
const always = { start_time: 1_600_000_000_000, end_time: 1_900_000_000_000 }
const reports = { device_id, codes: 'unlock_fingerprint', ...always, size: 20 }
const command = () => ({ device_id, commands: [{ code: 'beep_volume', value: 'high' }] })

export const deviceRouteExamples = {
  'GET /v1.0/devices/{device_id}': device,
  'GET /v1.0/devices': () => ({ device_ids: device_id }),
  'GET /v1.0/devices/{device_id}/status': device,
  'GET /v1.0/devices/{device_id}/functions': device,
  'GET /v1.0/devices/{device_id}/specifications': device,
  'POST /v1.0/devices/{device_id}/commands': command,
  'GET /v1.0/iot-03/devices/{device_id}': device,
  'GET /v1.0/iot-03/devices/{device_id}/status': device,
  'GET /v1.0/iot-03/devices/{device_id}/functions': device,
  'GET /v1.0/iot-03/devices/{device_id}/specification': device,
  'POST /v1.0/iot-03/devices/{device_id}/commands': command,
  'GET /v2.0/cloud/thing/{device_id}': device,
  'GET /v2.0/cloud/thing/{device_id}/shadow/properties': () => ({
    device_id,
    codes: 'lock_motor_state,beep_volume',
  }),
  'POST /v2.0/cloud/thing/{device_id}/shadow/properties/issue': () => ({
    device_id,
    properties: JSON.stringify({ beep_volume: 'high' }),
  }),
  'GET /v2.0/cloud/thing/{device_id}/model': device,
  'GET /v1.0/devices/{device_id}/logs': () => ({ device_id, type: '7', ...always, size: 20 }),
  'GET /v2.0/cloud/thing/{device_id}/logs': () => ({ device_id, type: '7', ...always, size: 20 }),
  'GET /v2.0/cloud/thing/{device_id}/report-logs': () => reports,
  'GET /v1.0/iot-03/devices/{device_id}/logs': () => ({
    device_id,
    event_types: '7',
    ...always,
    size: 20,
  }),
  'GET /v1.0/iot-03/devices/{device_id}/report-logs': () => reports,
  'GET /v1.0/users/{uid}/devices': () => ({ uid: seed.members.owner.uid }),
  'GET /v1.0/iot-01/associated-users/devices': () => ({ size: 100 }),
} satisfies Partial<Examples>
