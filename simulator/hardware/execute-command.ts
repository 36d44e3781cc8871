import type { Cloud } from '../cloud'
import type { DpStatus, Lock } from '../world/lock'
import { closeBolt, openRemotely } from '../world/open-bolt'
import { MOTOR } from '../world/record-bolt'
import { report } from '../world/report'
import { BLE_UNLOCK_CHECK, bleUnlockCheck, CHECK_CODE_SET, checkCodeSet } from './ble-commands'
import { DELETE_METHOD, deleteMethods } from './delete-methods'
import { ENROL, enrol } from './enrol'
import {
  CREATE,
  createPassword,
  DELETE,
  deletePassword,
  MODIFY,
  modifyPassword,
} from './local-passwords'
import { RECORD, reportStored } from './stored-records'
import { SYNCHRONISE, synchronise } from './synchronise'

type CommandHandler = (cloud: Cloud, lock: Lock, value: unknown) => void

/** Data points that a lock reports but does not accept. */
const reportedOnly =
  /^(?:residual_electricity|alarm_lock|hijack|doorbell|closed_opened|remote_no_dp_key|unlock_(?!method_).+)$/

const moveBolt: CommandHandler = (cloud, lock, value) => {
  if (value === true) openRemotely(cloud, lock)
  else closeBolt(cloud, lock)
}

/** The data points with an effect besides their value. */
const handlers: Readonly<Record<string, CommandHandler>> = {
  [MOTOR]: moveBolt,
  [ENROL]: enrol,
  [DELETE_METHOD]: deleteMethods,
  [SYNCHRONISE]: synchronise,
  [CHECK_CODE_SET]: checkCodeSet,
  [BLE_UNLOCK_CHECK]: bleUnlockCheck,
  [CREATE]: createPassword,
  [DELETE]: deletePassword,
  [MODIFY]: modifyPassword,
  [RECORD]: reportStored,
}

/** Whether a data point has no effect besides its value. */
export const isSetting = (code: string): boolean => !Object.hasOwn(handlers, code)

/** Whether a lock has the data point and accepts this value. */
export const acceptsCommand = ({ dpIds }: Lock, { code, value }: DpStatus): boolean =>
  Object.hasOwn(dpIds, code) &&
  !reportedOnly.test(code) &&
  (code !== MOTOR || typeof value === 'boolean')

/** Executes a data point command: the lock reports at least the value. */
export const executeCommand = (cloud: Cloud, lock: Lock, { code, value }: DpStatus): void => {
  const handle = handlers[code]
  if (handle === undefined) report(cloud, lock, code, value)
  else handle(cloud, lock, value)
}
