import { defineAction } from '../../../src/core/action'
import { id, oneOf, params, record, secret, text } from '../../shared'

/**
 * Fetches the address of the last picture that a lock took, and the key that decrypts it.
 *
 * Document 001, lines 2126-2166: `file_type` is String in the table and a number in the sample, whose `file_url` is a
 * host without a path.
 */
export const getMediaUrl = defineAction({
  name: 'doorLock.getMediaUrl',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi'],
  params: params({
    required: {
      device_id: id(),
      /** 1 remote unlock, 2 alarm. */
      file_type: oneOf([1, 2], 'String'),
    },
  }),
  result: record({
    key: {
      file_url: text(),
    },
    documented: {
      file_key: secret(text()),
      bucket: text(),
      file_path: text(),
    },
  }),
})
