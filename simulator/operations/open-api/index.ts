import type { Operation } from '../operation'
import { cancelEnrolmentOperation } from './unlock-methods/cancel-enrolment'
import { deleteDuressAlarmOperation } from './unlock-methods/delete-duress-alarm'
import { deleteUnlockMethodOperation } from './unlock-methods/delete-unlock-method'
import { enrolUnlockMethodOperation } from './unlock-methods/enrol-unlock-method'
import { listLinkedUnlockMethodsOperation } from './unlock-methods/list-linked-unlock-methods'
import { listUnlinkedUnlockMethodsOperation } from './unlock-methods/list-unlinked-unlock-methods'
import { renameUnlockMethodOperation } from './unlock-methods/rename-unlock-method'
import { setDuressAlarmOperation } from './unlock-methods/set-duress-alarm'
import { setUnlockMethodAttributeOperation } from './unlock-methods/set-unlock-method-attribute'
import { syncUnlockMethodsOperation } from './unlock-methods/sync-unlock-methods'
import { addDeviceUserOperation } from './users/add-device-user'
import { assignUnlockMethodOperation } from './users/assign-unlock-method'
import { assignUnlockMethodsOperation } from './users/assign-unlock-methods'
import { deleteDeviceUserOperation } from './users/delete-device-user'
import { deleteUsersOperation } from './users/delete-users'
import { getDeviceUserOperation } from './users/get-device-user'
import { getDeviceUserV11Operation } from './users/get-device-user-v11'
import { listDeviceUsersOperation } from './users/list-device-users'
import { listDeviceUsersV11Operation } from './users/list-device-users-v11'
import { listHomeUsersOperation } from './users/list-home-users'
import { listRemovedUsersOperation } from './users/list-removed-users'
import { listUserDevicesOperation } from './users/list-user-devices'
import { listUserUnlockMethodsOperation } from './users/list-user-unlock-methods'
import { modifyDeviceUserOperation } from './users/modify-device-user'
import { unbindUnlockMethodsOperation } from './users/unbind-unlock-methods'
import { updateUserRoleOperation } from './users/update-user-role'
import { updateUserScheduleOperation } from './users/update-user-schedule'

export const openApiOperations: readonly Operation[] = [
  addDeviceUserOperation,
  assignUnlockMethodOperation,
  assignUnlockMethodsOperation,
  deleteDeviceUserOperation,
  deleteUsersOperation,
  getDeviceUserV11Operation,
  getDeviceUserOperation,
  listDeviceUsersV11Operation,
  listDeviceUsersOperation,
  listHomeUsersOperation,
  listRemovedUsersOperation,
  listUserDevicesOperation,
  listUserUnlockMethodsOperation,
  modifyDeviceUserOperation,
  unbindUnlockMethodsOperation,
  updateUserRoleOperation,
  updateUserScheduleOperation,
  cancelEnrolmentOperation,
  deleteDuressAlarmOperation,
  deleteUnlockMethodOperation,
  enrolUnlockMethodOperation,
  listLinkedUnlockMethodsOperation,
  listUnlinkedUnlockMethodsOperation,
  renameUnlockMethodOperation,
  setDuressAlarmOperation,
  setUnlockMethodAttributeOperation,
  syncUnlockMethodsOperation,
]
