import { defineAction } from '../../../src/core/action'
import { id, oneOf, params, record, secret, text } from '../../shared'
import { withTwin } from '../shared/with-twin'

/**
 * Fetches the address of the last picture that a lock took, and the key that decrypts it.
 *
 * Confidence A (clients): two clients agree on the path. The fields of the result are those of `getMediaUrl`, which is not
 * confirmed.
 */
export const getLatestMedia = withTwin(
  'doorLock.getMediaUrl',
  defineAction({
    name: 'GET /v1.0/devices/{device_id}/door-lock/latest/media/url',
    family: 'open-api',
    safety: 'read',
    locks: ['wifi'],
    params: params({
      required: {
        device_id: id(),
        /** 1 remote unlock, 2 alarm; a client sends none. */
        file_type: oneOf([1, 2], 'String'),
      },
    }),
    result: record({
      key: { file_url: text({ min: 1 }) },
      documented: { file_key: secret(text()), bucket: text(), file_path: text() },
    }),
  }),
)
