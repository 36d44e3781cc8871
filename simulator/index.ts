export type { ClockOptions, MovableClock } from './clock/clock'
export { createClock } from './clock/create-clock'
export { createSimulator } from './create-simulator'
export type { ArrivedRequest, SimulatedAnswer, SimulatedRequest } from './exchange'
export type { Fault, Faults } from './faults/fault'
export type { Order, OrderKind } from './journal'
export { seed } from './seed/seed'
export type {
  Served,
  ServeOptions,
  Shape,
  Simulator,
  SimulatorOptions,
} from './simulator'
export type { Lock } from './world/lock'
export type { LogEntry } from './world/log-entry'
export type { Seed, World } from './world/world'
export type { ErrorStyle } from './wx/failures'
export type { FakeWx, FakeWxOptions } from './wx/fake-wx'
