import { defineAction } from '../../../src/core/action'
import { id, params, record, secret, text } from '../../shared'

/**
 * Fetches the keys with which a device is paired.
 *
 * Document 001, lines 1802-1847: the sample misspells `random` as rondom, and sends `home_id` as text.
 */
export const pairingAuthKey = defineAction({
  name: 'device.pairingAuthKey',
  family: 'mini-program',
  safety: 'read',
  locks: ['any'],
  params: params({
    required: {
      home_id: id('Long'),
      uuid: id(),
      uid: id(),
    },
  }),
  result: record({
    key: {
      encrypted_auth_key: secret(text()),
      /** The key to log in with. */
      random: secret(text()),
    },
    aliases: { random: ['rondom'] },
  }),
})
