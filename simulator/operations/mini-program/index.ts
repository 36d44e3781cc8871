import type { Operation } from '../operation'
import { deviceControlOperation } from './device/control'
import { getListByIdsOperation } from './device/get-list-by-ids'
import { pairingAuthKeyOperation } from './device/pairing-auth-key'
import { deviceStatusOperation } from './device/status'
import { alarmLogsOperation } from './door-lock/alarm-logs'
import { allocateOpmodeOperation } from './door-lock/allocate-opmode'
import { bleOpenInstructionOperation } from './door-lock/ble-open-instruction'
import { cancelPasswordFreeOpenOperation } from './door-lock/cancel-password-free-open'
import { cancelPermissionSharingOperation } from './door-lock/cancel-permission-sharing'
import { confirmPermissionSharingOperation } from './door-lock/confirm-permission-sharing'
import { createPermissionSharingOperation } from './door-lock/create-permission-sharing'
import { createTemporaryPasswordOperation } from './door-lock/create-temporary-password'
import { createTemporaryPasswordWithoutNameOperation } from './door-lock/create-temporary-password-without-name'
import { deallocateOpmodeOperation } from './door-lock/deallocate-opmode'
import { deleteOfflinePasswordOperation } from './door-lock/delete-offline-password'
import { deleteTemporaryPasswordOperation } from './door-lock/delete-temporary-password'
import { getAvailableInstructionsOperation } from './door-lock/get-available-instructions'
import { getDynamicPasswordOperation } from './door-lock/get-dynamic-password'
import { getIssuedConfigOperation } from './door-lock/get-issued-config'
import { getMediaUrlOperation } from './door-lock/get-media-url'
import { getSyncableOpmodeTypesOperation } from './door-lock/get-syncable-opmode-types'
import { getTemporaryPasswordOperation } from './door-lock/get-temporary-password'
import { getTemporaryPasswordListOperation } from './door-lock/get-temporary-password-list'
import { getUserOperation } from './door-lock/get-user'
import { listRecordsOperation } from './door-lock/list-records'
import { listUnallocatedOpmodesOperation } from './door-lock/list-unallocated-opmodes'
import { listUserOpmodesOperation } from './door-lock/list-user-opmodes'
import { listUsersOperation } from './door-lock/list-users'
import { loglatestOperation } from './door-lock/loglatest'
import { modifyTemporaryPasswordOperation } from './door-lock/modify-temporary-password'
import { openDoorOperation } from './door-lock/open-door'
import { openingLogsOperation } from './door-lock/opening-logs'
import { operateRecordsOperation } from './door-lock/operate-records'
import { passwordFreeOpenOperation } from './door-lock/password-free-open'
import { passwordTicketOperation } from './door-lock/password-ticket'
import { remoteUnlockConfigOperation } from './door-lock/remote-unlock-config'
import { remoteUnlocksOperation } from './door-lock/remote-unlocks'
import { removalInvalidTempPasswordsOperation } from './door-lock/removal-invalid-temp-passwords'
import { removeHijackOperation } from './door-lock/remove-hijack'
import { setHijackOperation } from './door-lock/set-hijack'
import { unlockInstructionOperation } from './door-lock/unlock-instruction'
import { verifyPermissionSharingOperation } from './door-lock/verify-permission-sharing'
import { currentTimeOperation } from './timer/current-time'

export const miniProgramOperations: readonly Operation[] = [
  deviceControlOperation,
  getListByIdsOperation,
  pairingAuthKeyOperation,
  deviceStatusOperation,
  alarmLogsOperation,
  allocateOpmodeOperation,
  bleOpenInstructionOperation,
  cancelPasswordFreeOpenOperation,
  cancelPermissionSharingOperation,
  confirmPermissionSharingOperation,
  createPermissionSharingOperation,
  createTemporaryPasswordWithoutNameOperation,
  createTemporaryPasswordOperation,
  deallocateOpmodeOperation,
  deleteOfflinePasswordOperation,
  deleteTemporaryPasswordOperation,
  getAvailableInstructionsOperation,
  getDynamicPasswordOperation,
  getIssuedConfigOperation,
  getMediaUrlOperation,
  getSyncableOpmodeTypesOperation,
  getTemporaryPasswordListOperation,
  getTemporaryPasswordOperation,
  getUserOperation,
  listRecordsOperation,
  listUnallocatedOpmodesOperation,
  listUserOpmodesOperation,
  listUsersOperation,
  loglatestOperation,
  modifyTemporaryPasswordOperation,
  openDoorOperation,
  openingLogsOperation,
  operateRecordsOperation,
  passwordFreeOpenOperation,
  passwordTicketOperation,
  remoteUnlockConfigOperation,
  remoteUnlocksOperation,
  removalInvalidTempPasswordsOperation,
  removeHijackOperation,
  setHijackOperation,
  unlockInstructionOperation,
  verifyPermissionSharingOperation,
  currentTimeOperation,
]
