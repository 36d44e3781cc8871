/**
 * The actions whose answers have a generated reader: those that answer a list that may be long. The others answer one
 * object or a few, and reading them with the codec takes microseconds.
 *
 * `npm run readers` prints what each reader adds to an app.
 */
export const actionsWithReaders: readonly string[] = [
  // Members and their unlocking methods.
  'mini-program/door-lock/list-users',
  'mini-program/door-lock/list-user-opmodes',
  'mini-program/door-lock/list-unallocated-opmodes',
  'open-api/users/list-home-users',
  'open-api/users/list-device-users-v11',
  'open-api/users/list-user-unlock-methods',
  'panel/locks/member-detail-list',
  'panel/members/member-list',
  'panel/members/member-panel-list',
  // Records.
  'mini-program/door-lock/list-records',
  'mini-program/door-lock/operate-records',
  'mini-program/door-lock/opening-logs',
  'mini-program/door-lock/alarm-logs',
  'open-api/lock-records/list-lock-records',
  'open-api/lock-records/list-open-logs',
  'open-api/lock-records/list-open-logs-v11',
  'open-api/lock-records/list-alarm-logs',
  'open-api/lock-records/list-alarm-logs-v11',
  'panel/records/scale-history-list',
  'panel/records/lock-alarm-list',
  // Temporary passwords.
  'mini-program/door-lock/get-temporary-password-list',
  'open-api/temporary-passwords/list-temporary-passwords',
  'panel/temporary-passwords/lock-temppwd-list',
]
