import { radioOf } from '../../core/supports-lock-type'
import type { DpSchema } from '../../data-points/dp-schema'
import { enrolmentTypes } from '../enrolment/method-names'
import type { ActionName, LockContext } from '../shared/lock-context'
import type { LockOptions } from '../shared/lock-options'
import type { OpeningMethod } from '../shared/unlock-codes'

/** One way of a flow: what the panel must be able to send, and what the lock must have been made with. */
interface Way {
  readonly operations?: readonly ActionName[]
  readonly options?: readonly (keyof LockOptions)[]
  /** Every Bluetooth lock has this data point; another one, if it or its `schema` says so. */
  readonly dataPoint?: string
  /** The way is closed where the host's `schema` leaves it out; the cloud may list openings alone. */
  readonly inSchema?: string
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
  remoteLock: [over('device.control'), { options: ['dataPoints'], inSchema: 'lock_motor_state' }],
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

/** What is known of the data points of a lock. */
export interface KnownDataPoints {
  /** The host's; else the cloud's, which lists what the lock is opened by, and nobody knows what else. */
  readonly schema: DpSchema | undefined
  /** How the lock is opened; empty where nobody told. */
  readonly methods: readonly OpeningMethod[]
}

/** Whether a flow would be refused for want of operations, of data points, or of what the lock was made with. */
export const abilitiesOf = (
  lock: LockContext,
  { schema, methods }: KnownDataPoints,
): Readonly<Record<Ability, boolean>> => {
  const { type, schema: ofHost } = lock.options
  const isOpen = ({ operations = [], options = [], dataPoint, inSchema }: Way) =>
    operations.every(lock.supports) &&
    options.every((name) => lock.options[name] !== undefined) &&
    (dataPoint === undefined || radioOf(type) === 'ble' || schema?.idOf(dataPoint) !== undefined) &&
    (inSchema === undefined || ofHost === undefined || ofHost.idOf(inSchema) !== undefined)
  const can = {} as Record<Ability, boolean>
  for (const ability of Object.keys(waysOf) as Ability[]) {
    const ways: readonly Way[] = waysOf[ability]
    can[ability] = ways.some(isOpen)
  }
  return { ...can, enrolment: can.enrolment && mayTakeIn(methods) }
}

/** A lock that a phone alone opens has nothing to take in. */
const mayTakeIn = (methods: readonly OpeningMethod[]): boolean => {
  const types: readonly OpeningMethod[] = enrolmentTypes()
  return methods.length === 0 || methods.some((method) => types.includes(method))
}
