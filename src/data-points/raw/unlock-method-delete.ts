import type * as t from 'io-ts'
import { flagByte, uint } from './byte-field'
import { hexCodec } from './hex-codec'
import { layout } from './layout'
import { hardIdOrAll, methodStage, methodTypeOrAll } from './methods'
import { namedByte } from './named-byte'

const command = {
  type: methodTypeOrAll,
  stage: methodStage,
  isAdmin: flagByte,
  memberId: uint(1),
  hardId: hardIdOrAll,
  /** 0 for a whole member; another number for a single method. */
  style: uint(1),
}

/** `unlock_method_delete`, data point 2 of Bluetooth locks; type and hardware id `all` delete a member. */
export const unlockMethodDelete = /*#__PURE__*/ hexCodec('unlock_method_delete', layout(command))
export type UnlockMethodDelete = t.TypeOf<typeof unlockMethodDelete>

/** The report of the lock. */
export const unlockMethodDeleteReport = /*#__PURE__*/ hexCodec(
  'unlock_method_delete report',
  layout({ ...command, result: namedByte({ failed: 0x00, ok: 0xff }) }),
)
export type UnlockMethodDeleteReport = t.TypeOf<typeof unlockMethodDeleteReport>
