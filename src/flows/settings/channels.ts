import { CONTROL } from '../remote-unlock/channels'
import { over } from '../shared/channel'
import { STATUS } from '../shared/device-status'
import { MODEL } from '../shared/model-rows'

export const PROPERTIES = 'GET /v2.0/cloud/thing/{device_id}/shadow/properties'
export const ISSUE = 'POST /v2.0/cloud/thing/{device_id}/shadow/properties/issue'
export const SPECIFICATIONS = 'GET /v1.0/devices/{device_id}/specifications'

export const settingsChannels = {
  /**
   * The data points of the host with its schema; the thing model, which has every data point; the standard instruction set;
   * the status and commands of the cloud with a schema from elsewhere, because no mini-program operation has one.
   */
  settings: [
    { options: ['dataPoints', 'schema'], isTyped: true },
    /*#__PURE__*/ over(MODEL, PROPERTIES, ISSUE),
    /*#__PURE__*/ over(SPECIFICATIONS, STATUS, CONTROL),
    { operations: [CONTROL, STATUS], options: ['schema'], isTyped: true },
  ],
} as const
