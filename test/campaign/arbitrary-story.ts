import fc from 'fast-check'
import { classes } from './actions'
import {
  acts,
  type CallStep,
  entryPoints,
  handlerKinds,
  type Outcome,
  outcomeKinds,
  places,
  type Step,
  type Story,
  signalCount,
} from './story'

const rarely = <T>(value: fc.Arbitrary<T>, weight = 1): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight, arbitrary: value })

const outcome: fc.Arbitrary<Outcome> = fc.record({
  kind: fc.oneof(fc.constant('answered' as const), fc.constantFrom(...outcomeKinds)),
  afterMs: fc.constantFrom(undefined, 0, 10, 300, 1_200, 4_000, 12_000),
  headersMs: rarely(fc.constantFrom(0, 20, 900, 15_000)),
})
const outcomes = fc.array(outcome, { minLength: 1, maxLength: 3 })

const device = fc.constantFrom('A' as const, 'A' as const, 'A' as const, 'B' as const)
const recentCall = fc.integer({ min: 0, max: 3 })
const signal = fc.integer({ min: 0, max: signalCount - 1 })

const call: fc.Arbitrary<CallStep> = fc.record({
  step: fc.constant('call' as const),
  class: fc.constantFrom(...classes, 'sync' as const),
  by: fc.constantFrom(...entryPoints),
  device,
  codes: fc.constantFrom('', '', 'x', 'y', 'x,y'),
  outcomes,
  handler: rarely(fc.constantFrom(...handlerKinds), 2),
  subscribers: fc.constantFrom(1, 1, 1, 2, 3),
  changesParams: fc.boolean(),
  deadlineMs: fc.constantFrom(undefined, undefined, 500, 3_000, 30_000, 60_000),
  timeoutMs: rarely(fc.constantFrom(200, 2_000)),
  maxAttempts: rarely(fc.constantFrom(1, 2, 5), 2),
  background: fc.boolean(),
  signal: rarely(signal, 2),
  reaction: rarely(
    fc.record({ place: fc.constantFrom(...places), act: fc.constantFrom(...acts) }),
    3,
  ),
})

const others: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      step: fc.constant('wait' as const),
      ms: fc.constantFrom(0, 1, 9, 50, 299, 1_000, 4_999, 5_000, 5_001, 10_000, 30_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('abort' as const), signal }) },
  {
    weight: 3,
    arbitrary: fc.record({ step: fc.constant('unsubscribe' as const), call: recentCall }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ step: fc.constant('subscribe again' as const), call: recentCall }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('hold' as const),
      device,
      ms: fc.constantFrom(100, 6_000, 20_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('close' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant('pages' as const),
      outcomes,
      nextCount: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('burst' as const),
      count: fc.constantFrom(5, 5, 5, 5, 30, 30, 30, 30, 200, 1_000),
      class: fc.constantFrom('read' as const, 'once' as const),
    }),
  },
)

/** A program that uses a panel: calls, changes of its objects, waits, aborts and the outcomes of every request. */
export const arbitraryStory: fc.Arbitrary<Story> = fc.record({
  maxOpen: fc.constantFrom(1, 2, 3, 8),
  random: fc.constantFrom(0, 0.5, 0.999),
  steps: fc.array(fc.oneof({ weight: 3, arbitrary: call }, { weight: 2, arbitrary: others }), {
    minLength: 1,
    maxLength: 24,
    size: 'max',
  }),
})
