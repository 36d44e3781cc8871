import type { Socket } from 'node:net'
import { type AnswerBytes, bytesOf, type WireAnswer } from './http-message'
import type { ProxyOptions } from './proxy'
import type { WireFault } from './wire-fault'

type Writing = Pick<ProxyOptions, 'clock' | 'random' | 'times'>

/** A trickle takes this many pieces within `longDelayMs`. */
const PIECES = 40

/** Writes the bytes of an answer, with a fault of the answer. */
export const writeAnswer = async (
  socket: Socket,
  answer: WireAnswer,
  fault: WireFault,
  { clock, random, times }: Writing,
): Promise<void> => {
  const bytes = bytesOf(answer)
  const whole = Buffer.concat([bytes.head, bytes.body])
  switch (fault) {
    case 'silence':
      return
    case 'drop after':
      return void socket.destroy()
    case 'truncate the body':
      return void socket.end(whole.subarray(0, bytes.head.length + half(bytes.body)))
    case 'truncate the headers':
      return void socket.end(whole.subarray(0, half(bytes.head)))
    case 'corrupt the headers':
      return void socket.end(Buffer.concat([Buffer.from('HTP/'), whole]))
    case 'corrupt the body':
      return void socket.write(corrupted(bytes, random))
    case 'duplicate the answer':
      return void socket.write(Buffer.concat([whole, whole]))
    case 'trickle':
      return trickle(socket, whole, (resolve) =>
        clock.schedule(resolve, times.longDelayMs / PIECES),
      )
    default:
      socket.write(whole)
  }
}

const half = ({ length }: Buffer): number => Math.floor(length / 2)

const corrupted = ({ head, body }: AnswerBytes, random: () => number): Buffer => {
  const changed = Buffer.from(body)
  const place = Math.floor(random() * body.length)
  changed[place] = (changed[place] ?? 0) ^ (1 + Math.floor(random() * 255))
  return Buffer.concat([head, changed])
}

const trickle = async (
  socket: Socket,
  bytes: Buffer,
  wait: (resolve: () => void) => unknown,
): Promise<void> => {
  const size = Math.ceil(bytes.length / PIECES)
  for (let start = 0; start < bytes.length && !socket.destroyed; start += size) {
    socket.write(bytes.subarray(start, start + size))
    await new Promise<void>(wait)
  }
}
