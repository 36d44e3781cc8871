import { defineAction } from '../../../src/core/action'
import { csv, epochMs, id, int, json, listOf, oneOf, params, record, text } from '../../shared'

/**
 * Reads what the data points of a device last reported, with their numbers and times. The only route that has the data
 * points outside the standard instruction set.
 *
 * Confidence A (vendor page, clients, answers): `type` is in answers only. A raw data point without a value has no `value`;
 * others have base64 text.
 */
export const getThingProperties = defineAction({
  name: 'GET /v2.0/cloud/thing/{device_id}/shadow/properties',
  family: 'open-api',
  safety: 'read',
  locks: ['any'],
  params: params({ required: { device_id: id() }, optional: { codes: csv() } }),
  result: record({
    documented: {
      properties: listOf(
        record({
          key: { code: text() },
          documented: { dp_id: int(), time: epochMs(), custom_name: text() },
          optional: {
            value: json(),
            type: oneOf(['value', 'bool', 'enum', 'string', 'raw']),
          },
        }),
      ),
    },
  }),
})
