import type { Group, Row } from './row'

/** A lock type that the vendor's panel template, or its plans, names. */
export type TemplateLock = 'wifi' | 'ble'

/** A function of `@ray-js/ray` that the vendor's panel template for locks calls. */
export interface TemplateRow extends Row {
  /** The lock types for which there is none, with the reason. */
  readonly without?: Readonly<Partial<Record<TemplateLock, string>>>
}

const row = (name: string, paths: string, note?: string): TemplateRow => ({
  name,
  with: paths.split(' '),
  ...(note !== undefined && { note }),
})

const BLUETOOTH_ONLY =
  'Data point 69 and the random number of data point 70 exist on Bluetooth locks only.'

/** The 26 functions, as the template of May 2026 imports them. */
export const panelTemplate: readonly Group<TemplateRow>[] = [
  {
    title: 'Passwords',
    rows: [
      row('getLockAuthList', 'door.temporaryPasswords.list door.offlinePasswords.list'),
      row('getInvalidAuthList', 'door.temporaryPasswords.list', 'With `invalid`.'),
      row('clearInvalidAuthList', 'door.temporaryPasswords.clearInvalid'),
      row('createTemporaryPassword', 'door.temporaryPasswords.create', 'Data point 51 included.'),
      row('updateTempPassword', 'door.temporaryPasswords.change', 'Data point 53 included.'),
      {
        ...row('updateTempPasswordName', 'door.temporaryPasswords.rename'),
        without: { ble: 'The route changes a name only together with a new PIN.' },
      },
      row('deleteTemporaryPassword', 'door.temporaryPasswords.remove', 'Data point 52 included.'),
      row('getOfflinePassword', 'door.offlinePasswords.offline'),
      row('updateOfflinePasswordName', 'door.offlinePasswords.rename'),
      row('revokeOfflinePassword', 'door.offlinePasswords.revoke'),
      row('getDynamicPassword', 'door.offlinePasswords.dynamic'),
    ],
  },
  {
    title: 'Members and unlock methods',
    rows: [
      row('getCurrentMemberInfo', 'door.members.get', "With `'me'`."),
      row('getFamilyMemberListWithUnlockCount', 'door.members.all door.methods.list'),
      row('getUnlockMethodDetail', 'door.methods.get'),
      row('addMemberUnlockMethod', 'door.enrol', 'Data point 1 included.'),
      row('updateMemberUnlockMode', 'door.methods.rename door.methods.setDuress'),
      row('removeMemberUnlockMethod', 'door.methods.delete', 'Data point 2 included.'),
    ],
  },
  {
    title: 'Records',
    rows: [
      row('getLockLatestLog', 'door.records().take'),
      row('queryLogRecord', 'door.records'),
      {
        ...row('uploadLogRecord', 'door.ble.startSession', 'The lock reports what it stored.'),
        without: { wifi: BLUETOOTH_ONLY },
      },
    ],
  },
  {
    title: 'The lock',
    rows: [
      row('remoteLockExecute', 'door.unlock door.ble.open door.lock'),
      row('getDeviceProperties', 'door.remoteUnlockSwitches'),
      row('setDeviceProperties', 'door.setRemoteUnlock'),
      row('getLockActivePeriod', 'action:tuya.m.device.lock.active.period'),
      row(
        'queryDeviceActiveDate',
        'door.offlinePasswords.sendT0 action:tuya.m.device.active.date',
        'A Bluetooth lock is sent the time; a Wi-Fi lock knows it.',
      ),
      {
        ...row('syncLockBatch', 'door.ble.startSession', 'Its answer is the option `lockSync`.'),
        without: { wifi: BLUETOOTH_ONLY },
      },
    ],
  },
]
