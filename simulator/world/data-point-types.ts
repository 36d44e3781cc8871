import { acceptsCommand } from '../hardware/execute-command'
import type { Lock } from './lock'

/** What the cloud says about the values of a data point. */
export interface DataPointType {
  /** The code of the data point. */
  readonly code: string
  /** The id of the data point on this lock. */
  readonly dpId: number
  /** The type of the values, in the words of the cloud. */
  readonly type: 'Boolean' | 'Integer' | 'Enum' | 'String' | 'Raw'
  /** The limits of the values; empty for a Boolean. */
  readonly values: {
    /** The smallest number, as transmitted. */
    readonly min?: number
    /** The largest number, as transmitted. */
    readonly max?: number
    /** The number of decimal places. */
    readonly scale?: number
    /** The distance between two numbers, as transmitted. */
    readonly step?: number
    /** The unit of a number after it was divided by its scale. */
    readonly unit?: string
    /** The values of an Enum. */
    readonly range?: readonly string[]
    /** The longest text, or the most bytes of a Raw. */
    readonly maxlen?: number
  }
  /** Whether the lock accepts values; others are reported only. */
  readonly isWritable: boolean
}

type Typed = Pick<DataPointType, 'type' | 'values'>

const number = (max: number, unit = ''): Typed => ({
  type: 'Integer',
  values: { unit, min: 0, max, scale: 0, step: 1 },
})
const oneOf = (...range: readonly string[]): Typed => ({ type: 'Enum', values: { range } })

const types: Readonly<Record<string, Typed>> = {
  lock_motor_state: { type: 'Boolean', values: {} },
  residual_electricity: number(100, '%'),
  unlock_request: number(90, 's'),
  alarm_lock: oneOf('wrong_finger', 'wrong_password', 'wrong_card', 'low_battery', 'pry'),
  beep_volume: oneOf('mute', 'low', 'normal', 'high'),
  language: oneOf('chinese_simplified', 'english'),
  automatic_lock: { type: 'Boolean', values: {} },
  auto_lock_time: { type: 'Integer', values: { unit: 's', min: 10, max: 300, scale: 0, step: 5 } },
  hijack: { type: 'String', values: { maxlen: 255 } },
}
/** The number of the method that unlocked. */
const unlocked = /^unlock_(?:fingerprint|password|card|phone_remote)$/
const METHOD = number(999)
const RAW: Typed = { type: 'Raw', values: { maxlen: 255 } }

/** The data points of a lock, in the order of their numbers. */
export const dataPointTypesOf = (lock: Lock): readonly DataPointType[] =>
  Object.entries(lock.dpIds)
    .sort(([, one], [, other]) => one - other)
    .map(([code, dpId]) => ({
      ...(types[code] ?? (unlocked.test(code) ? METHOD : RAW)),
      code,
      dpId,
      isWritable: acceptsCommand(lock, { code, value: true }),
    }))
