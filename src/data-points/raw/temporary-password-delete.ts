import type * as t from 'io-ts'
import { uint } from './byte-field'
import { hexCodec } from './hex-codec'
import { layout } from './layout'
import { namedByte } from './named-byte'

/** `temporary_password_delete`, data point 52 of Bluetooth locks. */
export const temporaryPasswordDelete = /*#__PURE__*/ hexCodec(
  'temporary_password_delete',
  layout({ sn: uint(1) }),
)
export type TemporaryPasswordDelete = t.TypeOf<typeof temporaryPasswordDelete>

/** The report of the lock; the number identifies the deletion. */
export const temporaryPasswordDeleteReport = /*#__PURE__*/ hexCodec(
  'temporary_password_delete report',
  layout({ sn: uint(1), result: namedByte({ ok: 0x00, failed: 0x01 }) }),
)
export type TemporaryPasswordDeleteReport = t.TypeOf<typeof temporaryPasswordDeleteReport>
