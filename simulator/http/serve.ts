import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Subscription, timer } from 'rxjs'
import { EXPLANATION_HEADER } from '../envelopes'
import type { SimulatedAnswer } from '../exchange'
import type { Served, ServeOptions, Simulator } from '../simulator'
import { serveVirtualLock } from '../virtual-lock/serve-virtual-lock'
import type { ViewedSimulator } from '../virtual-lock/view'
import { createEventStreams } from './event-streams'
import { type ReportingSimulator, reportsOf } from './lock-reports'
import { type MessageParts, serveMessages } from './serve-messages'

/** A request of a panel is small. */
const LONGEST_BODY = 1024 * 1024

class TooLong extends RangeError {}

/** Every origin is allowed: a panel under development is served from another port. */
const openToAnyPage = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': `retry-after, ${EXPLANATION_HEADER}`,
}

/** Serves a simulator over HTTP. */
export const serve = (
  simulator: Pick<Simulator, 'handle' | MessageParts> & ReportingSimulator & ViewedSimulator,
  { port = 0, host = '127.0.0.1', encryption = 'aes_gcm' }: ServeOptions = {},
  handle: Simulator['handle'] = simulator.handle,
): Promise<Served> => {
  const { clock } = simulator
  const slowAnswers = new Subscription()
  const virtualLock = serveVirtualLock(simulator)
  const reports = createEventStreams(openToAnyPage)

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request)
    if (request.method === 'OPTIONS') {
      response.writeHead(204, openToAnyPage).end()
      return
    }
    if (virtualLock.answer(request, response, body)) return
    const reports$ = request.method === 'GET' ? reportsOf(simulator, request.url ?? '/') : undefined
    if (reports$ !== undefined) return reports.open(response, reports$)
    const answered = handle({
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers: plainHeaders(request),
      body,
    })
    const delayMs = answered.kind === 'answer' ? (answered.delayMs ?? 0) : 0
    if (delayMs === 0) send(answered, response)
    else slowAnswers.add(timer(delayMs, clock).subscribe(() => send(answered, response)))
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const status = error instanceof TooLong ? 413 : 500
      response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' })
      response.end(`simulator: ${String(error)}`)
    })
  })
  const messages = serveMessages(server, simulator, encryption)
  const close = () =>
    new Promise<void>((resolve) => {
      messages.break()
      virtualLock.close()
      reports.close()
      slowAnswers.unsubscribe()
      server.close(() => resolve())
      server.closeAllConnections()
    })

  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const { port: listening } = server.address() as AddressInfo
      const urlHost = host.includes(':') ? `[${host}]` : host
      resolve({
        url: `http://${urlHost}:${listening}`,
        port: listening,
        breakMessages: messages.break,
        close,
      })
    })
  })
}

const send = (answer: SimulatedAnswer, response: ServerResponse): void => {
  if (answer.kind === 'dropped') {
    response.destroy()
    return
  }
  response.writeHead(answer.status, { ...openToAnyPage, ...answer.headers }).end(answer.body)
}

/** A body that is too long is read to its end, because a client that is cut off while sending sees no answer. */
const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= LONGEST_BODY) chunks.push(chunk)
  }
  if (length > LONGEST_BODY) throw new TooLong('the request is too long')
  return Buffer.concat(chunks).toString('utf8')
}

const plainHeaders = ({ headers }: IncomingMessage): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
