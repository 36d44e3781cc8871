import { full, type Group, partial } from './row'

const RAW = 'The raw operation.'

/** The second half of the table. */
export const fetchPeople: readonly Group[] = [
  {
    title: 'Members',
    rows: [
      ...full(
        'doorLock.listUsers, tuya.m.device.member.list, tuya.m.device.member.panel.list',
        'door.members.all',
      ),
      ...full(
        'doorLock.getUser, tuya.m.device.member.panel.get',
        'door.members.get',
        "With `'me'`.",
      ),
      ...partial(
        'tuya.m.device.member.count',
        ['action:tuya.m.device.member.count', 'door.members.all'],
        'The raw operation, or the length of the list.',
      ),
      ...full('m.smart.scale.history.user.add', 'door.members.add'),
      ...full('m.smart.scale.history.user.delete', 'door.members.remove'),
      ...partial(
        'tuya.m.device.member.add, tuya.m.device.member.remove',
        ['door.members.add', 'door.members.remove'],
        "Only an older version of the vendor's page has it; `panelLockActions` has the raw operation.",
      ),
      ...partial('tuya.m.device.user.account.get', ['action:tuya.m.device.user.account.get'], RAW),
    ],
  },
  {
    title: 'Unlock methods',
    rows: [
      ...full(
        'doorLock.listUserOpmodes, tuya.m.device.member.detail, tuya.m.device.member.detail.list',
        'door.methods.list door.methods.ofMember',
      ),
      ...full(
        'doorLock.listUnallocatedOpmodes, tuya.m.device.unlock.assignlist, tuya.m.device.unlock.waitassign',
        'door.methods.unassigned',
      ),
      ...full(
        'doorLock.allocateOpmode, tuya.m.device.user.unlock.allocate, tuya.m.device.user.unlock.bind',
        'door.methods.assign',
      ),
      ...full(
        'doorLock.deallocateOpmode, m.smart.scale.user.unlock.remove',
        'door.methods.unassign',
      ),
      ...full('tuya.m.device.member.opmode.update', 'door.methods.rename'),
      ...full(
        'doorLock.setHijack, doorLock.removeHijack, tuya.m.scale.hijacking.add.config, tuya.m.scale.hijacking.remove.config',
        'door.methods.setDuress',
      ),
      ...full('doorLock.getSyncableOpmodeTypes', 'door.syncOpmodes'),
      ...partial(
        'tuya.m.device.member.opmode.add',
        ['door.enrol', 'action:tuya.m.device.member.opmode.add'],
        '`enrol` makes the lock store the method, and gives it to the member.',
      ),
    ],
  },
  {
    title: 'Records',
    rows: [
      ...full(
        'doorLock.listRecords, doorLock.operateRecords, doorLock.openingLogs, doorLock.alarmLogs, tuya.m.scale.history.list, tuya.m.device.lock.alarm.list',
        'door.records',
        'The list is chosen by what it contains and by the lock type.',
      ),
      ...full('doorLock.loglatest, tuya.m.device.lock.alarm.unread', 'door.unreadRecords'),
      ...full('doorLock.getMediaUrl', 'door.records', '`media()` of a record.'),
      ...partial(
        'tuya.m.device.lock.active.period',
        ['action:tuya.m.device.lock.active.period'],
        RAW,
      ),
    ],
  },
  {
    title: 'Sharing and pairing',
    rows: [
      ...full('doorLock.createPermissionSharing', 'door.sharing.create'),
      ...full('doorLock.verifyPermissionSharing', 'door.sharing.verify'),
      ...full('doorLock.confirmPermissionSharing', 'door.sharing.confirm'),
      ...full('doorLock.cancelPermissionSharing', 'door.sharing.cancel'),
      ...partial(
        'device.pairingAuthKey',
        ['action:device.pairingAuthKey'],
        'The raw operation: pairing is not part of the flows.',
      ),
    ],
  },
]
