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
    masterId,
    slaveId,
    random: bleRandom,
    operation,
    newMasterId: masterId,
    newRandom: bleRandom,
  }),
)
export type CheckCodeSet = t.TypeOf<typeof checkCodeSet>

/** The report of the lock, which contains its own id first. */
export const checkCodeSetReport = /*#__PURE__*/ hexCodec(
  'check_code_set report',
  layout({
    slaveId,
    masterId,
    random: bleRandom,
    operation,
    newMasterId: masterId,
    result: namedByte({ ok: 0x00, ...bleRefusals, full: 0x06, 'not-found': 0x07 }),
  }),
)
export type CheckCodeSetReport = t.TypeOf<typeof checkCodeSetReport>
