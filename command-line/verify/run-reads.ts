import type { Action } from '../../src/core/action'
import type { Transport } from '../../src/core/transport/transport'
import type { Host } from '../host'
import { knownIds, learnFrom } from './known-ids'
import type { Outcome } from './outcome'
import { paramsFor } from './params-for'
import { createProbe, outcomeOf } from './probe'

export interface ReadsOptions {
  readonly device: string | undefined
  readonly transport: Transport
}

/** So many calls in a row without an answer mean that the others get none. */
const MOST_UNANSWERED = 3

/**
 * Calls every operation of class `read` that the target has. Each pass calls those whose ids are known, until a pass
 * calls none.
 */
export const runReads = async (
  { actions, signal, now }: Pick<Host, 'actions' | 'signal' | 'now'>,
  { device, transport }: ReadsOptions,
): Promise<readonly Outcome[]> => {
  const reads = actions.filter(
    ({ safety, family }) => safety === 'read' && transport.families.includes(family),
  )
  const { probe, close } = createProbe(reads, transport, signal)
  const known = knownIds(device)
  const outcomes = new Map<Action, Outcome>()
  let unanswered = 0
  const pass = async (): Promise<boolean> => {
    const before = outcomes.size
    for (const action of reads) {
      if (outcomes.has(action)) continue
      const given = paramsFor(action, known, now())
      if (!given.ok) continue
      const { outcome, result } = await probe(action, given.params)
      outcomes.set(action, outcome)
      if (outcome.answered === 'ok') learnFrom(action, result, known)
      unanswered = outcome.answered === 'no answer' ? unanswered + 1 : 0
      if (unanswered === MOST_UNANSWERED) return false
    }
    return outcomes.size > before
  }
  try {
    while (await pass());
  } finally {
    close()
  }
  return reads.map((action) => {
    const outcome = outcomes.get(action)
    if (outcome !== undefined) return outcome
    const given = paramsFor(action, known, now())
    const reason = given.ok ? 'the target does not answer' : `no answer told its ${given.missing}`
    return { ...outcomeOf(action, 'not tried'), reason }
  })
}
