export type { DoorEvent } from '../../flows/live/door-event'
export type {
  Battery,
  DoorSource,
  DoorState,
  DoorValues,
  Reading,
  Readings,
} from '../../flows/live/door-state'
export type { Live } from '../../flows/live/live'
export { live } from '../../flows/live/live'
