import { over } from '../shared/channel'

export const ENTRY = 'PUT /v1.0/devices/{device_id}/door-lock/actions/entry'

export const enrolmentChannels = {
  enrolment: [
    { options: ['lockSdk'] },
    { options: ['dataPoints'], dataPoint: 'unlock_method_create' },
    /*#__PURE__*/ over(ENTRY),
  ],
} as const
