import { flatMap } from '../../core/contract/flat-map'
import {
  methodNumber,
  type OpeningMethod,
  openingCodes,
  standardCode,
  unlockCodes,
} from '../shared/unlock-codes'
import type { MediaFile, RecordDetails, RecordKind, RecordSource } from './lock-record'

/** A file of a record; the source may omit its address. */
export type StoredFile = Omit<MediaFile, 'url'> & { readonly url?: string }

/** One row of a source. */
export interface Row {
  /** The vendor's id; some sources have none. */
  readonly id?: string
  readonly atMs: number
  readonly kind: RecordKind
  readonly details: RecordDetails
  /** Distinguishes rows without an id, in addition to their time. */
  readonly value?: string
  readonly files?: readonly StoredFile[]
}

/** A row with its source. */
export interface SourceRecord extends Row {
  readonly source: RecordSource
  /** Identifies the row within its source, across reads. */
  readonly key: string
  /** The precision of `atMs`: 999 if the source has whole seconds. */
  readonly spanMs: number
}

const alarmCodes: readonly string[] = ['alarm_lock', 'hijack']
const DOORBELL = 'doorbell'
/** The lock has locked, according to the vendor's panel template. */
const CLOSING = 'lock_record'

/** The kind of event that a standard code reports. */
export const kindOfCode = (code: string): RecordKind | undefined => {
  if (unlockCodes[standardCode(code)] !== undefined) return 'opening'
  if (code === DOORBELL) return 'doorbell'
  if (code === CLOSING) return 'closing'
  return alarmCodes.includes(code) ? 'alarm' : undefined
}

/** The value of a data point that reports the end of an event. */
export const isOff = (value: unknown): boolean =>
  value === false || value === 'false' || value === '' || value === undefined

export const isStandardCode = (code: string | undefined): code is string =>
  code !== undefined && kindOfCode(code) !== undefined

/** The codes for a query of some kinds. */
export const codesOf = (kinds: readonly RecordKind[]): readonly string[] =>
  [...openingCodes(), ...alarmCodes, DOORBELL].filter((code) => {
    const kind = kindOfCode(code)
    return kind !== undefined && kinds.includes(kind)
  })

/** The values of these codes are not numbers of methods. */
const unnumbered: readonly OpeningMethod[] = ['bluetooth', 'phone', 'voice', 'inside', 'several']

/** The fields of a row beside its data points. */
type RowBase = Pick<Row, 'id' | 'atMs' | 'details' | 'files'>

/** A data point: its code, and its value. */
export type Point = readonly [code: string | undefined, value: unknown]

/**
 * One row for each event among the data points of a vendor's row; without a standard code, the first data point is the
 * event. Only the first event has the id of the vendor's row.
 */
export const rowsOf = (
  points: readonly Point[],
  fallback: RecordKind,
  { id, details, ...row }: RowBase,
): readonly Row[] => {
  const events = points.filter(([code]) => isStandardCode(code))
  const [first = [undefined, undefined]] = points
  return (events.length > 0 ? events : [first]).map(([code, value], index) => {
    const facts = factsOf(code, value, fallback)
    return {
      ...facts,
      ...row,
      ...(id !== undefined && { id: index === 0 ? id : `${id}-${index + 1}` }),
      details: { ...facts.details, ...details },
    }
  })
}

/** The data points of a row by their codes or ids. */
export const pointsOf = (dps: readonly Readonly<Record<string, unknown>>[]): readonly Point[] =>
  flatMap(dps, (dp) => Object.entries(dp))

/** The meaning of a data point or of the name of an operation; `fallback` is the kind for a non-standard code. */
export const factsOf = (
  reportedAs: string | undefined,
  value: unknown,
  fallback: RecordKind,
): Pick<Row, 'kind' | 'details' | 'value'> => {
  const code = reportedAs === undefined ? undefined : standardCode(reportedAs)
  // A closing may have the code of an unlocking method.
  const kind =
    (code === undefined || fallback === 'closing' ? undefined : kindOfCode(code)) ?? fallback
  const text = value === undefined || value === null ? undefined : String(value)
  return {
    kind,
    ...(text !== undefined && { value: text }),
    details: { ...(code !== undefined && { code }), ...meaningOf(reportedAs, text, kind) },
  }
}

const meaningOf = (
  code: string | undefined,
  value: string | undefined,
  kind: RecordKind,
): RecordDetails => {
  if (code === 'hijack') {
    // The value names the method, as in unlock_fingerprint-02 (document 001, lines 97-112).
    const [, method = '', sn = ''] = /^(\w+)-(\d+)$/.exec(value ?? '') ?? []
    return { alarm: 'duress', ...methodOf(method, sn) }
  }
  if (kind === 'alarm') return value ? { alarm: value } : {}
  return code === undefined || kind === 'closing' ? {} : methodOf(code, value ?? '')
}

const methodOf = (code: string, sn: string): RecordDetails => {
  const method = unlockCodes[standardCode(code)]
  if (method === undefined) return {}
  const unlockSn = unnumbered.includes(method) ? undefined : methodNumber(code, sn)
  return { method, ...(unlockSn !== undefined && { unlockSn }) }
}

/** Removes empty values: the vendor uses empty texts, and user 0 for no user. */
export const withoutEmpty = (details: MaybeEmpty<RecordDetails>): RecordDetails =>
  removeEmpty({ ...details, userId: details.userId === '0' ? undefined : details.userId })

export const storedFile = (file: MaybeEmpty<StoredFile>): StoredFile => removeEmpty(file)

type MaybeEmpty<Fields> = { readonly [Name in keyof Fields]: Fields[Name] | undefined }

const removeEmpty = <Fields extends object>(fields: MaybeEmpty<Fields>): Fields => {
  const nonEmpty: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined && value !== '') nonEmpty[name] = value
  return nonEmpty as Fields
}
