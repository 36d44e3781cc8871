import type { GatewayEvent } from '../../../gateway/gateway-event'
import type { JournalEntry, Lock, Simulator } from '../../../simulator'
import type { PanelEvent } from '../../../src/core/pipeline/events'
import type { Count } from '../../flows/support/counted'
import type { Signatures } from './signed-transport'
import type { Host, PanelNumber } from './story'
import type { StoryClock } from './story-clock'

/** One call of a flow by the app. */
export interface FlowRun {
  /** Unique in the story, and part of the names that the run gives to passwords and members. */
  readonly number: number
  readonly panel: PanelNumber
  readonly host: Host
  /** The panel object: a page that opens after `close()` has a new one. */
  readonly session: number
  /** A key of `flowKinds`. */
  readonly flow: string
  readonly startedAt: number
  endedAt: number
  state: 'running' | 'done' | 'failed'
  value: unknown
  error: unknown
  isCancelled: boolean
  /** The state of the lock when the run ended: its bolt, and a person who asks to be let in. */
  atEnd: { readonly isOpen: boolean; readonly isAsked: boolean } | undefined
  /** Of an attempt. */
  cancel: (() => void) | undefined
  subscribeAgain: () => void
}

/** A movement of the bolt by a person at the door. */
interface Movement {
  readonly at: number
  readonly isOpen: boolean
}

/** A synchronisation that reached the cloud. */
interface SentSync {
  readonly at: number
  /** What the senders of these share: a storage, or the store of gateways. Undefined: nothing. */
  readonly domains: readonly string[]
}

/** Everything that the test saw; the rules judge it. */
export interface Facts {
  readonly clock: StoryClock
  readonly simulator: Simulator
  readonly lock: Lock
  readonly runs: FlowRun[]
  readonly movements: Movement[]
  readonly syncs: SentSync[]
  /** The panel whose request executed a command; none for a command that the lock executed later. */
  readonly sentBy: Map<JournalEntry, PanelNumber>
  readonly events: PanelEvent[]
  readonly gatewayEvents: GatewayEvent[]
  /** Of the panels and their flows. */
  readonly timers: Count
  /** Subscriptions of flows to data points and pushes. */
  readonly listeners: Count
  readonly closedPanels: { readonly areEventsComplete: () => boolean }[]
  readonly findings: Set<string>
  /** The lock was asleep or offline once: it may execute what the cloud accepted for it later. */
  mayExecuteLater: boolean
  restarts: number
  /** Changes with everything that happens; equal values mean that no work is left at this moment. */
  activity: number
  readonly signatures: Signatures
}

export const createFacts = (simulator: Simulator, clock: StoryClock, lock: Lock): Facts => ({
  clock,
  simulator,
  lock,
  runs: [],
  movements: [],
  syncs: [],
  sentBy: new Map(),
  events: [],
  gatewayEvents: [],
  timers: { now: 0 },
  listeners: { now: 0 },
  closedPanels: [],
  findings: new Set(),
  mayExecuteLater: false,
  restarts: 0,
  activity: 0,
  signatures: { waiting: [], isSigning: false },
})

export const describeRun = ({ flow, number, panel }: FlowRun): string =>
  `flow ${number} (${flow} on panel ${panel + 1})`
