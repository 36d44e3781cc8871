import type * as t from 'io-ts'
import { uint } from './byte-field'
import { hexCodec } from './hex-codec'
import { between, layout } from './layout'
import { namedByte } from './named-byte'
import { pinDigits } from './pin-digits'
import { validityBlock } from './validity'

/** `temporary_password_creat`, data point 51 of Bluetooth locks. */
export const temporaryPasswordCreate = /*#__PURE__*/ hexCodec(
  'temporary_password_creat',
  between(
    [0x01],
    layout({
      /** When the password opens the lock. */
      validity: validityBlock,
      /** The number of openings; 0 means unlimited. */
      times: uint(1),
      /** The digits of the password. A secret. */
      pin: pinDigits,
    }),
  ),
)
/** The fields of `temporary_password_creat`. */
export type TemporaryPasswordCreate = t.TypeOf<typeof temporaryPasswordCreate>

/** The report of the lock. `sn` is the number of the password on the lock. */
export const temporaryPasswordCreateReport = /*#__PURE__*/ hexCodec(
  'temporary_password_creat report',
  layout({
    /** The number of the password on the lock. */
    sn: uint(1),
    /** `ok`, or why the lock did not store the password; `full`: it has no free number. */
    result: namedByte({ ok: 0x00, failed: 0x01, full: 0x02, duplicate: 0x03, 'too-simple': 0x0a }),
  }),
)
/** The fields of a report of `temporary_password_creat`. */
export type TemporaryPasswordCreateReport = t.TypeOf<typeof temporaryPasswordCreateReport>
