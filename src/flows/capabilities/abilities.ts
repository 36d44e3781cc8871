import { radioOf } from '../../core/supports-lock-type'
import type { DpSchema } from '../../data-points/dp-schema'
import { bluetoothChannels } from '../bluetooth/channels'
import { enrolmentChannels } from '../enrolment/channels'
import { liveChannels } from '../live/channels'
import { memberChannels } from '../members/channels'
import { methodChannels } from '../methods/channels'
import { offlineChannels } from '../offline-passwords/channels'
import { syncChannels } from '../opmode-sync/channels'
import { recordChannels } from '../records/channels'
import { remoteUnlockChannels } from '../remote-unlock/channels'
import { settingsChannels } from '../settings/channels'
import { type Channel, missingOperations, missingOptions } from '../shared/channel'
import type { LockContext } from '../shared/lock-context'
import type { LockOptions } from '../shared/lock-options'
import { knownKinds, namesOf } from '../shared/method-kinds'
import type { OpeningMethod } from '../shared/unlock-codes'
import { sharingChannels } from '../sharing/channels'
import { passwordChannels } from '../temporary-passwords/channels'

/** The first operations of each flow, for each channel, as the flows list them. */
const channelsOf = {
  ...passwordChannels,
  ...offlineChannels,
  ...remoteUnlockChannels,
  ...bluetoothChannels,
  ...syncChannels,
  ...enrolmentChannels,
  ...memberChannels,
  ...methodChannels,
  ...sharingChannels,
  ...recordChannels,
  ...liveChannels,
  ...settingsChannels,
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

/** Which flows can run, and what the others lack. */
export interface Abilities {
  /** Whether each flow can run. */
  readonly can: Readonly<Record<Ability, boolean>>
  /** For each flow that cannot run: what each of its channels lacks. */
  readonly missing: Readonly<Partial<Record<Ability, readonly MissingForAbility[]>>>
}

/** Whether each flow has the operations, data points and options that it needs, and what its channels lack otherwise. */
export const abilitiesOf = (lock: LockContext, { schema, methods }: KnownDataPoints): Abilities => {
  const { type, schema: hostSchema } = lock.options
  const isAbsent = (code: string, points: DpSchema | undefined) => points?.idOf(code) === undefined
  const missingDataPoints = ({ dataPoint, inSchema }: Channel): readonly string[] =>
    distinct([
      ...(dataPoint !== undefined && radioOf(type) !== 'ble' && isAbsent(dataPoint, schema)
        ? [dataPoint]
        : []),
      ...(inSchema !== undefined && hostSchema !== undefined && isAbsent(inSchema, hostSchema)
        ? [inSchema]
        : []),
    ])
  const isTypeless = (hostSchema?.definitions ?? []).length === 0
  const missingOptionsOf = (channel: Channel): MissingForAbility['options'] => {
    const options = missingOptions(lock, channel)
    return channel.isTyped === true && isTypeless && !options.includes('schema')
      ? [...options, 'schema']
      : options
  }
  const missingFor = (channel: Channel): MissingForAbility => ({
    operations: missingOperations(lock, channel),
    options: missingOptionsOf(channel),
    dataPoints: missingDataPoints(channel),
  })
  const can = {} as Record<Ability, boolean>
  const missing: Partial<Record<Ability, readonly MissingForAbility[]>> = {}
  for (const ability of Object.keys(channelsOf) as Ability[]) {
    const channels: readonly Channel[] = channelsOf[ability]
    const lists = channels.map(missingFor)
    const isUsable = lists.some(isComplete)
    const lacking =
      isUsable && ability === 'enrolment' && !canEnrol(methods)
        ? knownKinds().map((kind) => ({ ...none, dataPoints: [namesOf(kind).dpCode] }))
        : lists
    can[ability] = isUsable && lacking === lists
    if (!can[ability]) missing[ability] = lacking
  }
  return { can, missing }
}

const distinct = (codes: readonly string[]): readonly string[] => Array.from(new Set(codes))

const none = { operations: [], options: [] }

const isComplete = ({ operations, options, dataPoints }: MissingForAbility): boolean =>
  operations.length + options.length + dataPoints.length === 0

/** A lock that opens only by phone has no methods to enrol. */
const canEnrol = (methods: readonly OpeningMethod[]): boolean => {
  const types: readonly OpeningMethod[] = knownKinds()
  return methods.length === 0 || methods.some((method) => types.includes(method))
}
