import { defineAction } from '../../../src/core/action'
import { id, int, listOf, oneOf, params, record, secret, text } from '../../shared'

/**
 * Lists the pictures and videos of a lock.
 *
 * Confidence B (vendor page, clients): parts of the page were not seen.
 */
export const listAlbumMedia = defineAction({
  name: 'GET /v1.0/smart-lock/devices/{device_id}/albums-media',
  family: 'open-api',
  safety: 'read',
  locks: ['wifi'],
  params: params({ required: { device_id: id() } }),
  result: record({
    documented: {
      /** The kinds of events in the list. */
      event_types: listOf(int()),
      album_list: listOf(
        record({
          documented: {
            file_url: text(),
            file_key: secret(text()),
            /** 0 anti-pry, 1 a requested remote unlock, 2 to 8 failed unlocks, 9 a password, 10 a card. */
            event_type: int(),
          },
          optional: { media_key: secret(text()), media_path: text(), media_bucket: text() },
        }),
      ),
      /** The storage plan. */
      order_code: oneOf([
        'doorlock_cloud_storage_7day',
        'doorlock_cloud_storage_30day',
        'cloud_free_storage_3day',
      ]),
    },
  }),
})
