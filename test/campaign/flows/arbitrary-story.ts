import fc from 'fast-check'
import type { Fault } from '../../../simulator'
import { flowKinds } from './flow-kinds'
import {
  closings,
  doorActs,
  expiries,
  hostileHandlers,
  hosts,
  lockChanges,
  lockNames,
  type PanelScript,
  type Step,
  type Story,
} from './story'

const panel = fc.constantFrom(0 as const, 1 as const)
const recentRun = fc.integer({ min: 0, max: 3 })

const fault: fc.Arbitrary<Fault> = fc.constantFrom<Fault>(
  'drop-before',
  'drop-after',
  'drop-after',
  'slow',
  { slowMs: 3_000 },
  'throttle',
  { throttleSeconds: 25 },
  'garbage',
  'truncate',
  'empty',
  { status: 502 },
  { vendorCode: 1110 },
  { vendorCode: 1111 },
)

const names = Object.keys(flowKinds)
/** Commands are more frequent than reads. */
const commands = names.filter((name) => flowKinds[name]?.command !== undefined)
const flow = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...commands, 'synchronise', 'synchronise', 'remove password'),
  },
  { weight: 2, arbitrary: fc.constantFrom(...names) },
)

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 14,
    arbitrary: fc.record({
      step: fc.constant('flow' as const),
      panel,
      flow,
      twice: fc.constantFrom(false, false, false, true),
      changesInput: fc.boolean(),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      step: fc.constant('wait' as const),
      ms: fc.constantFrom(1, 50, 250, 1_000, 2_500, 5_000, 11_000, 40_000, 400_000),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      step: fc.constant('answers' as const),
      panel,
      of: fc.constantFrom('panel' as const, 'gateway' as const),
      fault,
      count: fc.constantFrom(1, 1, 2, 4, 12),
    }),
  },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('open' as const), panel }) },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant('close' as const),
      panel,
      what: fc.constantFrom(...closings),
    }),
  },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('cancel' as const), run: recentRun }) },
  {
    weight: 1,
    arbitrary: fc.record({ step: fc.constant('subscribe again' as const), run: recentRun }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('phone clock' as const),
      panel,
      ms: fc.constantFrom(-86_400_000, -600_000, -4_000, 3_000, 600_000, 86_400_000),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      step: fc.constant('network' as const),
      panel,
      isUp: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('expire' as const),
      what: fc.constantFrom(...expiries),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      step: fc.constant('lock' as const),
      change: fc.constantFrom(...lockChanges),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      step: fc.constant('door' as const),
      act: fc.constantFrom(...doorActs, 'asks' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ step: fc.constant('restart' as const), keepsStore: fc.boolean() }),
  },
)

const panelScript: fc.Arbitrary<PanelScript> = fc.record({
  host: fc.constantFrom(...hosts, 'gateway' as const),
  handler: fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...hostileHandlers) },
  ),
  throwsInListeners: fc.constantFrom(false, false, true),
})

/** Two panels of one lock, and what their users, the network, the gateways and the lock do. */
export const arbitraryStory: fc.Arbitrary<Story> = fc.record({
  // The first and the third lock support the most flows.
  lock: fc.constantFrom(...lockNames, 'frontDoor' as const, 'loft' as const, 'loft' as const),
  panels: fc.tuple(panelScript, panelScript),
  sharesStorage: fc.boolean(),
  listLagMs: fc.constantFrom(0, 0, 6_000),
  autoLockMs: fc.constantFrom(undefined, undefined, 2_000),
  steps: fc.array(step, { minLength: 1, maxLength: 24, size: 'max' }),
})
