import type { Action } from '../../src/core/action'
import { type CodecSchema, schemaOf } from '../../src/core/contract/codec-schema'
import { formsOf } from '../contract/fields'
import { idFor, type KnownIds } from './known-ids'

export type ParamsFor =
  | { readonly ok: true; readonly params: Readonly<Record<string, unknown>> }
  /** The parameter that no earlier answer told. */
  | { readonly ok: false; readonly missing: string }

const DAY_MS = 86_400_000
const DAYS = 7
const ROWS = 20

/** Values of the vendor's documents for texts that name a kind. `7`: reports of data points. */
const documentedTexts: Readonly<Record<string, string>> = {
  type: '7',
  event_types: '7',
  pwd_type_codes: 'clear_all',
  props: 'UNLOCK_PHONE_REMOTE',
}

/** The parameters of a read: ids of earlier answers, the first page, the last seven days. */
export const paramsFor = (
  { family, params }: Action,
  known: KnownIds,
  nowMs: number,
): ParamsFor => {
  const schema = schemaOf(formsOf(params)[0])
  if (schema?._tag !== 'record') return { ok: true, params: {} }
  const ids: Readonly<Record<string, string | undefined>> = {
    device_id: known.device,
    device_ids: known.device,
    devId: known.device,
    user_id: idFor(known.user, family),
    userId: idFor(known.user, family),
    password_id: idFor(known.password, family),
    uid: known.uid,
  }
  const values: Record<string, unknown> = {}
  for (const [name, codec] of Object.entries(schema.required)) {
    const value = Object.hasOwn(ids, name)
      ? ids[name]
      : valueFor(name, schemaOf(codec), known, nowMs)
    if (value === undefined) return { ok: false, missing: name }
    values[name] = value
  }
  if ('devId' in schema.optional) {
    if (known.device === undefined) return { ok: false, missing: 'devId' }
    values.devId = known.device
  }
  return { ok: true, params: values }
}

const valueFor = (
  name: string,
  schema: CodecSchema | undefined,
  { codes }: KnownIds,
  nowMs: number,
): unknown => {
  switch (schema?._tag) {
    case 'epoch': {
      const ms = /start/i.test(name) ? nowMs - DAYS * DAY_MS : nowMs
      return schema.unit === 'seconds' ? Math.floor(ms / 1_000) : ms
    }
    case 'int':
      return Math.max(schema.min, Math.min(schema.max, numberFor(name)))
    case 'flag':
      return true
    case 'oneOf':
      return schema.values[0]
    case 'csv':
    case 'text':
      return documentedTexts[name] ?? textFor(name, schema.min, codes)
    default:
      return undefined
  }
}

const numberFor = (name: string): number => {
  if (/size|limit/i.test(name)) return ROWS
  return /offset/i.test(name) ? 0 : 1
}

/** Codes of unlock methods where the device has some, because most operations want those. */
const textFor = (name: string, min: number, codes: ReadonlySet<string>): string | undefined => {
  const all = [...codes]
  const unlocking = all.filter((code) => code.startsWith('unlock_'))
  const chosen = unlocking.length > 0 ? unlocking : all
  if (/codes$/.test(name) && chosen.length > 0) return chosen.slice(0, ROWS).join(',')
  return min === 0 ? '' : undefined
}
