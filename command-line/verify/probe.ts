import { tap } from 'rxjs'
import type { Action } from '../../src/core/action'
import { type Deviation, deviationsOf } from '../../src/core/envelope/drift'
import { parsedBody } from '../../src/core/envelope/parsed-body'
import { readEnvelope } from '../../src/core/envelope/read-envelope'
import { isCancelledError } from '../../src/core/errors/cancelled-error'
import { isParamsError } from '../../src/core/errors/params-error'
import { isTransportError } from '../../src/core/errors/transport-error'
import { isUnsupportedError } from '../../src/core/errors/unsupported-error'
import { isVendorError } from '../../src/core/errors/vendor-error'
import { createPanel } from '../../src/core/panel/create-panel'
import type { Transport, TransportAnswer } from '../../src/core/transport/transport'
import { CommandError } from '../command-error'
import { fieldsOf } from '../contract/fields'
import { exitCodes, type Host } from '../host'
import type { Drift, Outcome } from './outcome'
import { printableCode } from './printable-name'
import { shapeOf } from './shape-of'

export interface Probe {
  readonly outcome: Outcome
  /** The undecoded result, for ids; never printed. */
  readonly result?: unknown
}

/** Calls reads one after the other. The answer is kept undecoded, because a strict decode does not show all of it. */
export const createProbe = (
  reads: readonly Action[],
  transport: Transport,
  signal: Host['signal'],
) => {
  let last: TransportAnswer | undefined
  const recording: Transport = {
    name: transport.name,
    families: transport.families,
    send: (request) => transport.send(request).pipe(tap((answer) => (last = answer))),
  }
  const actions = Object.fromEntries(reads.map((action) => [action.name, action]))
  const panel = createPanel({ actions, transport: recording })

  const probe = async (
    action: Action,
    params: Readonly<Record<string, unknown>>,
  ): Promise<Probe> => {
    last = undefined
    try {
      await panel.apiRequest(action.name, params, { signal })
    } catch (error) {
      const failed = failureOf(action, error)
      if (failed !== undefined) return failed
    }
    return last === undefined ? { outcome: outcomeOf(action, 'no answer') } : answerOf(action, last)
  }
  return { probe, close: () => panel.close() }
}

const answerOf = (action: Action, answer: TransportAnswer): Probe => {
  const parsed = parsedBody(answer)
  const envelope = parsed.ok ? readEnvelope(parsed.value) : undefined
  if (envelope?.ok !== true) return { outcome: outcomeOf(action, 'unreadable') }
  const { result } = envelope
  const decoded = action.result.decode(result)
  const { shape, unknown } = shapeOf(action.result, result)
  const drift = [
    ...(decoded._tag === 'Left' ? deviationsOf(decoded.left) : []).map((deviation) =>
      withExpected(action, deviation),
    ),
    ...unknown.map((path) => ({ path, message: 'is not in the contract', count: 1 })),
  ]
  return { outcome: { ...outcomeOf(action, 'ok'), drift, shape }, result }
}

const withExpected = ({ result }: Action, deviation: Deviation): Drift => {
  const field = fieldsOf(result).find(({ path }) => path === deviation.path)
  return { ...deviation, ...(field !== undefined && { expected: field.type }) }
}

/** The outcome of a call without a result; none if the result only breaks the contract. */
const failureOf = (action: Action, error: unknown): Probe | undefined => {
  if (isCancelledError(error)) throw new CommandError('interrupted', exitCodes.interrupted)
  if (isVendorError(error)) {
    const { code, class: reason } = error
    return { outcome: { ...outcomeOf(action, 'refused'), code: printableCode(code), reason } }
  }
  if (isUnsupportedError(error) || isParamsError(error))
    return {
      outcome: {
        ...outcomeOf(action, 'not tried'),
        reason: 'its parameters cannot be made from the answers',
      },
    }
  if (!isTransportError(error)) return undefined
  if (error.statusCode !== undefined)
    return {
      outcome: { ...outcomeOf(action, 'unreadable'), reason: `HTTP status ${error.statusCode}` },
    }
  return { outcome: outcomeOf(action, 'no answer') }
}

export const outcomeOf = (
  { name, family, version }: Action,
  answered: Outcome['answered'],
): Outcome => ({
  operation: name,
  family,
  ...(version !== undefined && { version }),
  answered,
  drift: [],
})
