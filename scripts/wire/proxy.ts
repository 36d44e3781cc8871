import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { Clock } from '../../src/core/clock'
import { readRequests, type WireAnswer, type WireRequest } from './http-message'
import type { WireFault } from './wire-fault'
import { writeAnswer } from './write-answer'

interface WireTimes {
  /** Less than the time limit of a request. */
  readonly delayMs: number
  /** More than the time limit of a request. */
  readonly longDelayMs: number
}

export interface ProxyOptions {
  /** The server behind the proxy. */
  readonly forward: (request: WireRequest) => Promise<WireAnswer>
  readonly faultOf: (request: WireRequest) => WireFault
  readonly times: WireTimes
  readonly clock: Clock
  readonly random: () => number
}

export interface Proxy {
  readonly url: string
  /** Resolves when every request that the proxy has read is forwarded or dropped. */
  idle(): Promise<void>
  close(): Promise<void>
}

const page = (title: string) => `<!doctype html><title>${title}</title><h1>${title}</h1>`
const htmlAnswer = (status: number, title: string, headers = {}): WireAnswer => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body: page(title),
})

/** An HTTP proxy on a TCP socket, which writes the bytes of each answer itself. */
export const startProxy = async (options: ProxyOptions): Promise<Proxy> => {
  const { forward, faultOf, times, clock } = options
  const sockets = new Set<Socket>()
  const running = new Set<Promise<void>>()
  const wait = (ms: number) => new Promise<void>((resolve) => clock.schedule(resolve, ms))

  const answer = async (request: WireRequest, socket: Socket): Promise<void> => {
    const fault = faultOf(request)
    if (fault === 'drop before') return void socket.destroy()
    if (fault === '429' || fault === '502 before') {
      const refused =
        fault === '429'
          ? htmlAnswer(429, 'Too Many Requests', { 'retry-after': '0' })
          : htmlAnswer(502, 'Bad Gateway')
      return writeAnswer(socket, refused, 'none', options)
    }
    if (fault === 'delay') await wait(times.delayMs)
    if (fault === 'delay past the time limit') await wait(times.longDelayMs)
    if (fault === 'duplicate the request') await forward(request)
    const forwarded = await forward(request)
    const received =
      fault === '502' || fault === 'html'
        ? htmlAnswer(fault === 'html' ? 200 : 502, 'Welcome')
        : forwarded
    await writeAnswer(socket, received, fault, options)
  }

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // The client breaks a connection when it gives up.
    socket.on('error', () => socket.destroy())
    readRequests(socket, (request) => {
      const work = answer(request, socket).catch(() => void socket.destroy())
      running.add(work)
      void work.then(() => running.delete(work))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    idle: async () => {
      while (running.size > 0) await Promise.all(running)
    },
    close: async () => {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}
