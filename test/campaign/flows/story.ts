import type { Fault } from '../../../simulator'
import type { HandlerKind } from '../story'

/** How a panel reaches the cloud: in a mini-program, in the vendor's app, over a gateway, or as a server. */
export const hosts = ['mini-program', 'app', 'gateway', 'server'] as const
export type Host = (typeof hosts)[number]

/** The lock of both panels, from the seed of the simulator. */
export const lockNames = ['frontDoor', 'garage', 'loft', 'gardenGate'] as const
export type LockName = (typeof lockNames)[number]

/** The handlers of an app that a flow may meet; one that answers itself makes a false claim of its own. */
export const hostileHandlers = [
  'sends later',
  'sends twice at once',
  'sends twice in turn',
  'retries',
  'changes its parameters',
  'throws',
  'never answers',
  'sends once more for itself',
  'sends after its end',
] as const satisfies readonly HandlerKind[]

export interface PanelScript {
  readonly host: Host
  /** The app's own handler of the commands and of the status; undefined: the default handler. */
  readonly handler: (typeof hostileHandlers)[number] | undefined
  /** Every listener of the app throws. */
  readonly throwsInListeners: boolean
}

/** A person or the world changes the lock. */
export const lockChanges = [
  'sleeps for ten seconds',
  'sleeps',
  'wakes',
  'is offline',
  'is online',
  'is jammed',
  'moves again',
] as const
export type LockChange = (typeof lockChanges)[number]

export const doorActs = ['asks', 'opens', 'closes', 'rings', 'uses a method'] as const
export type DoorAct = (typeof doorActs)[number]

export const expiries = ['tokens', 'tickets'] as const
export const closings = ['page', 'panel'] as const

export type PanelNumber = 0 | 1

export interface FlowStep {
  readonly step: 'flow'
  readonly panel: PanelNumber
  /** A key of `flowKinds`. */
  readonly flow: string
  /** Calls the same again at once, as a double tap does. */
  readonly twice: boolean
  /** The caller changes its input after the call. */
  readonly changesInput: boolean
}

interface AnswersStep {
  readonly step: 'answers'
  readonly panel: PanelNumber
  /** The connection of the panel, or that of its gateway to the cloud. */
  readonly of: 'panel' | 'gateway'
  readonly fault: Fault
  readonly count: number
}

export type Step =
  | FlowStep
  | AnswersStep
  | { readonly step: 'open'; readonly panel: PanelNumber }
  | {
      readonly step: 'close'
      readonly panel: PanelNumber
      readonly what: (typeof closings)[number]
    }
  /** Cancels a running attempt; `run` counts back from the latest one. */
  | { readonly step: 'cancel'; readonly run: number }
  /** Unsubscribes the states of an attempt and the streams of its page, and subscribes again. */
  | { readonly step: 'subscribe again'; readonly run: number }
  | { readonly step: 'wait'; readonly ms: number }
  | { readonly step: 'phone clock'; readonly panel: PanelNumber; readonly ms: number }
  | { readonly step: 'network'; readonly panel: PanelNumber; readonly isUp: boolean }
  | { readonly step: 'expire'; readonly what: (typeof expiries)[number] }
  | { readonly step: 'lock'; readonly change: LockChange }
  | { readonly step: 'door'; readonly act: DoorAct }
  | { readonly step: 'restart'; readonly keepsStore: boolean }

export interface Story {
  readonly lock: LockName
  readonly panels: readonly [PanelScript, PanelScript]
  /** Both panels keep their sync windows in one storage, as two pages of one app do. */
  readonly sharesStorage: boolean
  /** How long the lists of the cloud lag behind its commands. */
  readonly listLagMs: number
  /** The lock locks itself after this time. */
  readonly autoLockMs: number | undefined
  readonly steps: readonly Step[]
}
