import type { SettingName } from './setting-names'

/** Values in `unit`, not as transmitted. Raw values are hexadecimal text. */
export type SettingValue = boolean | number | string

/** What all kinds of settings have. */
export interface SettingBase {
  readonly code: string
  /** The id of the data point on this lock; absent if the cloud does not tell it. */
  readonly id?: string
  /** The name of a well-known setting. */
  readonly name?: SettingName
  /** Whether the lock accepts values; others are reported only. */
  readonly isWritable: boolean
}

export interface BoolSetting extends SettingBase {
  readonly kind: 'bool'
  readonly value?: boolean
}

export interface NumberSetting extends SettingBase {
  readonly kind: 'value'
  readonly value?: number
  readonly min: number
  readonly max: number
  /** Valid values are `min` plus whole multiples of it. */
  readonly step: number
  /** Empty if the vendor names none. */
  readonly unit: string
}

export interface EnumSetting extends SettingBase {
  readonly kind: 'enum'
  readonly value?: string
  readonly range: readonly string[]
}

export interface TextSetting extends SettingBase {
  readonly kind: 'string'
  readonly value?: string
  /** In UTF-16 units. */
  readonly maxLength?: number
}

export interface BitmapSetting extends SettingBase {
  readonly kind: 'bitmap'
  readonly value?: number
  /** The number of bits. */
  readonly bits?: number
}

/** Its format is not known; only listed with `raw`. */
export interface RawSetting extends SettingBase {
  readonly kind: 'raw'
  /** Hexadecimal text in lower case. */
  readonly value?: string
}

/** A data point that is a setting. `value` is absent if the lock never reported one that can be read. */
export type Setting =
  | BoolSetting
  | NumberSetting
  | EnumSetting
  | TextSetting
  | BitmapSetting
  | RawSetting
