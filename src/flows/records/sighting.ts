import { type OpeningMethod, standardCode, unlockCodes } from '../shared/unlock-codes'
import type { MediaFile, RecordDetails, RecordKind, RecordSource } from './lock-record'

/** A file of a record, whose address the source may have left out. */
export type StoredFile = Omit<MediaFile, 'url'> & { readonly url?: string }

/** What one source tells of one event. */
export interface Row {
  /** Of the vendor; some sources have none. */
  readonly id?: string
  readonly atMs: number
  readonly kind: RecordKind
  readonly details: RecordDetails
  /** What tells two rows without an id apart, beside their time. */
  readonly value?: string
  readonly files?: readonly StoredFile[]
}

/** A row, and where it was read. */
export interface Sighting extends Row {
  readonly source: RecordSource
  /** The same for the same row of the same source, whenever it is read. */
  readonly key: string
  /** It happened between `atMs` and so much later: 999 where the source tells seconds. */
  readonly spanMs: number
}

const alarmCodes: readonly string[] = ['alarm_lock', 'hijack']
const DOORBELL = 'doorbell'

const kindOfCode = (code: string): RecordKind | undefined => {
  if (unlockCodes[code] !== undefined) return 'opening'
  if (code === DOORBELL) return 'doorbell'
  return alarmCodes.includes(code) ? 'alarm' : undefined
}

export const isStandardCode = (code: string | undefined): code is string =>
  code !== undefined && kindOfCode(code) !== undefined

/** The codes by which sources are asked for some kinds. */
export const codesOf = (kinds: readonly RecordKind[]): readonly string[] =>
  [...Object.keys(unlockCodes), ...alarmCodes, DOORBELL].filter((code) => {
    const kind = kindOfCode(code)
    return kind !== undefined && kinds.includes(kind)
  })

/** What they report is no number of a method. */
const unnumbered: readonly OpeningMethod[] = ['bluetooth', 'phone', 'voice', 'inside', 'several']

/** What a data point says, or the name of an operation; `fallback` is the kind where the code is not a standard one. */
export const factsOf = (
  reportedAs: string | undefined,
  value: unknown,
  fallback: RecordKind,
): Pick<Row, 'kind' | 'details' | 'value'> => {
  const code = reportedAs === undefined ? undefined : standardCode(reportedAs)
  const kind = (code === undefined ? undefined : kindOfCode(code)) ?? fallback
  const text = value === undefined || value === null ? undefined : String(value)
  return {
    kind,
    ...(text !== undefined && { value: text }),
    details: { ...(code !== undefined && { code }), ...meaningOf(code, text, kind) },
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
    return { alarm: 'duress', ...methodOf(standardCode(method), sn) }
  }
  if (kind === 'alarm') return value ? { alarm: value } : {}
  return code === undefined ? {} : methodOf(code, value ?? '')
}

const methodOf = (code: string, sn: string): RecordDetails => {
  const method = unlockCodes[code]
  if (method === undefined) return {}
  return {
    method,
    ...(/^\d{1,9}$/.test(sn) && !unnumbered.includes(method) && { unlockSn: Number(sn) }),
  }
}

/** Without what says nothing: the vendor writes empty texts, and user 0 for nobody. */
export const told = ({ userId, ...details }: Unfilled<RecordDetails>): RecordDetails =>
  filled({ ...details, userId: userId === '0' ? undefined : userId })

export const storedFile = (file: Unfilled<StoredFile>): StoredFile => filled(file)

type Unfilled<Fields> = { readonly [Name in keyof Fields]: Fields[Name] | undefined }

const filled = <Fields extends object>(fields: Unfilled<Fields>): Fields => {
  const said: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined && value !== '') said[name] = value
  return said as Fields
}
