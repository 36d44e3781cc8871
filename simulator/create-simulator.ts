import { Subject } from 'rxjs'
import { createClock } from './clock/clock'
import type { Cloud } from './cloud'
import type { ArrivedRequest } from './exchange'
import { createFaults } from './faults/create-faults'
import { askToUnlock } from './hardware/ask-to-unlock'
import { bleLink } from './hardware/ble-link'
import { pushEnrolments } from './hardware/cloud-enrolment'
import { deviceLink } from './hardware/device-link'
import { doAtDoor, REQUEST_SECONDS } from './hardware/do-at-door'
import { typeAtKeypad } from './hardware/keypad'
import { lockDataPoints } from './hardware/lock-data-points'
import { unlockAtDoor } from './hardware/unlock-at-door'
import type { JournalEntry } from './journal'
import { BUSINESS, watchLocks } from './messages/lock-messages'
import { createMessageQueue } from './messages/message-queue'
import { deviceInfoOf } from './native/device-info'
import { fakeLockSdk } from './native/fake-lock-sdk'
import { fakeTy } from './native/fake-ty'
import { fakeTYSdk } from './native/fake-ty-sdk'
import { tyDeviceInfoOf } from './native/ty-device-info'
import { signedByApp } from './protocols/open-api/open-api'
import type { Push } from './push'
import { createRouter } from './router'
import { seed as defaultSeed } from './seed/seed'
import type { Simulator, SimulatorOptions } from './simulator'
import { answerInTime } from './transport/answer-in-time'
import { simulatorTransport } from './transport/simulator-transport'
import { deliverPasswords } from './world/deliver-passwords'
import { createListHistory } from './world/list-history'
import { createWorld } from './world/world'
import { fakeWx } from './wx/fake-wx'

/** The cloud synchronises a lock at most once in five seconds (document 001, line 2024). */
const SYNC_INTERVAL_MS = 5_000
/** Not a secret: its project does not exist. */
const ACCESS_KEY = '0123456789simulator0access0key89'
const CLIENT_ID = 'simulatorclient00001'

/**
 * Creates a simulated cloud with its locks. Simulators are independent of each other.
 *
 * @example
 * ```ts
 * const cloud = createSimulator({ clock })
 * const ownPanel = createPanel({ actions: allActions, transport: cloud.asTransport(), clock })
 * const status = await ownPanel.apiRequest('device.status', { device_id: seed.locks.garage.id })
 * ownPanel.close()
 * ```
 */
export const createSimulator = ({
  clock = createClock(),
  random = Math.random,
  seed = defaultSeed,
  shape = 'documented',
  clientId = CLIENT_ID,
  accessKey = ACCESS_KEY,
  syncIntervalMs = SYNC_INTERVAL_MS,
}: SimulatorOptions = {}): Simulator => {
  const journal: JournalEntry[] = []
  const requests: ArrivedRequest[] = []
  const pushes: Push[] = []
  const pushes$ = new Subject<Push>()
  const faults = createFaults()
  const cloud: Cloud = {
    world: createWorld(seed),
    clientId,
    accessKey,
    syncIntervalMs,
    random,
    history: createListHistory(),
    now: () => clock.now() + (cloud.world.clockOffsetMs ?? 0),
    scheduler: clock,
    reports$: new Subject(),
    messages: createMessageQueue(clock),
    record: (entry) => journal.push({ at: cloud.now(), ...entry }),
    push: ({ id, uuid }, bizData) => {
      const ts = cloud.now()
      const push: Push = { bizCode: 'doorUnlockMethodStatus', devId: id, uuid, ts, bizData }
      pushes.push(push)
      pushes$.next(push)
      cloud.messages.publish(BUSINESS, push)
    },
  }
  pushEnrolments(cloud)
  watchLocks(cloud)
  cloud.reports$.subscribe(() => cloud.history.remember(cloud))
  const { handle, protocols } = createRouter(cloud, {
    requests,
    faults,
    shape: () => simulator.shape,
  })

  const firstLock = (): string => {
    const [lock] = cloud.world.locks
    if (lock === undefined) throw new RangeError('the world has no lock')
    return lock.id
  }

  const simulator: Simulator = {
    handle,
    get world() {
      deliverPasswords(cloud)
      return cloud.world
    },
    get journal() {
      deliverPasswords(cloud)
      return journal
    },
    lock: (deviceId) => {
      const lock = simulator.world.locks.find(({ id }) => id === deviceId)
      if (lock === undefined) throw new RangeError(`no lock ${deviceId}`)
      return lock
    },
    typeCode: (deviceId, digits) => typeAtKeypad(cloud, simulator.lock(deviceId), digits),
    unlockAtDoor: (deviceId, method) => unlockAtDoor(cloud, simulator.lock(deviceId), method),
    doAtDoor: (deviceId, action) => doAtDoor(cloud, simulator.lock(deviceId), action),
    requests,
    faults,
    clock,
    clientId,
    accessKey,
    pushes,
    pushes$: pushes$.asObservable(),
    messageQueue: cloud.messages,
    shape,
    askToUnlock: (deviceId, seconds = REQUEST_SECONDS) =>
      askToUnlock(cloud, simulator.lock(deviceId), seconds),
    asTransport: () => simulatorTransport({ handle, clock }, protocols),
    asWx: (options) => fakeWx(answerInTime({ handle, clock }), clock, options),
    asTYSdk: ({ deviceId = firstLock(), ...options } = {}) =>
      fakeTYSdk(answerInTime({ handle, clock }), clock, {
        ...options,
        device: deviceLink(cloud, deviceId),
        deviceInfo: () => deviceInfoOf(simulator.lock(deviceId)),
      }),
    asTy: ({ deviceId = firstLock() } = {}) =>
      fakeTy(
        answerInTime({ handle: (request) => handle(signedByApp(cloud, request)), clock }),
        clock,
        deviceLink(cloud, deviceId),
        () => tyDeviceInfoOf(simulator.lock(deviceId)),
      ),
    asLockSdk: ({ deviceId = firstLock() } = {}) =>
      fakeLockSdk(simulator.lock(deviceId), deviceLink(cloud, deviceId), clock),
    asDataPoints: ({ deviceId = firstLock() } = {}) => lockDataPoints(deviceLink(cloud, deviceId)),
    asBleLink: ({ deviceId = firstLock(), ...options } = {}) =>
      bleLink(cloud, deviceLink(cloud, deviceId), options),
    serve: async (options) => (await import('./http/serve')).serve(simulator, options),
  }
  return simulator
}
