import type { Operation } from '../operation'
import { memberCountOperation } from './members/member-count'
import { memberDetailOperation } from './members/member-detail'
import { memberListOperation } from './members/member-list'
import { memberPanelListOperation } from './members/member-panel-list'
import { scaleHistoryUserAddOperation } from './members/scale-history-user-add'
import { scaleHistoryUserDeleteOperation } from './members/scale-history-user-delete'
import { lockOfflinepwdAvailableOperation } from './offline-passwords/lock-offlinepwd-available'
import { lockOfflinepwdBindOperation } from './offline-passwords/lock-offlinepwd-bind'
import { lockOfflinepwdGetOperation } from './offline-passwords/lock-offlinepwd-get'
import { lockOfflinepwdListOperation } from './offline-passwords/lock-offlinepwd-list'
import { lockOfflinepwdRevocableOperation } from './offline-passwords/lock-offlinepwd-revocable'
import { lockOfflinepwdRevokeOperation } from './offline-passwords/lock-offlinepwd-revoke'
import { lockActivePeriodOperation } from './records/lock-active-period'
import { lockAlarmListOperation } from './records/lock-alarm-list'
import { lockAlarmUnreadOperation } from './records/lock-alarm-unread'
import { scaleHistoryListOperation } from './records/scale-history-list'
import { lockTemppwdCreateOperation } from './temporary-passwords/lock-temppwd-create'
import { lockTemppwdDelOperation } from './temporary-passwords/lock-temppwd-del'
import { lockTemppwdListOperation } from './temporary-passwords/lock-temppwd-list'
import { lockTemppwdNameUpdateOperation } from './temporary-passwords/lock-temppwd-name-update'
import { memberOpmodeAddOperation } from './unlock-methods/member-opmode-add'
import { memberOpmodeUpdateOperation } from './unlock-methods/member-opmode-update'
import { scaleHijackingAddConfigOperation } from './unlock-methods/scale-hijacking-add-config'
import { scaleHijackingRemoveConfigOperation } from './unlock-methods/scale-hijacking-remove-config'
import { scaleUserUnlockRemoveOperation } from './unlock-methods/scale-user-unlock-remove'
import { unlockAssignlistOperation } from './unlock-methods/unlock-assignlist'
import { unlockWaitassignOperation } from './unlock-methods/unlock-waitassign'
import { userUnlockAllocateOperation } from './unlock-methods/user-unlock-allocate'
import { userUnlockBindOperation } from './unlock-methods/user-unlock-bind'

export const panelOperations: readonly Operation[] = [
  memberCountOperation,
  memberDetailOperation,
  memberListOperation,
  memberPanelListOperation,
  scaleHistoryUserAddOperation,
  scaleHistoryUserDeleteOperation,
  lockOfflinepwdAvailableOperation,
  lockOfflinepwdBindOperation,
  lockOfflinepwdGetOperation,
  lockOfflinepwdListOperation,
  lockOfflinepwdRevocableOperation,
  lockOfflinepwdRevokeOperation,
  lockActivePeriodOperation,
  lockAlarmListOperation,
  lockAlarmUnreadOperation,
  scaleHistoryListOperation,
  lockTemppwdCreateOperation,
  lockTemppwdDelOperation,
  lockTemppwdListOperation,
  lockTemppwdNameUpdateOperation,
  memberOpmodeAddOperation,
  memberOpmodeUpdateOperation,
  scaleHijackingAddConfigOperation,
  scaleHijackingRemoveConfigOperation,
  scaleUserUnlockRemoveOperation,
  unlockAssignlistOperation,
  unlockWaitassignOperation,
  userUnlockAllocateOperation,
  userUnlockBindOperation,
]
