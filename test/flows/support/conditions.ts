import type { CloudBehaviour, Lock } from '../../../simulator'
import type { FlowHarness } from './flow-harness'
import type { Scenario } from './scenario'

/** A state of the simulated cloud or lock that lasts for a whole run. */
export interface Condition {
  readonly name: string
  /** The flows that it concerns. */
  readonly flows: RegExp
  /** The channels that it does not concern. */
  readonly exceptOver?: RegExp
  /** It begins after the preparation of a scenario. */
  readonly afterPreparation?: boolean
  readonly world?: CloudBehaviour
  readonly lock?: Partial<Lock>
  /**
   * `succeeds`: every run succeeds. `safe`: a run may fail, but breaks no rule. `ends`: the flow cannot read all rows, so the
   * run only has to end, without open subscriptions and timers.
   */
  readonly expects: 'succeeds' | 'safe' | 'ends'
}

const CLOCK_OFFSET_MS = 600_000
/** Between two polls of a flow. */
const AUTO_LOCK_MS = 2_000
const SLEEPS_AFTER_MS = 5_000
const ROWS = 2

const timed = /^(temporary|offline|sharing|records|members|remote unlock|opmode sync)/
const listing = /^(temporary|offline|records|members|enrolment|opmode sync)/
/**
 * Without totals no panel can see that a row was deleted, and without the cursor of a page no panel can read the next one, which the
 * sample of the scenario with a picture leaves out.
 */
const lists = /^(members|records(?!: (?:read across|picture))|enrolment|opmode sync)/
const passwords = /^temporary passwords/
const bolts = /^(remote unlock|bluetooth)/

const conditions: readonly Condition[] = [
  {
    name: 'clock ahead of the phone',
    flows: timed,
    world: { clockOffsetMs: CLOCK_OFFSET_MS },
    expects: 'succeeds',
  },
  {
    name: 'clock behind the phone',
    flows: timed,
    world: { clockOffsetMs: -CLOCK_OFFSET_MS },
    expects: 'succeeds',
  },
  {
    name: 'lists that lag',
    flows: listing,
    afterPreparation: true,
    world: { listLagMs: 6_000 },
    expects: 'succeeds',
  },
  { name: 'capped pages', flows: lists, world: { mostRowsPerPage: ROWS }, expects: 'succeeds' },
  ...(['of-page', 'none', 'endless'] as const).map(
    (listTotals): Condition => ({
      name: `totals ${listTotals}`,
      flows: lists,
      world: { listTotals },
      expects: 'succeeds',
    }),
  ),
  {
    name: 'capped pages, totals of-page',
    flows: lists,
    world: { mostRowsPerPage: ROWS, listTotals: 'of-page' },
    expects: 'succeeds',
  },
  {
    name: 'repeated first page',
    flows: lists,
    world: { repeatsFirstPage: true },
    expects: 'ends',
  },
  {
    name: 'automatic lock',
    flows: bolts,
    lock: { autoLockMs: AUTO_LOCK_MS },
    expects: 'succeeds',
  },
  {
    name: 'lock that sleeps again',
    flows: bolts,
    lock: { sleepsAfterMs: SLEEPS_AFTER_MS },
    // The flow succeeds without a command, or with one that the sleeping lock does not execute.
    exceptOver: /already/,
    expects: 'safe',
  },
  ...[17, 19].map(
    (revokedPhase): Condition => ({
      name: `revoked phase ${revokedPhase}`,
      flows: passwords,
      lock: { revokedPhase },
      expects: 'succeeds',
    }),
  ),
  {
    name: 'keypad with HHMM hours',
    flows: passwords,
    lock: { listsHoursAsHhmm: true },
    expects: 'succeeds',
  },
  {
    name: 'sources apart in time',
    flows: /^records/,
    world: {
      recordOffsetsMs: {
        'doorLock.openingLogs': -4_000,
        'doorLock.alarmLogs': 3_000,
        'doorLock.operateRecords': 1_000,
        'tuya.m.device.lock.alarm.list': 3_000,
      },
    },
    expects: 'succeeds',
  },
]

const sources =
  /^(doorLock\.(listRecords|operateRecords|alarmLogs|openingLogs|loglatest)|tuya\.m\.device\.lock\.alarm\.list|m\.smart\.scale\.history\.list)$/

/** One condition for each source of records that the steps of a run read. */
const denied = (steps: readonly string[]): readonly Condition[] => {
  const read = [...new Set(steps.filter((step) => sources.test(step)))]
  return read.map((source) => ({
    name: `${source} denied`,
    flows: /^records/,
    world: { deniedActions: { [source]: 1106 } },
    expects: 'safe',
  }))
}

/** The conditions for a scenario, given the steps of its run without one. */
export const conditionsOf = (
  { flow, over }: Pick<Scenario, 'flow' | 'over'>,
  steps: readonly string[],
): readonly Condition[] =>
  [...conditions, ...denied(steps)].filter(
    ({ flows, exceptOver }) => flows.test(flow) && exceptOver?.test(over) !== true,
  )

export const applyCondition = (
  { world, lock }: Pick<Condition, 'world' | 'lock'>,
  { simulator, lock: simulated }: FlowHarness,
): void => {
  Object.assign(simulator.world, world)
  Object.assign(simulated, lock)
}
