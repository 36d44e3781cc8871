import { namedByte } from './named-byte'

const numbers = {
  password: 0x01,
  card: 0x02,
  fingerprint: 0x03,
  face: 0x04,
  hand: 0x05,
  'finger-vein': 0x06,
  temporary: 0xf0,
} as const

/** The kind of an unlocking method, as a Bluetooth lock names it. */
export type MethodType = keyof typeof numbers

/** The kind of an unlocking method. */
export const methodType = namedByte(numbers)
/** In a deletion, 00 means all methods of the member. */
export const methodTypeOrAll = namedByte({ all: 0x00, ...numbers })

const stages = {
  start: 0x00,
  running: 0xfc,
  failed: 0xfd,
  cancel: 0xfe,
  complete: 0xff,
} as const

/** The stage of an enrolment or a deletion on a Bluetooth lock. */
export type MethodStage = keyof typeof stages

/** The stage of an enrolment or a deletion. */
export const methodStage = namedByte(stages)

/** For a method without a hardware id. */
export const newHardId = namedByte({ new: 0xff })
/** In a deletion, ff means every hardware id. */
export const hardIdOrAll = namedByte({ all: 0xff })
