import * as t from 'io-ts'
import { hasPeers, loadPeer } from './peers'

type Decode = (page: unknown) => unknown

/** What a schema of these libraries is made with; the types of the schemas are not needed. */
interface Builder {
  readonly text: unknown
  readonly number: unknown
  readonly boolean: unknown
  readonly oneOf: (members: readonly unknown[]) => unknown
  readonly list: (item: unknown) => unknown
  readonly fields: (fields: Readonly<Record<string, unknown>>) => unknown
}

/** A page of users as a library without tolerance has it: the types that clouds send, and nothing is converted. */
const pageWith = ({ text, number, boolean, oneOf, list, fields }: Builder): unknown => {
  const flag = oneOf([boolean, number, text])
  const count = oneOf([number, text])
  const method = fields({
    dp_code: text,
    unlock_sn: count,
    unlock_name: text,
    unlock_attr: count,
    allocate_flag: flag,
  })
  const detail = fields({ dp_code: text, open: flag, count, unlock_list: list(method) })
  const user = fields({
    user_id: count,
    lock_user_id: count,
    user_contact: text,
    nick_name: text,
    avatar_url: text,
    user_type: count,
    back_home_notify_attr: flag,
    effective_flag: count,
    time_schedule_info: fields({ permanent: flag }),
    unlock_detail: list(detail),
  })
  return fields({ records: list(user) })
}

const overIoTs = (): Decode => {
  const page = pageWith({
    text: t.string,
    number: t.number,
    boolean: t.boolean,
    oneOf: (members) => t.union(members as [t.Mixed, t.Mixed]),
    list: (item) => t.array(item as t.Mixed),
    fields: (fields) => t.type(fields as t.Props),
  })
  return (value) => (page as t.Mixed).decode(value)
}

interface Valibot {
  string(): unknown
  number(): unknown
  boolean(): unknown
  union(members: readonly unknown[]): unknown
  array(item: unknown): unknown
  object(fields: object): unknown
  parse(schema: unknown, value: unknown): unknown
}

const overValibot = (): Decode => {
  const v = loadPeer<Valibot>('valibot')
  const page = pageWith({
    text: v.string(),
    number: v.number(),
    boolean: v.boolean(),
    oneOf: v.union,
    list: v.array,
    fields: v.object,
  })
  return (value) => v.parse(page, value)
}

interface Zod extends Omit<Valibot, 'parse'> {
  config(settings: { readonly jitless: boolean }): void
}

/** Without `new Function`, which a mini-program forbids. */
const overZod = (): Decode => {
  const { z } = loadPeer<{ readonly z: Zod }>('zod')
  z.config({ jitless: true })
  const page = pageWith({
    text: z.string(),
    number: z.number(),
    boolean: z.boolean(),
    oneOf: (members) => z.union(members),
    list: (item) => z.array(item),
    fields: (fields) => z.object(fields),
  }) as { parse(value: unknown): unknown }
  return (value) => page.parse(value)
}

interface AjvModule {
  readonly default: new (options: {
    readonly allowUnionTypes: boolean
  }) => {
    compile(schema: unknown): Decode
  }
}

/** Compiled with `new Function`; a mini-program would ship the compiled code. It returns a verdict and no value. */
const overAjv = (): Decode => {
  const page = pageWith({
    text: { type: 'string' },
    number: { type: 'number' },
    boolean: { type: 'boolean' },
    oneOf: (members) => ({
      type: members.map((member) => (member as { readonly type: string }).type),
    }),
    list: (items) => ({ type: 'array', items }),
    fields: (properties) => ({ type: 'object', properties, required: Object.keys(properties) }),
  })
  return new (loadPeer<AjvModule>('ajv').default)({ allowUnionTypes: true }).compile(page)
}

/** Decoders of the same page, by the library. */
export const decodingPeers = (): Readonly<Record<string, Decode>> => ({
  'io-ts': overIoTs(),
  ...(hasPeers && {
    valibot: overValibot(),
    'zod without eval': overZod(),
    'ajv, verdict only': overAjv(),
  }),
})
