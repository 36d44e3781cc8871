import type { WeeklyHours } from '../../data-points/raw/validity'
import { dayMask } from '../shared/day-mask'
import type { ResultOfCall } from '../shared/lock-context'
import { readHours } from '../shared/weekly-hours'
import { type Weekly, weeklyHours } from '../shared/weekly-input'

/** How the receiver may unlock: by phone over Bluetooth, or with a fingerprint. */
export type SharingKind = 'ble' | 'fingerprint'

/** The permission of an invitation. */
export interface PermissionInput {
  /** How the receiver may unlock. */
  readonly kind: SharingKind
  /** The number of openings. */
  readonly times: number | 'unlimited'
  /** The name of the permission. @default no name */
  readonly name?: string
  /** Milliseconds since 1970. @default now */
  readonly fromMs?: number
  /** Milliseconds since 1970. @default no end */
  readonly toMs?: number
  /** One entry, in the time zone of the lock. @default always */
  readonly weekly?: Weekly
}

/** The permission of a person who accepted an invitation. */
export interface SharedPermission {
  /** Some clouds do not return it. */
  readonly id: string | undefined
  /** `undefined`: a kind that the documents do not name. */
  readonly kind: SharingKind | undefined
  /** `undefined` if the cloud does not return it. */
  readonly times: number | 'unlimited' | undefined
  /** The name that the sharer gave it. */
  readonly name: string
  /** Milliseconds since 1970; `undefined` without a limit. */
  readonly fromMs: number | undefined
  /** Milliseconds since 1970; `undefined` without a limit. */
  readonly toMs: number | undefined
  /** `undefined`: always, or `hasUnreadableHours`. */
  readonly weekly: readonly WeeklyHours[] | undefined
  /** The permission has weekly hours, and the cloud shows them as numbers that are no minutes or no days. */
  readonly hasUnreadableHours?: true
  /** Whether it is valid now. */
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
  ...(weekly !== undefined && scheduleOf(weekly)),
})

const scheduleOf = (weekly: Weekly) => {
  const [hours] = weeklyHours(weekly)
  return (
    hours && {
      schedule_start_time: hours.fromMinute,
      schedule_end_time: hours.toMinute,
      working_day: dayMask(hours.days),
    }
  )
}

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
  ...weeklyOf(answer),
  state: answer.effective_flag === undefined ? undefined : states[answer.effective_flag],
  isOnNow: answer.effective_flag === 1 && answer.schedule_effective_flag === 1,
})

const weeklyOf = ({
  schedule_start_time: from,
  schedule_end_time: to,
  working_day: days,
}: ResultOfCall<'doorLock.confirmPermissionSharing'>): Pick<
  SharedPermission,
  'weekly' | 'hasUnreadableHours'
> => {
  const { weekly, hasUnreadableHours } = readHours([{ from, to, days }])
  return { weekly, ...(hasUnreadableHours && { hasUnreadableHours }) }
}
