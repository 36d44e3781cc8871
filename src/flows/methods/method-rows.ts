import { flatMap } from '../../core/contract/flat-map'
import type { DpSchema } from '../../data-points/dp-schema'
import type { ResultOfCall } from '../shared/lock-context'
import {
  halvesOf,
  kindOfCode,
  kindOfType,
  kindOfUnlockId,
  type MethodNotice,
  type UnlockMethod,
} from './method'

/** A method by its data point, in mini-program operations and document 000. */
export interface MethodRow {
  readonly dp_code: string
  readonly unlock_sn: number
  readonly unlock_id?: string | undefined
  readonly unlock_name?: string | undefined
  readonly unlock_attr?: number | undefined
  readonly opmode_id?: string | undefined
  readonly phase?: number | undefined
  readonly notify_info?: NoticeRow | undefined
}

interface NoticeRow {
  readonly app_send?: boolean | undefined
  readonly msg_phone?: string | undefined
  readonly voice_phone?: string | undefined
}

const DURESS = 1

/** Document 000, lines 261-407; earlier phases are stored. */
const states: Readonly<Record<number, UnlockMethod['state']>> = {
  7: 'failed',
  9: 'to-be-deleted',
  10: 'to-be-created',
}
const DELETED = 8

interface Marks {
  readonly unlockId?: string | undefined
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly memberId?: string | undefined
  readonly attribute?: number | undefined
}

const marksOf = ({ unlockId, id, name, memberId, attribute }: Marks) => ({
  ...(unlockId !== undefined && { unlockId }),
  ...(id !== undefined && { id }),
  ...(name !== undefined && { name }),
  ...(memberId !== undefined && { memberId }),
  ...(attribute !== undefined && { duress: attribute === DURESS }),
})

const isGiven = (text: string | undefined): text is string => text !== undefined && text !== ''

const noticeOf = ({ app_send: app, msg_phone, voice_phone }: NoticeRow): MethodNotice => ({
  ...(app !== undefined && { app }),
  ...(isGiven(msg_phone) && { messagePhone: msg_phone }),
  ...(isGiven(voice_phone) && { callPhone: voice_phone }),
})

/** Absent: unassigned. */
type MemberId = string | undefined

export const methodOfRow = (row: MethodRow, memberId?: MemberId): UnlockMethod => {
  const state = row.phase === undefined ? undefined : states[row.phase]
  return {
    ...kindOfCode(row.dp_code),
    number: row.unlock_sn,
    ...marksOf({
      unlockId: row.unlock_id,
      id: row.opmode_id,
      name: row.unlock_name,
      memberId,
      attribute: row.unlock_attr,
    }),
    ...(row.notify_info !== undefined && { notice: noticeOf(row.notify_info) }),
    ...(state !== undefined && { state }),
  }
}

/** Without deleted methods, which the cloud may keep listing. */
export const methodsOfRows = (
  rows: readonly MethodRow[],
  memberId?: MemberId,
): readonly UnlockMethod[] =>
  rows.filter(({ phase }) => phase !== DELETED).map((row) => methodOfRow(row, memberId))

/** A method in document 003. */
interface KeyRow {
  readonly unlock_type: string
  readonly unlock_no: number
  readonly hijack?: boolean | undefined
}

export const methodOfKey = (
  { unlock_type, unlock_no, hijack }: KeyRow,
  memberId?: MemberId,
): UnlockMethod => ({
  kind: kindOfType(unlock_type),
  number: unlock_no,
  ...(memberId !== undefined && { memberId }),
  ...(hijack !== undefined && { duress: hijack }),
})

interface PanelRow {
  readonly unlockId: string
  readonly opModeId?: string | undefined
  readonly unlockName?: string | undefined
  readonly unlockAttr?: number | undefined
}

/** The number of a data point differs between locks, so the kind is unknown without a schema. */
export const methodOfPanelRow = (
  { unlockId, opModeId, unlockName, unlockAttr }: PanelRow,
  schema: DpSchema | undefined,
  memberId?: MemberId,
): UnlockMethod => ({
  ...kindOfUnlockId(unlockId, schema),
  number: halvesOf(unlockId)[1],
  ...marksOf({ unlockId, id: opModeId, name: unlockName, memberId, attribute: unlockAttr }),
})

/** The methods of a member in panel APIs. */
export const methodsOfDetail = (
  {
    userId,
    unlockDetail,
  }: Pick<ResultOfCall<'tuya.m.device.member.detail'>, 'userId' | 'unlockDetail'>,
  schema: DpSchema | undefined,
): readonly UnlockMethod[] =>
  flatMap(unlockDetail, ({ unlockList }) =>
    unlockList.map((row) => methodOfPanelRow(row, schema, userId)),
  )
