import { defineAction } from '../../../src/core/action'
import { id, int, jsonText, listOf, oneOf, params, record, text } from '../../shared'

/**
 * Describes the data points of a device, with their numbers.
 *
 * Confidence A (clients, answers): `model` is JSON text.
 */
export const getThingModel = defineAction({
  name: 'GET /v2.0/cloud/thing/{device_id}/model',
  family: 'open-api',
  safety: 'read',
  locks: ['any'],
  params: params({ required: { device_id: id() } }),
  result: record({
    key: {
      model: jsonText(
        record({
          documented: {
            services: listOf(
              record({
                documented: {
                  properties: listOf(
                    record({
                      key: {
                        /** The number of the data point. */
                        abilityId: int(),
                        code: text(),
                      },
                      documented: {
                        accessMode: oneOf(['ro', 'wr', 'rw']),
                        typeSpec: record({
                          documented: { type: oneOf(['bool', 'value', 'enum', 'string', 'raw']) },
                          optional: {
                            min: int(),
                            max: int(),
                            scale: int(),
                            step: int(),
                            unit: text(),
                            range: listOf(text()),
                            maxlen: int(),
                          },
                        }),
                      },
                      optional: { name: text(), description: text() },
                    }),
                  ),
                },
              }),
            ),
          },
          optional: { modelId: id() },
        }),
      ),
    },
  }),
})
