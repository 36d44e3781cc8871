import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

interface WholeAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * - `drop-before`: the connection breaks before anything is answered.
 * - `drop-after`: it breaks in the middle of the answer.
 * - `hang`: no answer at all.
 */
export type ScriptedAnswer = WholeAnswer | 'drop-before' | 'drop-after' | 'hang'

interface ReceivedRequest {
  readonly method: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
  /** Resolves when the connection of this request was closed, or its answer was handed over. */
  readonly gone: Promise<void>
}

export interface ScriptedServer {
  readonly url: string
  readonly received: readonly ReceivedRequest[]
  /** How many connections were opened to it. */
  connections(): number
  /** Says what the next request is answered; without a script it is `{"success":true,"result":true}`. */
  script(next: ScriptedAnswer): void
  /** Resolves with the next request that nobody has waited for, as soon as it is here. */
  arrival(): Promise<ReceivedRequest>
  close(): Promise<void>
}

/** A real HTTP server that does what it is told, request by request. */
export const startScriptedServer = async (): Promise<ScriptedServer> => {
  const scripts: ScriptedAnswer[] = []
  const received: ReceivedRequest[] = []
  const unclaimed: ReceivedRequest[] = []
  const waiting: ((request: ReceivedRequest) => void)[] = []
  let connections = 0

  const server = createServer(async (request, response) => {
    const arrived = await receive(request, response)
    received.push(arrived)
    const claim = waiting.shift()
    if (claim === undefined) unclaimed.push(arrived)
    else claim(arrived)
    answer(response, scripts.shift() ?? { body: '{"success":true,"result":true}' })
  })
  server.on('connection', () => {
    connections += 1
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    connections: () => connections,
    script: (next) => {
      scripts.push(next)
    },
    arrival: () => {
      const arrived = unclaimed.shift()
      return arrived === undefined
        ? new Promise((resolve) => waiting.push(resolve))
        : Promise.resolve(arrived)
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const receive = async (
  request: IncomingMessage,
  response: ServerResponse,
): Promise<ReceivedRequest> => {
  const gone = once(response, 'close').then(() => undefined)
  const body = await text(request)
  return { method: request.method ?? '', headers: request.headers, body, gone }
}

const answer = (response: ServerResponse, script: ScriptedAnswer): void => {
  if (script === 'hang') return
  if (script === 'drop-before') {
    response.destroy()
  } else if (script === 'drop-after') {
    response.writeHead(200, { 'content-length': 1000 })
    response.write('{"success":tr', () => response.destroy())
  } else {
    response.writeHead(script.status ?? 200, { ...script.headers })
    response.end(script.body)
  }
}
