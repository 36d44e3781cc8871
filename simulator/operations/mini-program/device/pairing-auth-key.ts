import { pairingAuthKey } from '../../../../actions/mini-program/device/pairing-auth-key'
import { encryptPassword } from '../../../../src/crypto/ticket-crypto'
import { long, name } from '../../../checks/values'
import { renamed } from '../../../quirks/fields'
import { refuse } from '../../../refusal'
import { LETTERS_AND_DIGITS, randomText } from '../../../world/random-text'
import { operation } from '../../operation'

/** AES-128. */
const KEY_LENGTH = 16

/** The encryption is not documented. What was chosen: AES-128-ECB, as for a password, with `random` as the key. */
export const pairingAuthKeyOperation = operation(pairingAuthKey, {
  params: { home_id: long, uuid: name, uid: name },
  handle: ({ world, random }, { home_id, uuid, uid }) => {
    if (home_id !== world.home.id) return refuse('no permission', 'home_id')
    if (!world.members.some((member) => member.uid === uid)) return refuse('user not exist')
    const lock = world.locks.find((one) => one.uuid === uuid) ?? refuse('device not exist')
    const key = randomText(random, KEY_LENGTH, LETTERS_AND_DIGITS)
    return { encrypted_auth_key: encryptPassword(lock.authKey, key), random: key }
  },
  sampled: { quirks: [renamed('', 'random', 'rondom')] },
})
