import { full, type Group, none, partial } from './row'

const UNKNOWN = 'The documents name no operation and no data point for it.'
const ACCESSORY =
  'With a lock object for the id of the accessory. No document describes accessories, so it is not tested.'
const SLEEP = 'If the schema of the lock has the data point.'

/** The second half of the table. */
export const lockSdkRecords: readonly Group[] = [
  {
    title: 'Remote unlock',
    rows: [
      ...full('checkRemoteEnabled', 'door.mayUnlock'),
      ...full('openDoor', 'door.unlock'),
      ...full('closeDoor', 'door.lock'),
      ...full('remoteEnabled', 'door.setRemoteUnlock'),
      ...full('getRemoteEnabled', 'door.remoteUnlockSwitches'),
      ...full('agreeOpenDoor', 'door.requests$ door.accept'),
      ...full('rejectOpenDoor', 'door.requests$ door.reject'),
      ...none(
        'getRemotePermission, getRemotePermissionList, updateRemotePermission',
        'The documents have a switch for all users only.',
      ),
      ...none('voice password: get, voice password: update, voice password: disable', UNKNOWN),
    ],
  },
  {
    title: 'Records',
    rows: [
      ...full('getLogs', 'door.records'),
      ...full('getAlarms', 'door.records', "`kinds: ['alarm']`."),
      ...full('getLatestLogs', 'door.records().take door.unreadRecords'),
      ...full('onLogsRefresh', 'door.records().live$'),
      ...full('offLogsRefresh', 'door.records().live$', 'Unsubscribe.'),
      ...partial(
        'getAlbums',
        ['action:GET /v1.0/smart-lock/devices/{device_id}/albums-media'],
        'The raw operation, with `openApi`.',
      ),
      ...full('getMediaUrl', 'door.records', '`media()` of a record.'),
      ...full('getMediaRotate', 'door.records', '`angle` of its media.'),
    ],
  },
  {
    title: 'Sleep',
    rows: [
      ...full('hasSleepAbility', 'door.settings.list', SLEEP),
      ...full('isEnabledSleep, getSleepPeriod', 'door.settings.get', SLEEP),
      ...full('enableSleep, disableSleep, updateSleepPeriod', 'door.settings.set', SLEEP),
      ...full('isSleep', 'door.current', '`asleep`, where the host tells it.'),
      ...full('onSleepStatusChange', 'door.state$', '`asleep`, where the host tells it.'),
      ...full('offSleepStatusChange', 'door.state$', 'Unsubscribe.'),
      ...partial('getDpPeriodTime', ['door.settings.get'], 'The raw value of the data point.'),
      ...partial('updateDpPeriodTime', ['door.settings.set'], 'The raw value of the data point.'),
    ],
  },
  {
    title: 'Doorbell and scenes',
    rows: none(
      'getDoorbellService, enableDoorbellService, disableDoorbellService, toSetDoorbellService, getRemainingInfo, openScene',
      'A paid service or a page of the app, without an operation in the documents.',
    ),
  },
  {
    title: 'Data points of a sleeping lock',
    rows: none(
      'offline data points: publish, offline data points: list, offline data points: get, offline data points: isSyncing, offline data points: on, offline data points: off',
      'A command is sent once and ends with an outcome; none is stored until the lock wakes.',
    ),
  },
  {
    title: 'Shared users of a Bluetooth lock',
    rows: [
      ...partial('add a shared user', ['door.sharing.create'], 'An invitation, which ends.'),
      ...full(
        'removed users',
        'door.members.removed door.members.clearRemoved door.ble.startSession',
      ),
      ...none('list shared users, update a shared user, remove a shared user', UNKNOWN),
    ],
  },
  {
    title: 'Accessory keypads',
    rows: [
      ...full('syncOpenModeRise', 'door.syncOpmodes'),
      ...partial('getFitUsers', ['door.members.all'], ACCESSORY),
      ...partial('onFitAddUnlockMethod', ['door.enrol'], ACCESSORY),
      ...partial('getFitDynamicPassword', ['door.offlinePasswords.dynamic'], ACCESSORY),
      ...partial(
        'getFitOfflineOncePassword, getFitOfflineLimitPassword',
        ['door.offlinePasswords.offline'],
        ACCESSORY,
      ),
      ...partial('getFitOfflinePasswordList', ['door.offlinePasswords.list'], ACCESSORY),
      ...partial('getFitOfflineRevocableList', ['door.offlinePasswords.revocable'], ACCESSORY),
      ...partial('revokeFitOfflineTempPwd', ['door.offlinePasswords.revoke'], ACCESSORY),
      ...none('activateLockToFit, getBoundLockList', UNKNOWN),
    ],
  },
  {
    title: 'Video',
    rows: none('value-added services, cloud storage, video calls', 'Not a lock operation.'),
  },
]
