import type { Observable } from 'rxjs'
import type { Transport } from '../src/core/transport/transport'
import type { DataPoints } from '../src/data-points/data-points'
import type { MovableClock } from './clock/clock'
import type { ArrivedRequest, SimulatedAnswer, SimulatedRequest } from './exchange'
import type { Faults } from './faults/fault'
import type { BleLinkOptions, SimulatedBleLink } from './hardware/ble-link'
import type { DoorAction, DoorAnswer } from './hardware/door-action'
import type { KeypadAnswer } from './hardware/keypad'
import type { JournalEntry } from './journal'
import type { MessageQueue } from './messages/message-queue'
import type { FakeLockSdk } from './native/fake-lock-sdk'
import type { FakeTy } from './native/fake-ty'
import type { FakeTYSdk, FakeTYSdkOptions } from './native/fake-ty-sdk'
import type { Push } from './push'
import type { Lock } from './world/lock'
import type { MethodNumber } from './world/log'
import type { Seed, World } from './world/world'
import type { FakeWx, FakeWxOptions } from './wx/fake-wx'

/** `documented`: as the vendor's tables say. `sampled`: as its samples show, with all their contradictions. */
export type Shape = 'documented' | 'sampled'

/**
 * The options of `createSimulator`.
 *
 * @example
 * ```ts
 * const options: SimulatorOptions = { clock, shape: 'sampled', syncIntervalMs: 1_000 }
 * const sampled = createSimulator(options)
 * ```
 */
export interface SimulatorOptions {
  /** A clock with the real time if absent. */
  readonly clock?: MovableClock
  /** Returns numbers from 0 to below 1, for ids and keys. */
  readonly random?: () => number
  /** The initial state of the world. @default `seed` */
  readonly seed?: Seed
  /** How the answers are formed. @default 'documented' */
  readonly shape?: Shape
  /** Names the project. */
  readonly clientId?: string
  /** The secret of the project, 32 characters. */
  readonly accessKey?: string
  /** The interval between two synchronisations of a lock. @default 5000 */
  readonly syncIntervalMs?: number
}

/**
 * The lock that a simulated host belongs to.
 *
 * @example
 * ```ts
 * const options: HostOptions = { deviceId: seed.locks.garage.id }
 * const dataPoints = simulator.asDataPoints(options)
 * ```
 */
export interface HostOptions {
  /** The lock of the panel; the first lock if absent. */
  readonly deviceId?: string
}

/**
 * The address of `simulator.serve`.
 *
 * @example
 * ```ts
 * const options: ServeOptions = { host: '127.0.0.1' }
 * const { url, close } = await simulator.serve(options)
 * await close()
 * ```
 */
export interface ServeOptions {
  /** A free port if absent. */
  readonly port?: number
  /** This machine only if absent. */
  readonly host?: string
  /** How the message service encrypts. @default aes_gcm */
  readonly encryption?: 'aes_gcm' | 'aes_ecb'
}

/** A simulator that listens on a port. */
export interface Served {
  /** The origin of the cloud, such as `http://127.0.0.1:8080`. */
  readonly url: string
  /** The port that the simulator listens on. */
  readonly port: number
  /** Cuts the connections of the message service, as a network failure does. */
  breakMessages(): void
  /** Closes open connections and the port. */
  close(): Promise<void>
}

/** A simulated cloud and its locks, held as a plain value. */
export interface Simulator {
  /** Answers a request at once; `delayMs` of the answer is its delay. */
  handle(request: SimulatedRequest): SimulatedAnswer
  /** The state of the cloud and the locks; a test may change it. */
  readonly world: World
  /** A lock of the world; throws a RangeError for an unknown id. */
  lock(deviceId: string): Lock
  /** Types digits at the keypad; a lock needs no network for that. */
  typeCode(deviceId: string, digits: string): KeypadAnswer
  /**
   * A person at the door uses a stored finger, card or other method; returns whether the bolt moved. Throws a RangeError
   * for a method that the lock does not have.
   */
  unlockAtDoor(deviceId: string, method: MethodNumber): boolean
  /**
   * Does at a lock what a person does there: types digits, uses a card, turns the bolt from inside, opens the door. Throws a
   * RangeError for what this lock does not have.
   */
  doAtDoor(deviceId: string, action: DoorAction): DoorAnswer
  /** The executed commands, oldest first. */
  readonly journal: readonly JournalEntry[]
  /** The requests, oldest first, including those that were dropped before the cloud. */
  readonly requests: readonly ArrivedRequest[]
  /** The faults of the next requests. */
  readonly faults: Faults
  /** The clock of the cloud and the locks; a test moves it. */
  readonly clock: MovableClock
  /** The access id of the project, for `openApi`. */
  readonly clientId: string
  /** The secret of the project: for `openApi`, and for the keys of tickets. */
  readonly accessKey: string
  /** The messages in the message queue of the project, oldest first. */
  readonly pushes: readonly Push[]
  /** New messages in the message queue. */
  readonly pushes$: Observable<Push>
  /** What the message service of `serve` delivers: reports of the locks, online and offline, enrolments. */
  readonly messageQueue: MessageQueue
  /** How the answers are formed; a test may change it. */
  shape: Shape
  /**
   * A person at the door of a Wi-Fi lock requests to be let in, for 30 seconds by default.
   * Throws a RangeError for a lock without unlock requests.
   */
  askToUnlock(deviceId: string, seconds?: number): void
  /** A transport to the cloud within the process. */
  asTransport(): Transport
  /** The `wx` of a new device, connected to this simulator; pass it to `wxRequest`. */
  asWx(options?: FakeWxOptions): FakeWx
  /** The `TYSdk` of a panel; pass it to `nativeBridge` and to `tySdkDataPoints`. */
  asTYSdk(options?: HostOptions & Omit<FakeTYSdkOptions, 'device' | 'deviceInfo'>): FakeTYSdk
  /** The `ty` of a panel; pass it to `nativeBridge` and to `tyDataPoints`. */
  asTy(options?: HostOptions): FakeTy
  /** The data points of a lock without a host; of the first lock by default. */
  asDataPoints(options?: HostOptions): DataPoints
  /** The enrolments of `@ray-js/lock-sdk` at a lock; pass it to `lock(panel, deviceId, { lockSdk })`. */
  asLockSdk(options?: HostOptions): FakeLockSdk
  /** A new Bluetooth connection between the phone and a lock; the first lock by default. */
  asBleLink(options?: HostOptions & BleLinkOptions): SimulatedBleLink
  /** Serves the simulator over HTTP; in Node only. */
  serve(options?: ServeOptions): Promise<Served>
}
