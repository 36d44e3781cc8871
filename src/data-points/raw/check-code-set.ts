import type * as t from 'io-ts'
import { bleRandom, bleRefusals, masterId, slaveId } from './ble-identity'
import { hexCodec } from './hex-codec'
import { layout } from './layout'
import { namedByte } from './named-byte'

const operation = namedByte({ save: 0x00, remove: 0x01 })

/** `check_code_set`, data point 70 of Bluetooth locks: sends the lock a new random number; `wake_up_ins` is one. */
export const checkCodeSet = /*#__PURE__*/ hexCodec(
  'check_code_set',
  layout({
    /** The app or an accessory, as four hex digits; `ffff` if not distinguished. */
    masterId,
    /** The lock, as four hex digits: `dev_unlock_id` of `doorLock.getIssuedConfig`. */
    slaveId,
    /** The present random number as 16 hex digits; zeros if the lock has none. A secret. */
    random: bleRandom,
    /** Whether the lock saves the new random number or removes it. */
    operation,
    /** The app or the accessory that the new random number is for. */
    newMasterId: masterId,
    /** The new random number, as 16 hex digits. A secret: it is sufficient to unlock. */
    newRandom: bleRandom,
  }),
)
/** The fields of `check_code_set`. */
export type CheckCodeSet = t.TypeOf<typeof checkCodeSet>

/** The report of the lock, which contains its own id first. */
export const checkCodeSetReport = /*#__PURE__*/ hexCodec(
  'check_code_set report',
  layout({
    /** The lock, as four hex digits. */
    slaveId,
    /** The app or an accessory of the command, as four hex digits. */
    masterId,
    /** The random number of the command, as 16 hex digits. A secret. */
    random: bleRandom,
    /** The operation of the command. */
    operation,
    /** The app or the accessory that the new random number is for. */
    newMasterId: masterId,
    /** `ok`, or why the lock refused; `full`: it cannot store another random number. */
    result: namedByte({ ok: 0x00, ...bleRefusals, full: 0x06, 'not-found': 0x07 }),
  }),
)
/** The fields of a report of `check_code_set`. */
export type CheckCodeSetReport = t.TypeOf<typeof checkCodeSetReport>
