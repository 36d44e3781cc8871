import {
  csv,
  flag,
  id,
  int,
  json,
  pageOf,
  params,
  record,
  secret,
  text,
} from '../../actions/shared'
import { type Action, defineAction } from '../../src/core/action'

/** `once with a ticket` is a command whose ticket is spent with it. */
export const classes = ['read', 'sync', 'other sync', 'idempotent', 'once', 'ticket'] as const
export type ActionClass = (typeof classes)[number]

/** The result names the request that it answers, so that no call can take the answer of another one. */
const result = record({
  key: { ref: text() },
  optional: { distributed: flag(), pin: secret(text()) },
})
const shared = { family: 'mini-program', locks: ['any'] } as const
const paramsOf = (extra: Parameters<typeof params>[0] = {}) =>
  params({
    required: { device_id: id(), note: text(), details: json() },
    optional: { part: text(), ...extra.optional },
  })
const sync = { device: 'device_id', codes: 'codes', distributed: 'distributed' }

/** One action of each class, and the same again for the app's own handlers. */
const actionsFor = (prefix: string) => ({
  read: defineAction({
    ...shared,
    result,
    params: paramsOf(),
    name: `${prefix}.read`,
    safety: 'read',
  }),
  idempotent: defineAction({
    ...shared,
    result,
    params: paramsOf(),
    name: `${prefix}.idempotent`,
    safety: 'idempotent',
  }),
  sync: defineAction({
    ...shared,
    result,
    params: paramsOf({ optional: { codes: csv() } }),
    name: `${prefix}.sync`,
    safety: 'sync',
    sync,
  }),
  'other sync': defineAction({
    ...shared,
    result,
    params: paramsOf({ optional: { codes: csv() } }),
    name: `${prefix}.otherSync`,
    safety: 'sync',
    sync,
  }),
  once: defineAction({
    ...shared,
    result,
    params: paramsOf(),
    name: `${prefix}.once`,
    safety: 'once',
    check: `${prefix}.read`,
  }),
  ticket: defineAction({
    ...shared,
    result,
    params: paramsOf({ optional: { ticket_id: secret(id()) } }),
    name: `${prefix}.ticket`,
    safety: 'once',
    ticket: 'ticket_id',
    check: `${prefix}.read`,
  }),
})

const pages = defineAction({
  ...shared,
  name: 'plain.pages',
  safety: 'read',
  params: params({
    required: { device_id: id(), note: text(), details: json(), page_no: int(), page_size: int() },
  }),
  result: pageOf({
    rows: 'records',
    item: record({ key: { ref: text() } }),
    optional: { has_more: flag() },
  }),
})

export const plainActions: Readonly<Record<ActionClass, Action>> = actionsFor('plain')
export const handledActions: Readonly<Record<ActionClass, Action>> = actionsFor('handled')
export const pagesAction: Action = pages
export const PAGE_COUNT = 3
