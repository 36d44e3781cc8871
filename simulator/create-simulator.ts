import { createClock } from './clock/create-clock'
import type { Cloud } from './cloud'
import type { Dialect } from './dialects/dialect'
import { miniProgramDialect } from './dialects/mini-program'
import { type ArrivedRequest, type Call, jsonAnswer, type SimulatedRequest } from './exchange'
import { answerBefore, spoilAnswer } from './faults/apply-fault'
import { createFaults } from './faults/create-faults'
import type { Order } from './journal'
import { miniProgramOperations } from './operations/mini-program'
import { Refusal, refuse } from './refusal'
import { seed as defaultSeed } from './seed/seed'
import type { Simulator, SimulatorOptions } from './simulator'
import { answerInTime } from './transport/answer-in-time'
import { simulatorTransport } from './transport/simulator-transport'
import { createWorld } from './world/create-world'
import { deliverPasswords } from './world/deliver-passwords'
import { fakeWx } from './wx/fake-wx'

/** The vendor: data is synchronised at an interval of at least five seconds (document 001, line 2024). */
const SYNC_INTERVAL_MS = 5_000
/** No secret: the project that it belongs to does not exist. */
const ACCESS_KEY = '0123456789simulator0access0key89'

const dialects: readonly Dialect[] = [miniProgramDialect]
const operations = new Map(
  miniProgramOperations.map((one) => [`${one.action.family} ${one.action.name}`, one]),
)

/** What nobody understands is refused in the words of the mini-program family. */
const understand = (request: SimulatedRequest): { dialect: Dialect; call: Call | undefined } => {
  for (const dialect of dialects) {
    const call = dialect.read(request)
    if (call !== undefined) return { dialect, call }
  }
  return { dialect: miniProgramDialect, call: undefined }
}

/** Builds a lock cloud with its locks. Two simulators know nothing of each other. */
export const createSimulator = ({
  clock = createClock(),
  random = Math.random,
  seed = defaultSeed,
  shape = 'documented',
  accessKey = ACCESS_KEY,
  syncIntervalMs = SYNC_INTERVAL_MS,
}: SimulatorOptions = {}): Simulator => {
  const journal: Order[] = []
  const requests: ArrivedRequest[] = []
  const faults = createFaults()
  const cloud: Cloud = {
    world: createWorld(seed),
    accessKey,
    syncIntervalMs,
    random,
    now: () => clock.now(),
    record: (order) => journal.push({ at: clock.now(), ...order }),
  }

  /** The body of the answer to a call that got through. */
  const bodyFor = (call: Call | undefined, dialect: Dialect): unknown => {
    try {
      const operation =
        operations.get(`${call?.family} ${call?.action}`) ??
        refuse('uri path invalid', call?.action)
      const result = operation.answer(cloud, call?.params ?? {})
      const sampled = simulator.shape === 'sampled' ? operation.sampled : undefined
      return dialect.success(result, clock.now(), sampled)
    } catch (error) {
      if (error instanceof Refusal) return dialect.refusal(error.code, error.message, clock.now())
      throw error
    }
  }

  /** The one place where faults strike: before the call gets through, and after it was carried out. */
  const handle = (request: SimulatedRequest) => {
    deliverPasswords(cloud)
    const { dialect, call } = understand(request)
    requests.push({
      at: clock.now(),
      action: call?.action,
      family: call?.family,
      params: call?.params,
    })
    const fault = call === undefined ? undefined : faults.take(call.action)
    return (
      answerBefore(fault, (code, msg) => dialect.refusal(code, msg, clock.now())) ??
      spoilAnswer(jsonAnswer(bodyFor(call, dialect)), fault)
    )
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
    requests,
    faults,
    clock,
    accessKey,
    shape,
    asTransport: () => simulatorTransport({ handle, clock }, dialects),
    asWx: (options) => fakeWx(answerInTime({ handle, clock }), clock.scheduler, options),
    serve: async (options) => (await import('./http/serve')).serve({ handle, clock }, options),
  }
  return simulator
}
