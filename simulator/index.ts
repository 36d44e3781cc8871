export type { ClockOptions, MovableClock } from './clock/clock'
export { createClock } from './clock/clock'
export type { RunUntilOptions } from './clock/run-until'
export { createSimulator } from './create-simulator'
export type { ArrivedRequest, SimulatedAnswer, SimulatedRequest } from './exchange'
export type { ActiveFault, Fault, Faults } from './faults/fault'
export type { BleLinkOptions, SimulatedBleLink } from './hardware/ble-link'
export type { DeviceLink } from './hardware/device-link'
export type { DoorAction, DoorAnswer } from './hardware/door-action'
export type { KeypadAnswer } from './hardware/keypad'
export type { CommandKind, JournalEntry } from './journal'
export type { Consumer, MessageQueue, QueuedMessage } from './messages/message-queue'
export type { DeviceInfo, DeviceInfoDataPoint } from './native/device-info'
export type { FakeEventEmitter } from './native/fake-event-emitter'
export type { FakeLockSdk } from './native/fake-lock-sdk'
export type { FakeTy } from './native/fake-ty'
export type { FakeTYSdk, FakeTYSdkOptions } from './native/fake-ty-sdk'
export type { Push, UnlockMethodStatus } from './push'
export { seed } from './seed/seed'
export type {
  HostOptions,
  Served,
  ServeOptions,
  Shape,
  Simulator,
  SimulatorOptions,
} from './simulator'
export type { CloudBehaviour, WrongTotals } from './world/cloud-behaviour'
export type { Lock } from './world/lock'
export type { LogEntry, MethodNumber } from './world/log'
export type { Seed, World } from './world/world'
export type { ErrorStyle } from './wx/failures'
export type { FakeWx, FakeWxOptions } from './wx/fake-wx'
