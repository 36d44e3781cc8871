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
    masterId,
    slaveId,
    random: bleRandom,
    operation,
    /** Milliseconds since 1970, a whole number of seconds. */
    atMs: timeMs,
    by,
    memberId: uint(1),
  }),
)
export type BleUnlockCheck = t.TypeOf<typeof bleUnlockCheck>

/** The report of the lock, which contains its own id first. */
export const bleUnlockCheckReport = /*#__PURE__*/ hexCodec(
  'ble_unlock_check report',
  layout({
    slaveId,
    masterId,
    random: bleRandom,
    operation,
    atMs: timeMs,
    by,
    result: namedByte({ ok: 0x00, failed: 0x01, ...bleRefusals }),
  }),
)
export type BleUnlockCheckReport = t.TypeOf<typeof bleUnlockCheckReport>
