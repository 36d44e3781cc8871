import type { DpDefinition } from '../../data-points/dp-definition'
import { MOTOR } from '../remote-unlock/channels'

/**
 * Well-known settings. The codes of volume, language, both of the automatic lock, `reverse_lock` and `unlock_switch` stand in
 * the vendor's firmware header (31, 28, 33, 36, 32, 34), the others in the settings of the vendor's lock SDK and panel
 * template. That `reverse_lock` is the double lock is inferred; no source names the code of the child lock.
 */
const codes = {
  volume: 'beep_volume',
  language: 'language',
  automaticLock: 'automatic_lock',
  automaticLockTime: 'auto_lock_time',
  doubleLock: 'reverse_lock',
  unlockSwitch: 'unlock_switch',
  doNotDisturb: 'do_not_disturb',
  sleep: 'dormant_switch',
  sleepPeriod: 'dormant_time_set',
} as const

/** The name of a well-known setting, which is the same for all locks. */
export type SettingName = keyof typeof codes

const names = Object.keys(codes) as readonly SettingName[]

/** Accepts a name or a code. */
export const codeOf = (setting: string): string =>
  codes[names.find((name) => name === setting) as SettingName] ?? setting

export const nameOf = (code: string): SettingName | undefined =>
  names.find((name) => codes[name] === code)

/**
 * Data points that do something else than keep a value: they move the bolt, report an opening, or are the messages of other
 * flows. From the vendor's firmware header, documents 000 to 004 and the data points of the vendor's panel template, whose
 * settings include `unlock_key_warn`.
 */
const operation =
  /^(?:manual_lock|unlock_(?!key_warn$).+|open_inside|synch_method|temporary_password_.+|remote_.+|check_code_set|ble_unlock_check|password_offline_time|(?:lock_)?record|reply_unlock_request|(?:initiative_)?message|video_request_realtime|doorbell|alarm_lock|hijack|residual_electricity|battery_state|closed_opened)$/

/** Whether a data point is a setting: well-known, or kept by the lock and not part of an operation. */
export const isSetting = ({ code, mode }: DpDefinition): boolean =>
  mode !== 'wo' &&
  (nameOf(code) !== undefined || (mode === 'rw' && code !== MOTOR && !operation.test(code)))
