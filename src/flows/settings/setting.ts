import type { SettingName } from './setting-names'

/** Values in `unit`, not as transmitted. Raw values are hexadecimal text. */
export type SettingValue = boolean | number | string

/** What all kinds of settings have. */
export interface SettingBase {
  /** The code of the data point. */
  readonly code: string
  /** The id of the data point on this lock; absent if the cloud does not return it. */
  readonly id?: string
  /** The name of a well-known setting. */
  readonly name?: SettingName
  /** Whether the lock accepts values; others are reported only. */
  readonly isWritable: boolean
}

/** A setting that is on or off. */
export interface BoolSetting extends SettingBase {
  readonly kind: 'bool'
  /** The last reported value; absent if none is known. */
  readonly value?: boolean
}

/** A setting with a number. */
export interface NumberSetting extends SettingBase {
  readonly kind: 'value'
  /** The last reported value in `unit`; absent if none is known. */
  readonly value?: number
  /** The smallest value, in `unit`. */
  readonly min: number
  /** The largest value, in `unit`. */
  readonly max: number
  /** Valid values are `min` plus whole multiples of it. */
  readonly step: number
  /** Empty if the vendor names none. */
  readonly unit: string
}

/** A setting with one of some values. */
export interface EnumSetting extends SettingBase {
  readonly kind: 'enum'
  /** The last reported value; absent if none is known. */
  readonly value?: string
  /** The values that the setting can have. */
  readonly range: readonly string[]
}

/** A setting with a text. */
export interface TextSetting extends SettingBase {
  readonly kind: 'string'
  /** The last reported value; absent if none is known. */
  readonly value?: string
  /** In UTF-16 units. */
  readonly maxLength?: number
}

/** A setting with a number whose bits are switches. */
export interface BitmapSetting extends SettingBase {
  readonly kind: 'bitmap'
  /** The last reported value; absent if none is known. */
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
