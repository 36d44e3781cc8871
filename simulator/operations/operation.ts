import type { Action, ResultOf } from '../../src/core/action'
import type { CheckedBy, Checks } from '../checks/check'
import { readObject } from '../checks/composite-values'
import type { Cloud } from '../cloud'
import type { Quirk } from '../quirks/quirk'
import { readPage, refuseDenied, seenBy, withTotals } from './answer-as-cloud'

/** How the vendor's sample of an operation differs from its table. */
export interface SampledShape {
  /** `bare` has no envelope, `swapped` has the result under `success`. */
  readonly envelope: 'enveloped' | 'bare' | 'swapped'
  /** Applied one after the other. */
  readonly quirks: readonly Quirk[]
}

/** One operation of the cloud. The name of its action determines its route. */
export interface Operation<A = Action> {
  readonly action: A
  readonly sampled: SampledShape
  /** Checks the raw parameters, executes the call, and returns the result in its documented form. */
  answer(cloud: Cloud, rawParams: Readonly<Record<string, unknown>>): unknown
}

export interface OperationDefinition<C extends Checks, Result> {
  readonly params: C
  handle(cloud: Cloud, params: CheckedBy<C>): Result
  readonly sampled?: Partial<SampledShape>
}

export const operation = <A extends Action, C extends Checks>(
  action: A,
  { params, handle, sampled }: OperationDefinition<C, ResultOf<A>>,
): Operation => ({
  action,
  sampled: { envelope: 'enveloped', quirks: [], ...sampled },
  answer: (cloud, rawParams) => {
    refuseDenied(cloud.world, action.name)
    const read = readPage(cloud.world, readObject(params, rawParams))
    const result = handle(seenBy(cloud, action), read)
    return action.result.encode(withTotals(cloud.world, result))
  },
})
