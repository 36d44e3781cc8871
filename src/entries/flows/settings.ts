/** The settings of a lock, from its schema. */
export type {
  BitmapSetting,
  BoolSetting,
  EnumSetting,
  NumberSetting,
  RawSetting,
  Setting,
  SettingBase,
  SettingValue,
  TextSetting,
} from '../../flows/settings/setting'
export type { SettingName } from '../../flows/settings/setting-names'
export type { ReportedAs, SettingKey, Settings } from '../../flows/settings/settings'
export { settings } from '../../flows/settings/settings'
