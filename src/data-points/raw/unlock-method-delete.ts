import type * as t from 'io-ts'
import { flagByte, uint } from './byte-field'
import { hexCodec } from './hex-codec'
import { layout } from './layout'
import { hardIdOrAll, methodStage, methodTypeOrAll } from './methods'
import { namedByte } from './named-byte'

const command = {
  /** The kind of the method; `all` for all methods of the member. */
  type: methodTypeOrAll,
  /** `start` in a command; in a report the stage that the lock has reached. */
  stage: methodStage,
  /** The user is an administrator. */
  isAdmin: flagByte,
  /** The number of the user on the lock. */
  memberId: uint(1),
  /** The number of the method on the lock; `all` for every one. */
  hardId: hardIdOrAll,
  /** 0 for a whole member; another number for a single method. */
  style: uint(1),
}

/** `unlock_method_delete`, data point 2 of Bluetooth locks; type and hardware id `all` delete a member. */
export const unlockMethodDelete = /*#__PURE__*/ hexCodec('unlock_method_delete', layout(command))
/** The fields of `unlock_method_delete`. */
export type UnlockMethodDelete = t.TypeOf<typeof unlockMethodDelete>

/** The report of the lock. */
export const unlockMethodDeleteReport = /*#__PURE__*/ hexCodec(
  'unlock_method_delete report',
  layout({
    ...command,
    /** Whether the lock deleted what the command named. */
    result: namedByte({ failed: 0x00, ok: 0xff }),
  }),
)
/** The fields of a report of `unlock_method_delete`. */
export type UnlockMethodDeleteReport = t.TypeOf<typeof unlockMethodDeleteReport>
