import type * as t from 'io-ts'
import { uint } from './byte-field'
import { hexCodec } from './hex-codec'
import { layout } from './layout'
import { namedByte } from './named-byte'

/** `temporary_password_delete`, data point 52 of Bluetooth locks. */
export const temporaryPasswordDelete = /*#__PURE__*/ hexCodec(
  'temporary_password_delete',
  layout({
    /** The number of the password on the lock. */
    sn: uint(1),
  }),
)
/** The fields of `temporary_password_delete`. */
export type TemporaryPasswordDelete = t.TypeOf<typeof temporaryPasswordDelete>

/** The report of the lock; the number identifies the deletion. */
export const temporaryPasswordDeleteReport = /*#__PURE__*/ hexCodec(
  'temporary_password_delete report',
  layout({
    /** The number of the password on the lock. */
    sn: uint(1),
    /** Whether the lock deleted the password. */
    result: namedByte({ ok: 0x00, failed: 0x01 }),
  }),
)
/** The fields of a report of `temporary_password_delete`. */
export type TemporaryPasswordDeleteReport = t.TypeOf<typeof temporaryPasswordDeleteReport>
