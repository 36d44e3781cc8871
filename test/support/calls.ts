import { id, params, secret, text } from '../../actions/shared'
import { type Action, defineAction } from '../../src/core/action'
import type { Call, CallOptions } from '../../src/core/pipeline/call'
import type { Step } from '../../src/core/pipeline/events'

const fields = {
  required: { device_id: id() },
  optional: { codes: text(), ticket_id: secret(id()) },
}
const shared = {
  family: 'mini-program',
  locks: ['any'],
  params: params(fields),
  result: text(),
} as const

/** One action of each safety class, for tests of the pipeline. */
export const actionOf = {
  read: defineAction({ ...shared, name: 'test.read', safety: 'read' }),
  idempotent: defineAction({ ...shared, name: 'test.idempotent', safety: 'idempotent' }),
  sync: defineAction({
    ...shared,
    name: 'test.sync',
    safety: 'sync',
    sync: { device: 'device_id', codes: 'codes', distributed: 'distributed' },
  }),
  otherSync: defineAction({
    ...shared,
    name: 'test.otherSync',
    safety: 'sync',
    sync: { device: 'device_id', codes: 'codes', distributed: 'distributed' },
  }),
  once: defineAction({
    ...shared,
    name: 'test.once',
    safety: 'once',
    ticket: 'ticket_id',
    check: 'test.read',
  }),
  removal: defineAction({
    ...shared,
    name: 'test.remove',
    safety: 'idempotent',
    removes: { notFound: [2323], result: 'removed' },
  }),
}

export interface CallFields {
  readonly action?: Action
  readonly params?: Readonly<Record<string, unknown>>
  readonly options?: CallOptions
  readonly deadlineAt?: number
}

let calls = 0

/** A call as the panel creates it, on a clock that starts at 0; `steps` records its events. */
export const callOf = ({
  action = actionOf.read,
  params: given = { device_id: 'door' },
  options = {},
  deadlineAt = 30_000,
}: CallFields = {}): Call & { readonly steps: Step[] } => {
  const steps: Step[] = []
  return {
    requestId: `test-${++calls}`,
    action: action as Action,
    check: action.check,
    params: given,
    options,
    startedAt: 0,
    deadlineAt,
    progress: { attempt: 0, sent: false },
    isStrict: false,
    startRequest: () => () => {},
    emit: (step) => steps.push(typeof step === 'function' ? step() : step),
    steps,
  }
}
