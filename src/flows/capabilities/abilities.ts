import { radioOf } from '../../core/supports-lock-type'
import type { DpSchema } from '../../data-points/dp-schema'
import { enrolmentTypes, namesOf } from '../enrolment/method-names'
import type { ActionName, LockContext } from '../shared/lock-context'
import type { LockOptions } from '../shared/lock-options'
import type { OpeningMethod } from '../shared/unlock-codes'

/** One channel of a flow: the operations and options that it needs. */
interface Channel {
  readonly operations?: readonly ActionName[]
  readonly options?: readonly (keyof LockOptions)[]
  /** Every Bluetooth lock has this data point; another lock only if its schema contains it. */
  readonly dataPoint?: string
  /** The channel needs this data point in the host's `schema`; the cloud's list may contain openings only. */
  readonly inSchema?: string
}

const EXECUTE = 'tuya.m.zigbee.lock.remotepwd.execute'
const TICKET = 'doorLock.passwordTicket'

const over = (...operations: readonly ActionName[]): Channel => ({ operations })

/** The first operations of each flow, for each channel. */
const channelsOf = {
  temporaryPasswords: [
    { ...over(TICKET, 'doorLock.createTemporaryPassword'), options: ['passwordCipher'] },
    {
      ...over('tuya.m.device.lock.temppwd.create', 'tuya.m.device.lock.temppwd.list'),
      options: ['panelPasswordCipher'],
    },
  ],
  offlinePasswords: [over('tuya.m.device.lock.offlinepwd.get')],
  dynamicPasswords: [over('doorLock.getDynamicPassword')],
  remoteUnlock: [over(TICKET, 'doorLock.passwordFreeOpen'), over(EXECUTE)],
  remoteUnlockWithPassword: [{ ...over(TICKET, 'doorLock.openDoor'), options: ['passwordCipher'] }],
  remoteLock: [
    over('device.control'),
    over(EXECUTE),
    { options: ['dataPoints'], inSchema: 'lock_motor_state' },
  ],
  bluetooth: [
    over('doorLock.getIssuedConfig', 'doorLock.bleOpenInstruction'),
    over('doorLock.getIssuedConfig', 'doorLock.unlockInstruction'),
    {
      ...over('tuya.m.device.member.panel.get'),
      options: ['dataPoints', 'lockRandom'],
      dataPoint: 'ble_unlock_check',
    },
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
} as const satisfies Readonly<Record<string, readonly Channel[]>>

/** A flow, or a part of a flow with its own operations. */
export type Ability = keyof typeof channelsOf

/** The known data points of a lock. */
export interface KnownDataPoints {
  /** From the host; else from the cloud, which lists at least the data points for unlocking. */
  readonly schema: DpSchema | undefined
  /** The unlocking methods; empty if unknown. */
  readonly methods: readonly OpeningMethod[]
}

/** What one channel of a flow lacks. With all of it, the flow can run. */
export interface MissingForAbility {
  /** The operations that the panel, or this type of lock, does not support. */
  readonly operations: readonly string[]
  /** The options that the lock was created without. */
  readonly options: readonly (keyof LockOptions)[]
  /** The codes of the data points that the lock does not have. */
  readonly dataPoints: readonly string[]
}

export interface Abilities {
  readonly can: Readonly<Record<Ability, boolean>>
  readonly missing: Readonly<Partial<Record<Ability, readonly MissingForAbility[]>>>
}

/** Whether each flow has the operations, data points and options that it needs, and what its channels lack otherwise. */
export const abilitiesOf = (lock: LockContext, { schema, methods }: KnownDataPoints): Abilities => {
  const { type, schema: hostSchema } = lock.options
  const isAbsent = (code: string, points: DpSchema | undefined) => points?.idOf(code) === undefined
  const missingFor = ({
    operations = [],
    options = [],
    dataPoint,
    inSchema,
  }: Channel): MissingForAbility => ({
    operations: operations.filter((name) => !lock.supports(name)),
    options: options.filter((name) => lock.options[name] === undefined),
    dataPoints: [
      ...(dataPoint !== undefined && radioOf(type) !== 'ble' && isAbsent(dataPoint, schema)
        ? [dataPoint]
        : []),
      ...(inSchema !== undefined && hostSchema !== undefined && isAbsent(inSchema, hostSchema)
        ? [inSchema]
        : []),
    ],
  })
  const can = {} as Record<Ability, boolean>
  const missing: Partial<Record<Ability, readonly MissingForAbility[]>> = {}
  for (const ability of Object.keys(channelsOf) as Ability[]) {
    const channels: readonly Channel[] = channelsOf[ability]
    const lists = channels.map(missingFor)
    const isUsable = lists.some(isComplete)
    const lacking =
      isUsable && ability === 'enrolment' && !canEnrol(methods)
        ? enrolmentTypes().map((kind) => ({ ...none, dataPoints: [namesOf(kind).dpCode] }))
        : lists
    can[ability] = isUsable && lacking === lists
    if (!can[ability]) missing[ability] = lacking
  }
  return { can, missing }
}

const none = { operations: [], options: [] }

const isComplete = ({ operations, options, dataPoints }: MissingForAbility): boolean =>
  operations.length + options.length + dataPoints.length === 0

/** A lock that opens only by phone has no methods to enrol. */
const canEnrol = (methods: readonly OpeningMethod[]): boolean => {
  const types: readonly OpeningMethod[] = enrolmentTypes()
  return methods.length === 0 || methods.some((method) => types.includes(method))
}
