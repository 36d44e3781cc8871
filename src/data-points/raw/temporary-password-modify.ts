import type * as t from 'io-ts'
import { uint } from './byte-field'
import { hexCodec } from './hex-codec'
import { between, layout } from './layout'
import { namedByte } from './named-byte'
import { validityBlock } from './validity'

/** `temporary_password_modify`, data point 53 of Bluetooth locks: another validity. 00 00 keeps times and password. */
export const temporaryPasswordModify = /*#__PURE__*/ hexCodec(
  'temporary_password_modify',
  layout({
    /** The number of the password on the lock. */
    sn: uint(1),
    /** The new validity, which replaces the old one. */
    validity: between([0x01], validityBlock, [0x00, 0x00]),
  }),
)
/** The fields of `temporary_password_modify`. */
export type TemporaryPasswordModify = t.TypeOf<typeof temporaryPasswordModify>

/** The report of the lock. */
export const temporaryPasswordModifyReport = /*#__PURE__*/ hexCodec(
  'temporary_password_modify report',
  layout({
    /** The number of the password on the lock. */
    sn: uint(1),
    /** Whether the lock stored the new validity. */
    result: namedByte({ ok: 0x00, failed: 0x01 }),
  }),
)
/** The fields of a report of `temporary_password_modify`. */
export type TemporaryPasswordModifyReport = t.TypeOf<typeof temporaryPasswordModifyReport>
