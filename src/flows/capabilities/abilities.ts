import { radioOf } from '../../core/made-for'
import type { ActionName, LockContext } from '../shared/lock-context'
import type { LockOptions } from '../shared/lock-options'

/** One way of a flow: what the panel must be able to send, and what the lock must have been made with. */
interface Way {
  readonly operations?: readonly ActionName[]
  readonly options?: readonly (keyof LockOptions)[]
  /** Every Bluetooth lock has this data point; another one, if its `schema` says so. */
  readonly dataPoint?: string
}

const TICKET = 'doorLock.passwordTicket'

const over = (...operations: readonly ActionName[]): Way => ({ operations })

/** What each flow begins with, over every way that it knows. */
const waysOf = {
  temporaryPasswords: [
    { ...over(TICKET, 'doorLock.createTemporaryPassword'), options: ['passwordCipher'] },
    {
      ...over('tuya.m.device.lock.temppwd.create', 'tuya.m.device.lock.temppwd.list'),
      options: ['panelPasswordCipher'],
    },
  ],
  offlinePasswords: [over('tuya.m.device.lock.offlinepwd.get')],
  dynamicPasswords: [over('doorLock.getDynamicPassword')],
  remoteUnlock: [over(TICKET, 'doorLock.passwordFreeOpen')],
  remoteUnlockWithPassword: [{ ...over(TICKET, 'doorLock.openDoor'), options: ['passwordCipher'] }],
  remoteLock: [over('device.control'), { options: ['dataPoints'] }],
  bluetooth: [
    over('doorLock.getIssuedConfig', 'doorLock.bleOpenInstruction'),
    over('doorLock.getIssuedConfig', 'doorLock.unlockInstruction'),
  ],
  opmodeSync: [
    { ...over('doorLock.getSyncableOpmodeTypes'), options: ['dataPoints'] },
    over('POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/sync'),
  ],
  enrolment: [
    { options: ['lockSdk'] },
    { options: ['dataPoints'], dataPoint: 'unlock_method_create' },
    over('PUT /v1.0/devices/{device_id}/door-lock/actions/entry'),
  ],
  members: [
    over('doorLock.listUsers'),
    over('tuya.m.device.member.list'),
    over('GET /v1.1/devices/{device_id}/users'),
    over('GET /v1.0/smart-lock/devices/{device_id}/users'),
    over('GET /v1.0/devices/{device_id}/users'),
  ],
  sharing: [over('doorLock.createPermissionSharing')],
  records: [
    over('doorLock.listRecords'),
    over('doorLock.operateRecords'),
    over('doorLock.openingLogs'),
    over('doorLock.alarmLogs'),
    { ...over('tuya.m.scale.history.list'), options: ['schema'] },
    { ...over('tuya.m.device.lock.alarm.list'), options: ['schema'] },
    over('tuya.m.scale.history.list', 'doorLock.getAvailableInstructions'),
  ],
} as const satisfies Readonly<Record<string, readonly Way[]>>

/** A flow, or a part of one that needs other operations. */
export type Ability = keyof typeof waysOf

/** Whether a flow would be refused for want of operations, or of what the lock was made with. */
export const abilitiesOf = (lock: LockContext): Readonly<Record<Ability, boolean>> => {
  const { type, schema } = lock.options
  const isOpen = ({ operations = [], options = [], dataPoint }: Way) =>
    operations.every(lock.has) &&
    options.every((name) => lock.options[name] !== undefined) &&
    (dataPoint === undefined || radioOf(type) === 'ble' || schema?.idOf(dataPoint) !== undefined)
  const can = {} as Record<Ability, boolean>
  for (const ability of Object.keys(waysOf) as Ability[]) {
    const ways: readonly Way[] = waysOf[ability]
    can[ability] = ways.some(isOpen)
  }
  return can
}
