import { acceptsCommand } from '../hardware/execute-command'
import type { Lock } from './lock'

/** What the cloud says about the values of a data point. */
export interface DataPointType {
  readonly code: string
  readonly dpId: number
  readonly type: 'Boolean' | 'Integer' | 'Enum' | 'String' | 'Raw'
  readonly values: {
    readonly min?: number
    readonly max?: number
    readonly scale?: number
    readonly step?: number
    readonly unit?: string
    readonly range?: readonly string[]
    readonly maxlen?: number
  }
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
