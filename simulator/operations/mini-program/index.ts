import type { Operation } from '../operation'
import { getListByIdsOperation } from './device/get-list-by-ids'
import { deviceStatusOperation } from './device/status'
import { alarmLogsOperation } from './door-lock/alarm-logs'
import { createTemporaryPasswordOperation } from './door-lock/create-temporary-password'
import { getSyncableOpmodeTypesOperation } from './door-lock/get-syncable-opmode-types'
import { getTemporaryPasswordListOperation } from './door-lock/get-temporary-password-list'
import { listUserOpmodesOperation } from './door-lock/list-user-opmodes'
import { listUsersOperation } from './door-lock/list-users'
import { passwordFreeOpenOperation } from './door-lock/password-free-open'
import { passwordTicketOperation } from './door-lock/password-ticket'
import { remoteUnlocksOperation } from './door-lock/remote-unlocks'
import { currentTimeOperation } from './timer/current-time'

export const miniProgramOperations: readonly Operation[] = [
  deviceStatusOperation,
  getListByIdsOperation,
  currentTimeOperation,
  alarmLogsOperation,
  createTemporaryPasswordOperation,
  getSyncableOpmodeTypesOperation,
  getTemporaryPasswordListOperation,
  listUserOpmodesOperation,
  listUsersOperation,
  passwordFreeOpenOperation,
  passwordTicketOperation,
  remoteUnlocksOperation,
]
