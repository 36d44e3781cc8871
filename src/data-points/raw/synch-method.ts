import { type ByteField, uint } from './byte-field'
import { hexCodec } from './hex-codec'
import { invalid, objectOf, within } from './invalid-field'
import { layout, untilEnd } from './layout'
import { type MethodType, methodType } from './methods'
import { type Named, namedByte } from './named-byte'

/** `synch_method`, data point 54 of Bluetooth locks: the method kinds that the lock must report. */
export const synchMethod = /*#__PURE__*/ hexCodec('synch_method', untilEnd(methodType))

const method = layout({
  hardId: uint(1),
  type: methodType,
  memberId: uint(1),
  state: namedByte({ frozen: 0x00, active: 0x01 }),
})

/** One method on the lock. */
export interface SyncedMethod {
  /** The number of the method on the lock, within its kind. */
  readonly hardId: number
  /** The kind of the method. */
  readonly type: Named<MethodType>
  /** The number of its user on the lock. */
  readonly memberId: number
  /** Whether the method opens the lock. */
  readonly state: Named<'frozen' | 'active'>
}

/** The lock answers with packets of at most 20 methods, and an end packet. */
export type SynchMethodReport =
  | {
      readonly kind: 'packet'
      /** The number of the packet. */
      readonly number: number
      /** At most 20 methods. */
      readonly methods: readonly SyncedMethod[]
    }
  /** 0 packets: the lock has no method of the kinds, or rejected the command. */
  | {
      readonly kind: 'end'
      /** The number of packets that the lock sent before. */
      readonly packets: number
    }

const PACKET = 0x00
const END = 0x01
const packet = layout({ number: uint(1), methods: untilEnd(method) })
const end = layout({ packets: uint(1) })

const report: ByteField<SynchMethodReport> = {
  read: (reader) => {
    const kind = reader.byte()
    if (kind === PACKET) {
      const read = packet.read(reader)
      return read && { kind: 'packet', ...read }
    }
    if (kind !== END) return reader.fail('expected a packet or the end')
    const read = end.read(reader)
    return read && { kind: 'end', ...read }
  },
  write: (value) => {
    objectOf(value)
    if (value.kind === 'packet') return [PACKET, ...packet.write(value)]
    return value.kind === 'end'
      ? [END, ...end.write(value)]
      : within('kind', () => invalid('expected packet or end'))
  },
}

/** The report of `synch_method`. */
export const synchMethodReport = /*#__PURE__*/ hexCodec('synch_method report', report)
