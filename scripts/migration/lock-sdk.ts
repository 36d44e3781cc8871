import { lockSdkRecords } from './lock-sdk-records'
import { full, type Group, none, partial } from './row'

const APP = 'It opens a page of the app, and the documents give no operation.'
const UNLIMITED = 'With an end far in the future: no document has a password without an end.'
const UNKNOWN = 'The documents name no operation and no data point for it.'

/** The functions of `@ray-js/lock-sdk` (1.0 to 1.2) with their equivalents. */
export const lockSdk: readonly Group[] = [
  {
    title: 'Life cycle',
    rows: [
      ...full('init', 'createPanel lock'),
      ...full('createSDK', 'lock', 'One object for each lock; nothing is global.'),
      ...full('updateConfig', 'lock', 'Create another object: it keeps no connection.'),
      ...full('destroy', 'panel.close'),
    ],
  },
  {
    title: 'Current user',
    rows: [
      ...full('getCurrentUser', 'door.members.get', "With `'me'`."),
      ...partial('getCurrentUserSync', ['door.members.get'], 'A promise: keep its value.'),
    ],
  },
  {
    title: 'Device',
    rows: [
      ...full('getDeviceStatus', 'door.current', '`online`, `asleep` and `via`.'),
      ...full('onDeviceStatusChange', 'door.state$'),
      ...full('offDeviceStatusChange', 'door.state$', 'Unsubscribe.'),
      ...partial(
        'getWiFiSignal, onWiFiSignalChange, offWiFiSignalChange',
        ['dataPoints.send', 'dataPoints.reports$'],
        'Raw, with the code of the schema of your lock: the documents do not name it.',
      ),
      ...full('isSupportBleControl', 'door.capabilities', '`can.bluetooth`.'),
      ...full('data points: get', 'dataPoints.current'),
      ...full('data points: has', 'door.capabilities', '`dataPoints`.'),
      ...full('data points: publish', 'dataPoints.send'),
    ],
  },
  {
    title: 'Users',
    rows: [
      ...full('getUsers', 'door.members.all'),
      ...full('getUserInfo', 'door.members.get'),
      ...full('addUser', 'door.members.add'),
      ...full('removeUser', 'door.members.remove'),
      ...partial(
        'updateUserLimitTime',
        ['door.members.setValidity'],
        'Without `offlineUnlock`, which no document has.',
      ),
      ...none('openAddFamilyUser, openFamilyUserDetail', APP),
    ],
  },
  {
    title: 'Unlock methods',
    rows: [
      ...partial('addPassword', ['door.enrol'], 'Without `isSpecial` and `specialInfo`.'),
      ...full('startAddUnlockMethod', 'door.enrol'),
      ...full('cancelAddUnlockMethod', 'door.enrol', '`cancel()` of the attempt.'),
      ...full('onAddUnlockMethod', 'door.enrol', '`state$` of the attempt.'),
      ...full('offAddUnlockMethod', 'door.enrol', 'Unsubscribe from `state$`.'),
      ...full('updateUnlockMethod', 'door.methods.rename door.methods.setDuress'),
      ...full('deleteUnlockMethod', 'door.methods.delete'),
      ...full(
        'getUnlockMethodDetail, checkUnBindUnlockMethods, getUnbindUnlockMethods',
        'door.methods.list',
      ),
      ...full('bindUnlockMethod', 'door.methods.assign'),
      ...partial(
        'bindUnlockMethodFromLog',
        ['door.methods.assign'],
        'Pass the method of a record with `isBindable`.',
      ),
      ...full('unbindUnlockMethod', 'door.methods.unassign'),
      ...full('syncUnlockMethod', 'door.syncOpmodes'),
      ...none('checkSpecialSupportPhone, sendVerifyCode', UNKNOWN),
      ...none('guide media', 'The pictures belong to the app.'),
    ],
  },
  {
    title: 'Temporary passwords',
    rows: [
      ...full('createTempCustom', 'door.temporaryPasswords.create'),
      ...full('createTempLimit', 'door.offlinePasswords.offline', "`kind: 'multiple'`."),
      ...full('createTempOnce', 'door.offlinePasswords.offline', "`kind: 'once'`."),
      ...full('createTempDynamic', 'door.offlinePasswords.dynamic'),
      ...full('createTempClear', 'door.offlinePasswords.revoke door.offlinePasswords.offline'),
      ...full('createTempOffline', 'door.offlinePasswords.offline'),
      ...full('updateTempCustom', 'door.temporaryPasswords.change'),
      ...full('removeTempCustom', 'door.temporaryPasswords.remove'),
      ...full('renameTemp', 'door.temporaryPasswords.rename door.offlinePasswords.rename'),
      ...full('freezeTemp', 'door.temporaryPasswords.freeze'),
      ...full('unfreezeTemp', 'door.temporaryPasswords.unfreeze'),
      ...full('getTempEffectiveList', 'door.temporaryPasswords.list door.offlinePasswords.list'),
      ...partial(
        'getTempInvalidList',
        ['door.temporaryPasswords.list'],
        'With `invalid`; no operation lists offline passwords that ended.',
      ),
      ...full('clearTempInvalidList', 'door.temporaryPasswords.clearInvalid'),
      ...full('getTempOfflineEffectiveList', 'door.offlinePasswords.list'),
      ...none('getTempOfflineInvalidList', 'No operation lists offline passwords that ended.'),
      ...partial('saveTempOnlineUnlimited', ['door.temporaryPasswords.create'], UNLIMITED),
      ...partial('removeTempOnlineUnlimited', ['door.temporaryPasswords.remove'], UNLIMITED),
      ...partial('getTempOnlineUnlimitedList', ['door.temporaryPasswords.list'], UNLIMITED),
    ],
  },
  ...lockSdkRecords,
]
