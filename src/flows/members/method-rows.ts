import { flatMap } from '../../core/contract/flat-map'
import type { ResultOfCall } from '../shared/lock-context'
import { kindOfCode, kindOfType, numberOfUnlockId, type UnlockMethod } from './method'

/** A method by its data point, in mini-program operations and document 000. */
export interface MethodRow {
  readonly dp_code: string
  readonly unlock_sn: number
  readonly unlock_id?: string | undefined
  readonly unlock_name?: string | undefined
  readonly unlock_attr?: number | undefined
}

const DURESS = 1

const marksOf = (
  unlockId: string | undefined,
  name: string | undefined,
  attribute: number | undefined,
) => ({
  ...(unlockId !== undefined && { unlockId }),
  ...(name !== undefined && { name }),
  ...(attribute !== undefined && { duress: attribute === DURESS }),
})

export const methodOfRow = (row: MethodRow): UnlockMethod => ({
  ...kindOfCode(row.dp_code),
  number: row.unlock_sn,
  ...marksOf(row.unlock_id, row.unlock_name, row.unlock_attr),
})

/** A method in document 003. */
interface KeyRow {
  readonly unlock_type: string
  readonly unlock_no: number
  readonly hijack?: boolean | undefined
}

export const methodOfKey = ({ unlock_type, unlock_no, hijack }: KeyRow): UnlockMethod => ({
  kind: kindOfType(unlock_type),
  number: unlock_no,
  ...(hijack !== undefined && { duress: hijack }),
})

interface PanelRow {
  readonly unlockId: string
  readonly unlockName?: string | undefined
  readonly unlockAttr?: number | undefined
}

/** The data point number of a kind differs between locks, so the kind is unknown. */
export const methodOfPanelRow = ({ unlockId, unlockName, unlockAttr }: PanelRow): UnlockMethod => ({
  number: numberOfUnlockId(unlockId),
  ...marksOf(unlockId, unlockName, unlockAttr),
})

export const methodsOfDetail = ({
  unlockDetail,
}: ResultOfCall<'tuya.m.device.member.detail'>): readonly UnlockMethod[] =>
  flatMap(unlockDetail, ({ unlockList }) => unlockList.map(methodOfPanelRow))
