import type * as t from 'io-ts'
import { bleRandom, bleRefusals, masterId, slaveId } from './ble-identity'
import { timeMs, uint } from './byte-field'
import { hexCodec } from './hex-codec'
import { layout } from './layout'
import { namedByte } from './named-byte'

const operation = namedByte({ lock: 0x00, unlock: 0x01 })
const by = namedByte({ app: 0x00 })

/** `ble_unlock_check`, data point 71 of Bluetooth locks: moves the bolt. */
export const bleUnlockCheck = /*#__PURE__*/ hexCodec(
  'ble_unlock_check',
  layout({
    /** The app or an accessory, as four hex digits; `ffff` if not distinguished. */
    masterId,
    /** The lock, as four hex digits: `dev_unlock_id` of `doorLock.getIssuedConfig`. */
    slaveId,
    /** The random number that identifies the app, as 16 hex digits. A secret: it is sufficient to unlock. */
    random: bleRandom,
    /** Whether the bolt is to lock or to unlock. */
    operation,
    /** Milliseconds since 1970, a whole number of seconds. */
    atMs: timeMs,
    /** What sends the command; a number stands for an accessory. */
    by,
    /** The number of the user on the lock. */
    memberId: uint(1),
  }),
)
/** The fields of `ble_unlock_check`. */
export type BleUnlockCheck = t.TypeOf<typeof bleUnlockCheck>

/** The report of the lock, which contains its own id first. */
export const bleUnlockCheckReport = /*#__PURE__*/ hexCodec(
  'ble_unlock_check report',
  layout({
    /** The lock, as four hex digits. */
    slaveId,
    /** The app or an accessory of the command, as four hex digits. */
    masterId,
    /** The random number of the command, as 16 hex digits. A secret. */
    random: bleRandom,
    /** The operation of the command. */
    operation,
    /** The time of the command, milliseconds since 1970, a whole number of seconds. */
    atMs: timeMs,
    /** What sent the command. */
    by,
    /** `ok`, or why the bolt did not move. */
    result: namedByte({ ok: 0x00, failed: 0x01, ...bleRefusals }),
  }),
)
/** The fields of a report of `ble_unlock_check`. */
export type BleUnlockCheckReport = t.TypeOf<typeof bleUnlockCheckReport>
