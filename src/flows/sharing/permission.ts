import type { WeeklyHours } from '../../data-points/raw/validity'
import { dayMask, daysOf } from '../shared/day-mask'
import type { ResultOfCall } from '../shared/lock-context'

/** How the receiver may unlock: by phone over Bluetooth, or with a fingerprint. */
export type SharingKind = 'ble' | 'fingerprint'

/** The permission of an invitation. */
export interface PermissionInput {
  readonly kind: SharingKind
  /** The number of openings. */
  readonly times: number | 'unlimited'
  readonly name?: string
  /** Milliseconds since 1970. @default now */
  readonly fromMs?: number
  /** Milliseconds since 1970. @default no end */
  readonly toMs?: number
  /** In the time zone of the lock. @default always */
  readonly weekly?: WeeklyHours
}

/** The permission of a person who accepted an invitation. */
export interface SharedPermission {
  /** Some clouds do not return it. */
  readonly id: string | undefined
  /** `undefined`: a kind that the documents do not name. */
  readonly kind: SharingKind | undefined
  /** `undefined` if the cloud does not return it. */
  readonly times: number | 'unlimited' | undefined
  readonly name: string
  /** Milliseconds since 1970; `undefined` without a limit. */
  readonly fromMs: number | undefined
  /** Milliseconds since 1970; `undefined` without a limit. */
  readonly toMs: number | undefined
  /** `undefined`: always. */
  readonly weekly: WeeklyHours | undefined
  readonly state: 'expired' | 'valid' | 'later' | undefined
  /** Valid now, including its weekly hours. */
  readonly isOnNow: boolean
}

const bizTypes = {
  ble: 'unlock_ble',
  fingerprint: 'unlock_fingerprint',
} as const satisfies Record<SharingKind, string>
export const kinds = Object.keys(bizTypes) as readonly SharingKind[]

const UNLIMITED = -1
const ALL_WEEK = 0b1111111
export const MINUTES_OF_A_DAY = 1_440
const states: Readonly<Record<number, SharedPermission['state']>> = {
  0: 'expired',
  1: 'valid',
  2: 'later',
}

/** The `permission_detail` of a request (document 001, lines 1486-1497). */
export const detailOf = ({ kind, times, name, fromMs, toMs, weekly }: PermissionInput) => ({
  biz_type: bizTypes[kind],
  available_times: times === 'unlimited' ? UNLIMITED : times,
  ...(name !== undefined && { name }),
  ...(fromMs !== undefined && { effective_time: fromMs }),
  ...(toMs !== undefined && { invalid_time: toMs }),
  ...(weekly !== undefined && {
    schedule_start_time: weekly.fromMinute,
    schedule_end_time: weekly.toMinute,
    working_day: dayMask(weekly.days),
  }),
})

/** From the cloud's answer. A time of 0 is no limit. */
export const permissionOf = (
  answer: ResultOfCall<'doorLock.confirmPermissionSharing'>,
): SharedPermission => ({
  id: answer.permission_id,
  kind: kinds.find((kind) => bizTypes[kind] === answer.biz_type),
  times: answer.available_times === UNLIMITED ? 'unlimited' : answer.available_times,
  name: answer.name,
  fromMs: answer.effective_time || undefined,
  toMs: answer.invalid_time || undefined,
  weekly: weeklyOf(answer),
  state: answer.effective_flag === undefined ? undefined : states[answer.effective_flag],
  isOnNow: answer.effective_flag === 1 && answer.schedule_effective_flag === 1,
})

const weeklyOf = ({
  schedule_start_time: fromMinute = 0,
  schedule_end_time: toMinute = 0,
  working_day = 0,
}: ResultOfCall<'doorLock.confirmPermissionSharing'>): WeeklyHours | undefined => {
  const isAllDay = fromMinute === 0 && (toMinute === 0 || toMinute >= MINUTES_OF_A_DAY - 1)
  if (isAllDay && (working_day === 0 || working_day === ALL_WEEK)) return undefined
  return { days: daysOf(working_day), fromMinute, toMinute }
}
