import { fetchPeople } from './fetch-people'
import { full, type Group, partial } from './row'

const UNSUBSCRIBE = 'Unsubscribe.'
const TICKET = 'The ticket is fetched and spent within it.'

/** The functions of a host that send a call or a data point, and every operation that panels send through them. */
export const fetchCalls: readonly Group[] = [
  {
    title: 'Functions of the host',
    rows: [
      {
        name: 'fetch({ action, params })',
        with: ['rayFetch', 'panel.fetch', 'panel.apiRequest'],
        note: 'Pass the function of the vendor to `rayFetch`.',
      },
      {
        name: 'wx.request',
        with: ['wxRequest'],
        note: 'To a server of yours that takes `{ action, params }`, such as the [gateway](gateway.md).',
      },
      {
        name: 'TYSdk.apiRequest(api, postData, version)',
        with: ['nativeBridge', 'panel.apiRequest'],
        note: 'The version belongs to the operation; another one is an argument of `apiRequest` of a lock.',
      },
      {
        name: 'TYSdk.apiRequest({ a, postData, v })',
        with: ['nativeBridge', 'panel.apiRequest'],
        note: "`style: 'object'`.",
      },
      {
        name: 'TYNative.apiRequest({ a, postData, v }, success, fail)',
        with: ['nativeBridge', 'panel.apiRequest'],
        note: "`style: 'callback'`.",
      },
      ...full('ty.apiRequestByAtop', 'nativeBridge panel.apiRequest'),
      ...full(
        'ty.apiRequestByHighway, ty.apiRequestByHighwayRestful',
        'nativeBridge panel.apiRequest',
        'Routes of the open API, where the app permits them.',
      ),
    ],
  },
  {
    title: 'Data points',
    rows: [
      ...full(
        'TYSdk.device.putDeviceData, ty.device.publishDps',
        'dataPoints.send exchange',
        '`exchange` also waits for the report that answers it.',
      ),
      {
        name: "TYSdk.event.on('deviceDataChange', …)",
        with: ['dataPoints.reports$', 'door.events$'],
      },
      ...full('ty.device.onDpDataChange', 'dataPoints.reports$ door.events$'),
      {
        name: "TYSdk.event.off('deviceDataChange', …)",
        with: ['dataPoints.reports$'],
        note: UNSUBSCRIBE,
      },
      ...full('ty.device.offDpDataChange', 'dataPoints.reports$', UNSUBSCRIBE),
      ...full(
        'TYSdk.device.getDeviceInfo, ty.device.getDeviceInfo',
        'dataPoints.current door.current',
      ),
      ...full('device.control', 'door.lock door.settings.set'),
      ...full('device.status', 'door.current'),
      ...full('device.getListByIds', 'door.current describeLock'),
      ...full('doorLock.getAvailableInstructions', 'door.capabilities'),
      ...full(
        'timer.currentTime',
        'panel.cloudTime',
        'Read from the answers; the flows use it by themselves.',
      ),
    ],
  },
  {
    title: 'Unlock and lock',
    rows: [
      ...full('doorLock.passwordTicket', 'door.unlock door.temporaryPasswords.create', TICKET),
      ...full('doorLock.passwordFreeOpen', 'door.unlock door.accept'),
      ...full('doorLock.openDoor', 'door.openDoor'),
      ...full('doorLock.cancelPasswordFreeOpen', 'door.reject'),
      ...full('doorLock.remoteUnlocks', 'door.mayUnlock door.remoteUnlockSwitches'),
      ...full('doorLock.remoteUnlockConfig', 'door.setRemoteUnlock'),
      ...full('doorLock.getIssuedConfig', 'door.ble.open door.ble.startSession'),
      ...full(
        'doorLock.bleOpenInstruction, doorLock.unlockInstruction',
        'door.ble.open door.ble.close',
      ),
      ...full('tuya.m.zigbee.lock.remotepwd.execute', 'door.unlock door.lock'),
      ...full('tuya.m.device.props.fetch', 'door.remoteUnlockSwitches'),
      ...full('tuya.m.device.props.save', 'door.setRemoteUnlock'),
    ],
  },
  {
    title: 'Temporary passwords',
    rows: [
      ...full(
        'doorLock.createTemporaryPassword, tuya.m.device.lock.temppwd.create',
        'door.temporaryPasswords.create',
      ),
      ...partial(
        'doorLock.createTemporaryPasswordWithoutName',
        ['door.temporaryPasswords.create'],
        'With a name: it shows whether a lost answer created the password.',
      ),
      ...full(
        'doorLock.getTemporaryPasswordList, tuya.m.device.lock.temppwd.list',
        'door.temporaryPasswords.list',
      ),
      ...full('doorLock.getTemporaryPassword', 'door.temporaryPasswords.get'),
      ...full(
        'doorLock.modifyTemporaryPassword',
        'door.temporaryPasswords.change door.temporaryPasswords.rename',
      ),
      ...full('tuya.m.device.lock.temppwd.name.update', 'door.temporaryPasswords.rename'),
      ...full(
        'doorLock.deleteTemporaryPassword, tuya.m.device.lock.temppwd.del',
        'door.temporaryPasswords.remove',
      ),
      ...full('doorLock.removalInvalidTempPasswords', 'door.temporaryPasswords.clearInvalid'),
    ],
  },
  {
    title: 'Offline and dynamic passwords',
    rows: [
      ...full('doorLock.getDynamicPassword', 'door.offlinePasswords.dynamic'),
      ...full('tuya.m.device.lock.offlinepwd.get', 'door.offlinePasswords.offline'),
      ...full('tuya.m.device.lock.offlinepwd.list', 'door.offlinePasswords.list'),
      ...full('tuya.m.device.lock.offlinepwd.available', 'door.offlinePasswords.available'),
      ...full('tuya.m.device.lock.offlinepwd.revocable', 'door.offlinePasswords.revocable'),
      ...full('tuya.m.device.lock.offlinepwd.bind', 'door.offlinePasswords.rename'),
      ...full(
        'tuya.m.device.lock.offlinepwd.revoke, doorLock.deleteOfflinePassword',
        'door.offlinePasswords.revoke',
      ),
      ...full('tuya.m.device.active.date', 'door.offlinePasswords.sendT0'),
    ],
  },
  ...fetchPeople,
]
