import type * as t from 'io-ts'
import { uint } from './byte-field'
import { hexCodec } from './hex-codec'
import { layout } from './layout'
import { namedByte } from './named-byte'

/** `remote_no_dp_key`, data point 61 of Bluetooth locks: the result of a remote unlock without a password. */
export const remoteNoDpKeyReport = /*#__PURE__*/ hexCodec(
  'remote_no_dp_key report',
  layout({
    /** `ok`, or why the lock did not unlock. */
    result: namedByte({
      ok: 0x00,
      failed: 0x01,
      'invalid-key': 0x02,
      'key-used-up': 0x03,
      'out-of-validity': 0x04,
      'wrong-key': 0x05,
    }),
    /** The number of the user on the lock. */
    memberId: uint(2),
  }),
)
/** The fields of `remote_no_dp_key`. */
export type RemoteNoDpKeyReport = t.TypeOf<typeof remoteNoDpKeyReport>
