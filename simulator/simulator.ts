import type { Observable } from 'rxjs'
import type { Transport } from '../src/core/transport/transport'
import type { DataPoints } from '../src/data-points/data-points'
import type { MovableClock } from './clock/clock'
import type { ArrivedRequest, SimulatedAnswer, SimulatedRequest } from './exchange'
import type { Faults } from './faults/fault'
import type { BleLinkOptions, SimulatedBleLink } from './hardware/ble-link'
import type { KeypadAnswer } from './hardware/keypad'
import type { JournalEntry } from './journal'
import type { FakeLockSdk } from './native/fake-lock-sdk'
import type { FakeTy } from './native/fake-ty'
import type { FakeTYSdk, FakeTYSdkOptions } from './native/fake-ty-sdk'
import type { Push } from './push'
import type { Lock } from './world/lock'
import type { Seed, World } from './world/world'
import type { FakeWx, FakeWxOptions } from './wx/fake-wx'

/** `documented`: as the vendor's tables say. `sampled`: as its samples show, with all their contradictions. */
export type Shape = 'documented' | 'sampled'

export interface SimulatorOptions {
  /** A clock that runs with the real time, if left out. */
  readonly clock?: MovableClock
  /** Gives numbers from 0 to below 1, for ids and keys. */
  readonly random?: () => number
  readonly seed?: Seed
  readonly shape?: Shape
  /** Names the project. */
  readonly clientId?: string
  /** The secret of the project, 32 characters. */
  readonly accessKey?: string
  /** How often the cloud lets a lock be synchronised; 5,000 if left out. */
  readonly syncIntervalMs?: number
}

export interface HostOptions {
  /** Whose panel it is: that of the first lock, if left out. */
  readonly deviceId?: string
}

export interface ServeOptions {
  /** Any free one, if left out. */
  readonly port?: number
  /** This machine alone, if left out. */
  readonly host?: string
}

export interface Served {
  readonly url: string
  readonly port: number
  /** Cuts open connections and frees the port. */
  close(): Promise<void>
}

/** A lock cloud and its locks, held as a plain value. */
export interface Simulator {
  /** Answers a request at once; how late an answer is stands in it. */
  handle(request: SimulatedRequest): SimulatedAnswer
  readonly world: World
  /** A lock of the world; throws a RangeError where there is none of that id. */
  lock(deviceId: string): Lock
  /** Somebody stands at the door and types; a lock needs no network for that. */
  typeCode(deviceId: string, digits: string): KeypadAnswer
  /** What reached a lock, oldest first. */
  readonly journal: readonly JournalEntry[]
  /** What arrived at the cloud, oldest first; a request that was dropped before it is here too. */
  readonly requests: readonly ArrivedRequest[]
  readonly faults: Faults
  readonly clock: MovableClock
  /** The access id of the project, for `openApi`. */
  readonly clientId: string
  /** The secret of the project: for `openApi`, and for the keys of tickets. */
  readonly accessKey: string
  /** What the cloud put into the message queue of the project, oldest first. */
  readonly pushes: readonly Push[]
  /** The same, from now on. */
  readonly pushes$: Observable<Push>
  shape: Shape
  /**
   * Somebody at the door of a Wi-Fi lock asks to be let in, and waits for 30 seconds if it is not said for how long.
   * Throws a RangeError for a lock that cannot ask.
   */
  askToUnlock(deviceId: string, seconds?: number): void
  /** The way to the cloud within one process. */
  asTransport(): Transport
  /** A `wx` of a device of its own, whose requests come here; hand it to `wxRequest`. */
  asWx(options?: FakeWxOptions): FakeWx
  /** The `TYSdk` of a panel; hand it to `nativeBridge` and to `tySdkDataPoints`. */
  asTYSdk(options?: HostOptions & Omit<FakeTYSdkOptions, 'device'>): FakeTYSdk
  /** The `ty` of a panel; hand it to `nativeBridge` and to `tyDataPoints`. */
  asTy(options?: HostOptions): FakeTy
  /** The data points of a lock without a host in between; of the first lock, if none is named. */
  asDataPoints(options?: HostOptions): DataPoints
  /** The enrolments of `@ray-js/lock-sdk` at a lock; hand it to `lock(panel, deviceId, { lockSdk })`. */
  asLockSdk(options?: HostOptions): FakeLockSdk
  /** A new Bluetooth connection between the phone and a lock; to the first lock, if none is named. */
  asBleLink(options?: HostOptions & BleLinkOptions): SimulatedBleLink
  /** The way over HTTP; in Node only. */
  serve(options?: ServeOptions): Promise<Served>
}
